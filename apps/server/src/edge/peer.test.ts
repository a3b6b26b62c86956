import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, post } from '../testing/ask-http.ts';
import { openTestDoor } from '../testing/http-door.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { createPeerOf } from './peer.ts';

/** What a request from `peer` with this header counts as. */
function addressOf(trusted: readonly string[], peer: string, forwarded?: string | string[]): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return createPeerOf(trusted)({ headers, socket: { remoteAddress: peer } } as never).address;
}

describe('without a trusted proxy', () => {
  test.each([
    undefined,
    '127.0.0.1',
    '203.0.113.9',
    '203.0.113.9, 127.0.0.1',
    '::1',
    'unknown',
    ['1.2.3.4', '5.6.7.8'],
  ])('whatever was forwarded (%j) means nothing', (forwarded) => {
    expect(addressOf([], '198.51.100.2', forwarded as string)).toBe('198.51.100.2');
    expect(addressOf([], '127.0.0.1', forwarded as string)).toBe('127.0.0.1');
    expect(addressOf(['10.0.0.7'], '198.51.100.2', forwarded as string)).toBe('198.51.100.2');
  });
});

describe('behind trusted proxies', () => {
  const trusted = ['10.0.0.7', '192.168.0.0/16', '127.0.0.1', 'fd00::/8'];
  test.each([
    ['the client that the proxy names', '10.0.0.7', '203.0.113.9', '203.0.113.9'],
    [
      'the client before the last foreign hop, which it may have made up',
      '10.0.0.7',
      '1.1.1.1, 203.0.113.9',
      '203.0.113.9',
    ],
    ['the client before two proxies', '10.0.0.7', '1.1.1.1, 203.0.113.9, 192.168.4.4', '203.0.113.9'],
    ['the client before two proxies of this machine', '127.0.0.1', '203.0.113.9, 127.0.0.1', '203.0.113.9'],
    ['the client of a proxy with an IPv6 address', 'fd00::3', '2001:db8::5', '2001:db8::5'],
    [
      'the client of a proxy that is seen through an IPv6 socket',
      '::ffff:10.0.0.7',
      '::ffff:203.0.113.9',
      '203.0.113.9',
    ],
    ['the proxy itself when it forwards for nobody', '10.0.0.7', undefined, '10.0.0.7'],
    ['the proxy itself when it forwards what is no address', '10.0.0.7', 'unknown', '10.0.0.7'],
    ['the proxy itself when it forwards an address with a port', '10.0.0.7', '203.0.113.9:4444', '10.0.0.7'],
    ['the proxy itself when this machine is named as the client', '10.0.0.7', '127.0.0.1', '10.0.0.7'],
    ['the proxy itself when this machine is named in IPv6', '10.0.0.7', '::1', '10.0.0.7'],
    ['the proxy itself when this machine is named both ways', '10.0.0.7', '::ffff:127.0.0.1', '10.0.0.7'],
  ])('a request comes from %s', (_, peer, forwarded, address) => {
    expect(addressOf(trusted, peer, forwarded)).toBe(address);
  });
});

describe('what a device says of itself', () => {
  test('is kept on one line and short', () => {
    const headers = { 'user-agent': `Firefox\r\n\u001b[31mred\u0000 ${'x'.repeat(500)}` };
    const { device } = createPeerOf([])({ headers, socket: {} } as never);
    expect(device).toMatch(/^Firefox\[31mred x+$/);
    expect(device).toHaveLength(200);
  });
});

describe('a brake, the audit and the demo sign-in', () => {
  let server: TestServer;
  let behind: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    behind = await startTestServer({ config: { trustedProxies: ['127.0.0.1', '::1'] } });
  });
  afterAll(async () => {
    await behind.close();
    await server.close();
  });
  const forwarded = (i: number) => ({ 'x-forwarded-for': `203.0.${i % 250}.${(i * 7) % 250}` });

  test('are not fooled by another X-Forwarded-For in each request', async () => {
    const wrong = { grant_type: 'client_credentials', client_id: 'svc_nobody', client_secret: 'x' };
    const statuses: number[] = [];
    for (let i = 0; i < 40; i++)
      statuses.push((await askHttp(server.url, '/oauth/token', post(wrong, forwarded(i)))).status);
    const allowed = statuses.indexOf(429);
    expect(allowed).toBeGreaterThan(0);
    expect(statuses).toEqual([...Array(allowed).fill(401), ...Array(40 - allowed).fill(429)]);
    const { body } = await askHttp(server.url, '/oauth/token', post(wrong, forwarded(99)));
    expect(body.code).toBe('RATE_LIMITED');
    const addresses = await server.db.prisma.auditEntry.findMany({ distinct: ['address'] });
    expect(addresses.map(({ address }) => address)).toEqual(['127.0.0.1']);
  });

  test('see the client behind a proxy that is trusted', async () => {
    const wrong = { grant_type: 'client_credentials', client_id: 'svc_nobody', client_secret: 'x' };
    for (let i = 0; i < 40; i++)
      expect((await askHttp(behind.url, '/oauth/token', post(wrong, forwarded(i)))).status).toBe(401);
    const addresses = await behind.db.prisma.auditEntry.findMany({ distinct: ['address'] });
    expect(addresses.every(({ address }) => address.startsWith('203.0.'))).toBe(true);
  });

  test('the demo sign-in is for peers of this machine, and not for whom a proxy speaks, trusted or not', async () => {
    const demo = (at: TestServer, headers: Record<string, string>) =>
      askHttp(at.url, '/api/v1/auth/demo', post({ role: 'rep' }, headers));
    expect((await demo(server, {})).status).toBe(200);
    expect((await demo(behind, {})).status).toBe(200);
    expect((await demo(behind, forwarded(1))).status).toBe(404);
    expect((await demo(behind, { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' })).status).toBe(404);
    for (const said of [forwarded(1), { 'x-forwarded-for': '127.0.0.1' }, { forwarded: 'for=203.0.113.9' }]) {
      expect((await demo(server, said)).status).toBe(404);
      const ways = await askHttp(server.url, '/api/v1/auth/ways', { headers: said });
      expect(ways.body).toEqual({ isDemo: false, mailAt: null });
    }
    expect((await askHttp(server.url, '/api/v1/auth/ways')).body).toEqual({
      isDemo: true,
      mailAt: '/dev/mail',
    });
  });

  test('a mail and a redirect never name a host that the request made up', async () => {
    const spoofed = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    };
    for (const at of [server, behind]) {
      const email = 'robin@example.com';
      const wish = { email, password: 'four quiet herons wade', name: 'Robin Vale' };
      expect((await askHttp(at.url, '/api/v1/auth/sign-up', post(wish, spoofed))).status).toBe(202);
      const mails = JSON.stringify((await askHttp(at.url, `/dev/mail.json?to=${email}`)).body);
      expect(mails).toContain('verify-email');
      expect(mails).not.toContain('evil');
      const docs = await fetch(`${at.url}/docs`, { headers: spoofed, redirect: 'manual' });
      expect([...docs.headers.values()].join(' ')).not.toContain('evil');
    }
  });

  test('the other forwarded headers mean nothing, trusted proxy or not', async () => {
    const door = await openTestDoor(null, ['127.0.0.1']);
    const { statusCode } = await door.app.inject({
      url: '/api/v1/me',
      headers: {
        host: 'evil.example',
        'x-forwarded-host': '127.0.0.1',
        'x-forwarded-proto': 'https',
        forwarded: 'for=1.1.1.1;host=127.0.0.1',
      },
    });
    expect(statusCode).toBe(403);
    await door.app.close();
  });
});
