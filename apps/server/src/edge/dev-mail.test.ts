import { request as httpRequest } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp } from '../testing/ask-http.ts';
import { everyLetter, letterBox } from '../testing/letters.ts';
import { startTestServer, type TestServer, testSecret } from '../testing/test-server.ts';

let server: TestServer;
let production: TestServer;
const letters = everyLetter('Dana <img src=x onerror=alert(1)>');
beforeAll(async () => {
  server = await startTestServer({ host: '0.0.0.0' });
  production = await startTestServer({
    isDemo: false,
    config: {
      http: { host: '127.0.0.1', port: 0, publicUrl: 'https://desk.example.com' },
      mail: { smtpUrl: null, from: 'Ringdesk <desk@example.com>', isKept: false },
    },
  });
  for (const one of [server, production]) {
    const box = letterBox(one.db, testSecret);
    for (const letter of letters) {
      await box.post('dana@example.com', letter);
      await one.time.advance(1_000);
    }
    await box.post('lee@example.com', { kind: 'verify-email', name: 'Lee', code: '424242' });
  }
});
afterAll(async () => {
  await server.close();
  await production.close();
});

const at = (address: string) => `http://${address}:${new URL(server.url).port}`;

describe('mails on a development machine', () => {
  test('are shown as they were written, newest first, and to one address when asked so', async () => {
    const all = await askHttp(at('127.0.0.1'), '/dev/mail.json');
    expect(all.body.map((mail: { kind: string }) => mail.kind)).toEqual(
      [...letters.map(({ kind }) => kind), 'verify-email'].reverse(),
    );
    expect(all.headers.get('cache-control')).toBe('no-store');
    const [mail, ...rest] = (await askHttp(at('127.0.0.1'), '/dev/mail.json?to=%20LEE@example.com')).body;
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({ to: 'lee@example.com', kind: 'verify-email' });
    expect(mail.text).toContain('424242');
    expect(Number.isNaN(Date.parse(mail.sentAt))).toBe(false);
  });

  test('have a page that no name can write on', async () => {
    const page = await askHttp(at('127.0.0.1'), '/dev/mail', { headers: { accept: 'text/html' } });
    expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body.match(/<article>/g)).toHaveLength(letters.length + 1);
    expect(page.body.match(/<iframe sandbox="" /g)).toHaveLength(letters.length + 1);
    expect(page.body).not.toContain('<img');
    expect(page.body).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  test.skipIf(otherAddress() === null)('are not there for another machine', async () => {
    const answer = await askHttp(at(otherAddress() ?? ''), '/dev/mail.json');
    expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test('are not there for whom a proxy on this machine speaks', async () => {
    const named = [
      { 'x-forwarded-for': '203.0.113.7' },
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=203.0.113.7' },
    ];
    for (const headers of named)
      expect((await askHttp(at('127.0.0.1'), '/dev/mail.json', { headers: { ...headers } })).status).toBe(
        404,
      );
  });

  test('are not there under a name that a foreign page has pointed at this machine', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4400'])
      expect(await statusUnder(host)).toBe(403);
    for (const host of ['localhost:4400', '127.0.0.1:4400', '[::1]:4400'])
      expect(await statusUnder(host)).toBe(200);
  });
});

describe('in production', () => {
  test('there is no such page, and mails wait for a way out', async () => {
    for (const path of ['/dev/mail', '/dev/mail.json', '/dev/mail/', '/dev'])
      expect((await askHttp(production.url, path)).status).toBe(404);
    await production.idle();
    const states = await production.db.prisma.mail.findMany({ select: { status: true, tries: true } });
    expect(states).toEqual(
      Array.from({ length: letters.length + 1 }, () => ({ status: 'queued', tries: 0 })),
    );
  });
});

/** The status of a request that names this host; `fetch` would not let a test say it. */
function statusUnder(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${at('127.0.0.1')}/dev/mail.json`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
}

/** An address of this machine that is not loopback. */
function otherAddress(): string | null {
  const all = Object.values(networkInterfaces()).flat();
  return all.find((one) => one?.family === 'IPv4' && !one.internal)?.address ?? null;
}
