import { type CallId, contractVersion, type Session } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, type HttpRequest, post } from '../testing/ask-http.ts';
import { type Forgery, forgeries, signedByUs } from '../testing/forged-tokens.ts';
import { type HandLine, handLine } from '../testing/hand-line.ts';
import { type Listener, listen } from '../testing/outside-issuer.ts';
import { openTestDesk, refusedHandshake, signIn, type TestDesk } from '../testing/test-desk.ts';
import { startTestServer, type TestServer, testSecret } from '../testing/test-server.ts';

let server: TestServer;
let line: HandLine;
let desk: TestDesk;
let call: CallId;
let canary: Listener;
let dana: Session;
let forged: readonly Forgery[];
beforeAll(async () => {
  line = handLine();
  canary = await listen();
  server = await startTestServer({ lines: [line] });
  desk = await openTestDesk(server.url, 'rep', 'Lee');
  call = await line.ring();
  await desk.does('call.claim', { callId: call });
  line.speak(call, ['my', 'water', 'heater', 'is', 'leaking.']);
  await server.idle();
  dana = await signIn(server.url, 'rep', 'Dana');
  forged = forgeries(stolen());
});
afterAll(async () => {
  desk.close();
  await server.close();
  await canary.close();
});

const stolen = () => ({ good: dana.accessToken, secret: testSecret, nowMs: Date.now(), canary: canary.url });
const as = (token: string) => ({ authorization: `Bearer ${token}` });

/** Longer headers are refused by the HTTP server before anybody looks at the token, or it hangs up. */
const mostHeaderCharacters = 16_000;
const unauthenticated = { status: 401, code: 'UNAUTHENTICATED' };
async function asked(path: string, request: HttpRequest, token: string) {
  const isTooLong = token.length > mostHeaderCharacters;
  const answer = askHttp(server.url, `/api/v1${path}`, request);
  const { status, body } = isTooLong ? await answer.catch(() => ({ status: 413, body: '' })) : await answer;
  return isTooLong && status === 413 ? unauthenticated : { status, code: body.code };
}

/** Each door, asked with a token: resolves to what it was refused with. */
const doors: readonly (readonly [string, (token: string) => Promise<object>])[] = [
  ['reading over HTTP', (token) => asked('/me', { headers: as(token) }, token)],
  ['writing over HTTP', (token) => asked('/auth/sign-out', post({}, as(token)), token)],
  ['downloading', (token) => asked(`/calls/${call}/transcript`, { headers: as(token) }, token)],
  [
    'opening a desk',
    async (token) => {
      const { code } = await refusedHandshake(server.url, { token, contract: contractVersion });
      return { status: 401, code };
    },
  ],
  [
    'renewing the token of an open desk',
    async (token) => {
      const answer = await desk.ask('session.renew', { token });
      const code = answer.ok ? 'accepted' : answer.error.code;
      // What is longer than any token is refused for its shape already.
      return {
        status: 401,
        code: token.length > 4096 && code === 'INPUT_INVALID' ? 'UNAUTHENTICATED' : code,
      };
    },
  ],
];

describe('a forged token', () => {
  test.each(doors)('is good for nothing: %s', async (_, door) => {
    const slow: string[] = [];
    for (const [what, token] of forged) {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 3 && least > 50; i++) {
        const began = performance.now();
        expect(await door(token), what).toEqual(unauthenticated);
        least = Math.min(least, performance.now() - began);
      }
      if (least > 50) slow.push(`${what}: ${least} ms`);
    }
    expect(slow).toEqual([]);
  });

  test('makes nobody call an address in it', () => {
    expect(canary.hits).toEqual([]);
  });

  test('leaves the session of its victim alone, which the real token still opens', async () => {
    expect((await askHttp(server.url, '/api/v1/me', { headers: as(dana.accessToken) })).status).toBe(200);
    const words = await askHttp(server.url, `/api/v1/calls/${call}/transcript`, {
      headers: as(signedByUs(stolen(), {}, {})),
    });
    expect(words.status).toBe(200);
  });

  test('stands in no log', () => {
    expect(server.troubles).toEqual([]);
  });
});

describe('a token', () => {
  test('opens nothing as a form field, in the address, or under another scheme', async () => {
    const token = dana.accessToken;
    const tries: readonly (readonly [string, HttpRequest])[] = [
      [`/me?access_token=${token}`, {}],
      [`/me?token=${token}`, {}],
      ['/me', { headers: { authorization: token } }],
      ['/me', { headers: { authorization: `Token ${token}` } }],
      ['/me', { headers: { authorization: `Basic ${Buffer.from(`dana:${token}`).toString('base64')}` } }],
      ['/me', { headers: { cookie: `access_token=${token}; token=${token}` } }],
      ['/me', { headers: { 'x-access-token': token } }],
    ];
    for (const [path, request] of tries)
      expect((await askHttp(server.url, `/api/v1${path}`, request)).status).toBe(401);
  });

  test('of one session in another’s name opens neither', async () => {
    const lee = desk.session;
    const [, claims = ''] = lee.accessToken.split('.');
    const { sid } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
    const mixed = signedByUs(stolen(), {}, { sid });
    expect((await askHttp(server.url, '/api/v1/me', { headers: as(mixed) })).status).toBe(401);
  });

  test('with a higher role in it gives none: the role is the one of now', async () => {
    const higher = signedByUs(stolen(), {}, { role: 'admin' });
    const { status } = await askHttp(server.url, '/api/v1/service-clients', { headers: as(higher) });
    expect(status).toBe(403);
  });

  test('of two people, used in turn a thousand times on one server, never mixes them up', async () => {
    const people = [dana, desk.session];
    const wrong: unknown[] = [];
    for (let round = 0; round < 50; round++)
      await Promise.all(
        Array.from({ length: 20 }, async (_, i) => {
          const { accessToken, user } = people[i % 2] ?? dana;
          const { body } = await askHttp(server.url, '/api/v1/me', { headers: as(accessToken) });
          if (body.id !== user.id) wrong.push(body);
        }),
      );
    expect(wrong).toEqual([]);
  });
});

test.each(['polling', 'webtransport', 'flashsocket'])(
  'the way "%s" to the socket is shut, with and without a token',
  async (transport) => {
    for (const headers of [{}, as(dana.accessToken)]) {
      const path = `/socket.io/?EIO=4&transport=${transport}`;
      expect((await askHttp(server.url, path, { headers })).status).toBe(400);
    }
  },
);
