import { done, refused, type Session, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, post } from '../testing/ask-http.ts';
import { type HttpDoor, openTestDoor } from '../testing/http-door.ts';
import { signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const publicUrl = 'https://desk.example.com';
const browser = { 'x-ringdesk-desk': 'browser' };
const session: Session = {
  accessToken: 'a.b.c',
  refreshToken: 'next-token-of-the-session-1234',
  expiresIn: 600,
  user: { id: UserId.parse('usr_dana'), name: 'Dana', email: 'dana@example.com', role: 'rep' },
  isLocked: false,
};

let door: HttpDoor;
beforeAll(async () => {
  door = await openTestDoor(publicUrl);
});
afterAll(() => door.app.close());

/** Asks the door; what came through to the dispatcher, and what came back. */
async function ask(
  path: string,
  { headers = {}, body = {}, answer = done<unknown>(session), at = door }: Partial<Asking> = {},
) {
  at.answer = answer;
  at.asked.splice(0);
  const response = await at.app.inject({
    method: 'POST',
    url: `/api/v1/auth${path}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  });
  return {
    status: response.statusCode,
    body: response.json(),
    cookie: response.headers['set-cookie'] ?? null,
    input: at.asked[0]?.input ?? null,
  };
}
interface Asking {
  readonly headers: Record<string, string>;
  readonly body: object;
  readonly answer: HttpDoor['answer'];
  readonly at: HttpDoor;
}
const withCookie = { ...browser, cookie: 'theme=dark; __Host-ringdesk=kept-token-of-the-session; x=y' };
const cleared = '__Host-ringdesk=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict';

describe('the session of a browser desk', () => {
  test('begins with a cookie that no page can read and no other place can set, and nothing in the body', async () => {
    const { body, cookie } = await ask('/sign-in/verify', { headers: browser });
    expect(cookie).toBe(
      `__Host-ringdesk=${session.refreshToken}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Strict`,
    );
    expect(body).toEqual({ ...session, refreshToken: null });
  });

  test('keeps its other words, such as recovery codes', async () => {
    const answer = done({ ...session, recoveryCodes: ['4k7dm-x2p9q'] });
    const { body } = await ask('/totp/confirm', { headers: browser, answer });
    expect(body).toEqual({ ...session, refreshToken: null, recoveryCodes: ['4k7dm-x2p9q'] });
  });

  test('outside production has a cookie by another name, which works without TLS', async () => {
    const at = await openTestDoor(null);
    const { cookie } = await ask('/sign-in/verify', { headers: browser, at });
    expect(cookie).toBe(
      `ringdesk=${session.refreshToken}; Max-Age=604800; Path=/; HttpOnly; SameSite=Strict`,
    );
    await at.app.close();
  });

  test('is renewed by the cookie, which then holds the next token', async () => {
    const { body, cookie, input } = await ask('/refresh', { headers: withCookie });
    expect(input).toEqual({ refreshToken: 'kept-token-of-the-session' });
    expect(cookie).toContain(`__Host-ringdesk=${session.refreshToken};`);
    expect(body.refreshToken).toBeNull();
  });

  test('without a cookie is over, and nothing is asked', async () => {
    const { status, body, input, cookie } = await ask('/refresh', { headers: browser });
    expect([status, body.code, input]).toEqual([401, 'UNAUTHENTICATED', null]);
    expect(cookie).toBe(cleared);
  });

  test.each(['SESSION_REUSED', 'UNAUTHENTICATED'] as const)(
    'that is refused with %s loses the cookie',
    async (code) => {
      const { status, cookie } = await ask('/refresh', { headers: withCookie, answer: refused(code) });
      expect([status, cookie]).toEqual([401, cleared]);
    },
  );

  test.each(['UNAVAILABLE', 'RATE_LIMITED', 'UNEXPECTED'] as const)(
    'that cannot be renewed for now (%s) keeps it',
    async (code) => {
      expect((await ask('/refresh', { headers: withCookie, answer: refused(code) })).cookie).toBeNull();
    },
  );

  test.each(['/sign-out', '/sign-out-everywhere'])('that ends by %s loses the cookie', async (path) => {
    expect((await ask(path, { headers: withCookie, answer: done({}) })).cookie).toBe(cleared);
  });

  test('that could not be ended keeps it', async () => {
    expect(
      (await ask('/sign-out', { headers: withCookie, answer: refused('UNAVAILABLE') })).cookie,
    ).toBeNull();
  });

  test('of a window that keeps its own token is answered in the body, and the cookie stays as it is', async () => {
    const body = { refreshToken: 'own-token-of-this-window' };
    const asked = await ask('/refresh', { headers: withCookie, body });
    expect(asked.input).toEqual(body);
    expect([asked.body.refreshToken, asked.cookie]).toEqual([session.refreshToken, null]);
    const refusal = await ask('/refresh', { headers: withCookie, body, answer: refused('SESSION_REUSED') });
    expect(refusal.cookie).toBeNull();
  });
});

describe('a cookie', () => {
  test.each([
    ['no header', {}],
    ['another word in the header', { 'x-ringdesk-desk': 'app' }],
    ['the word in another case', { 'x-ringdesk-desk': 'Browser' }],
  ])('with %s is not read, and none is written', async (_, headers) => {
    const { cookie } = withCookie;
    const renewed = await ask('/refresh', { headers: { ...headers, cookie } });
    expect([renewed.input, renewed.cookie]).toEqual([{}, null]);
    const begun = await ask('/sign-in/verify', { headers: { ...headers, cookie } });
    expect([begun.body.refreshToken, begun.cookie]).toEqual([session.refreshToken, null]);
  });

  test.each([
    'https://evil.example',
    'null',
    'http://desk.example.com',
    'https://desk.example.com.evil.example',
  ])('sent along by a page of %s is not read, whatever it says', async (origin) => {
    const { status, input } = await ask('/refresh', { headers: { ...withCookie, origin } });
    expect([status, input]).toEqual([403, null]);
  });

  test('by the name of development is nothing in production', async () => {
    const { input } = await ask('/refresh', {
      headers: { ...browser, cookie: 'ringdesk=kept-token-of-the-session' },
    });
    expect(input).toBeNull();
  });

  test('says nothing to operations that are about no session', async () => {
    const { cookie, input } = await ask('/sign-in', { headers: withCookie, answer: done({}) });
    expect([cookie, input]).toEqual([null, {}]);
  });

  test('a foreign page is not even granted the header', async () => {
    const preflight = (origin: string) =>
      door.app.inject({ method: 'OPTIONS', url: '/api/v1/auth/refresh', headers: { origin } });
    const own = await preflight(publicUrl);
    expect([own.statusCode, own.headers['access-control-allow-origin']]).toEqual([204, publicUrl]);
    expect(own.headers['access-control-allow-headers']).toContain('x-ringdesk-desk');
    const foreign = await preflight('https://evil.example');
    expect([foreign.statusCode, foreign.headers['access-control-allow-headers']]).toEqual([403, undefined]);
  });
});

describe('on a real server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  test('two tabs that renew at the same moment get one next cookie, and signing out ends it', async () => {
    const { refreshToken } = await signIn(server.url, 'rep', 'Dana');
    const renew = (cookie: string) =>
      askHttp(server.url, '/api/v1/auth/refresh', post({}, { ...browser, cookie }));
    const tabs = await Promise.all([1, 2].map(() => renew(`ringdesk=${refreshToken}`)));
    const [next, same] = tabs.map((tab) => tab.headers.get('set-cookie'));
    expect(tabs.map((tab) => [tab.status, tab.body.refreshToken])).toEqual([
      [200, null],
      [200, null],
    ]);
    expect(next).toBe(same);
    const cookie = next?.split(';')[0] ?? '';
    const authorization = `Bearer ${tabs[0]?.body.accessToken}`;
    const out = await askHttp(
      server.url,
      '/api/v1/auth/sign-out',
      post({}, { ...browser, cookie, authorization }),
    );
    expect(out.headers.get('set-cookie')).toMatch(/^ringdesk=; Max-Age=0;/);
    expect((await renew(cookie)).status).toBe(401);
  });
});
