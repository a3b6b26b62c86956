import { hostname } from 'node:os';
import { contractVersion } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendRaw } from '../testing/send-raw.ts';
import { connectDesk, signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { createOrigins } from './origins.ts';

const publicUrl = 'https://desk.example.com';
const production = createOrigins({ host: '0.0.0.0', publicUrl });
const atHome = createOrigins({ host: 'desk.lan', publicUrl: null });

describe('a page may ask', () => {
  test.each([
    ['in production', production, { origin: publicUrl, host: 'desk.example.com' }],
    [
      'in production, behind a proxy that names the server its own way',
      production,
      { origin: publicUrl, host: 'server:4400' },
    ],
    ['of the desktop app, in production', production, { origin: 'app://ringdesk', host: 'desk.example.com' }],
    ['of the desktop app', atHome, { origin: 'app://ringdesk', host: '127.0.0.1:4400' }],
    ['of this machine by address', atHome, { origin: 'http://127.0.0.1:4400', host: '127.0.0.1:4400' }],
    ['of this machine by IPv6 address', atHome, { origin: 'http://[::1]:4400', host: '[::1]:4400' }],
    ['of this machine by name', atHome, { origin: 'http://localhost:4400', host: 'localhost:4400' }],
    [
      'of the watch mode, which hands on what it is asked',
      atHome,
      { origin: 'http://localhost:5173', host: 'localhost:5173' },
    ],
    [
      'of another machine of the house',
      atHome,
      { origin: 'http://192.168.1.7:4400', host: '192.168.1.7:4400' },
    ],
    [
      'by the name of this machine',
      atHome,
      { origin: `http://${hostname().toLowerCase()}`, host: hostname() },
    ],
    ['by the name in HOST', atHome, { origin: 'https://desk.lan', host: 'desk.lan' }],
    ['that is none: a program sends no origin', production, { host: 'desk.example.com' }],
    ['that is none, at home', atHome, { host: 'localhost:4400' }],
    ['that is none and does not even say whom it asks (HTTP 1.0)', atHome, {}],
  ])('%s', (_, origins, headers) => {
    expect(origins(headers)).toBeNull();
  });
});

describe('a page may not ask', () => {
  const foreign = [
    'https://evil.example',
    'null',
    '',
    'http://desk.example.com',
    'https://desk.example.com:8443',
    'https://desk.example.com.evil.example',
    'https://evil-desk.example.com',
    'https://desk.example.com/',
    'HTTPS://desk.example.com',
    'https://desk.example.com https://evil.example',
    'app://ringdesk.evil',
    'app://evil',
    'file://',
    'http://localhost:4400',
    'http://127.0.0.1:4400',
  ];
  test.each(foreign)('from "%s" in production', (origin) => {
    expect(production({ origin, host: 'desk.example.com' })).toMatch(/other places/);
  });

  test.each([
    ['https://evil.example', '127.0.0.1:4400'],
    ['null', 'localhost:4400'],
    ['http://localhost:3000', 'localhost:4400'],
    ['http://localhost:4400', '127.0.0.1:4400'],
    ['http://127.0.0.1:4400.evil.example', '127.0.0.1:4400'],
    ['http://localhost.evil.example:4400', 'localhost:4400'],
    ['http://', ''],
  ])('from "%s" of a desk at home that is asked as %s', (origin, host) => {
    expect(atHome({ origin, host })).toMatch(/other places/);
  });

  test.each([
    'evil.example',
    'evil.example:4400',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'desk.lan.evil.example',
    'xlocalhost',
    '0x7f.1',
    '[::1',
    'localhost@evil.example',
  ])('a desk at home by the foreign name "%s", though it leads here', (host) => {
    for (const headers of [{ host }, { host, origin: `http://${host}` }])
      expect(atHome(headers)).toMatch(/does not know itself by that name/);
  });
});

describe('both doors', () => {
  let server: TestServer;
  let host: string;
  let token: string;
  beforeAll(async () => {
    server = await startTestServer();
    host = new URL(server.url).host;
    token = (await signIn(server.url, 'rep', 'Dana')).accessToken;
  });
  afterAll(() => server.close());

  const http = (headers: readonly string[]) =>
    sendRaw(server.url, [
      'GET /api/v1/me HTTP/1.1',
      ...headers,
      `Authorization: Bearer ${token}`,
      'Connection: close',
      '',
      '',
    ]);
  const handshake = (headers: readonly string[]) =>
    sendRaw(server.url, [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      ...headers,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '',
      '',
    ]);

  test.each([
    ['no origin', () => [`Host: ${host}`]],
    ['its own origin', () => [`Host: ${host}`, `Origin: http://${host}`]],
    ['the desktop app', () => [`Host: ${host}`, 'Origin: app://ringdesk']],
  ])('let in %s', async (_, headers) => {
    expect(await http(headers())).toMatch(/^HTTP\/1\.1 200 /);
    expect(await handshake(headers())).toMatch(/^HTTP\/1\.1 101 /);
  });

  test.each([
    ['an evil origin', () => [`Host: ${host}`, 'Origin: https://evil.example']],
    ['the origin null', () => [`Host: ${host}`, 'Origin: null']],
    ['a look-alike', () => [`Host: ${host}`, `Origin: http://${host}.evil.example`]],
    ['a name that was made to lead here', () => ['Host: evil.example']],
    ['a page under such a name', () => ['Host: evil.example', 'Origin: http://evil.example']],
  ])('refuse %s before anything is read', async (_, headers) => {
    const answer = await http(headers());
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('application/problem+json');
    expect(answer.toLowerCase()).not.toContain('access-control-allow');
    expect(await handshake(headers())).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a socket looks at no cookie: without a token in its handshake it is nobody', async () => {
    const session = await signIn(server.url, 'rep', 'Lee');
    const desk = await connectDesk(server.url, session);
    expect(await desk.ask('desk.open', {})).toMatchObject({ ok: true });
    desk.close();
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie: `ringdesk=${session.refreshToken}; token=${session.accessToken}` },
    });
    const refusal = await new Promise<string>((resolve) => {
      socket.onmessage = ({ data }) => {
        if (String(data).startsWith('0'))
          socket.send(`40/desk,${JSON.stringify({ contract: contractVersion })}`);
        else resolve(String(data));
      };
    });
    socket.close();
    expect(refusal).toContain('UNAUTHENTICATED');
  });
});
