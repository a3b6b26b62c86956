import { type HttpOperationName, operationNames, operations, policies } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import {
  ask,
  challengeOf,
  codeOf,
  does,
  freshCode,
  newWish,
  type SignedUp,
  signInPerson,
  signUpPerson,
  verifyPerson,
} from '../testing/account.ts';
import { askHttp, post } from '../testing/ask-http.ts';
import { lettersTo } from '../testing/mailbox.ts';
import { refusedHandshake } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let person: SignedUp;
beforeAll(async () => {
  server = await startTestServer();
  person = await signUpPerson(server);
});
beforeEach(() => server.db.rows(sql`DELETE FROM brakes`));
afterAll(() => server.close());

const email = 'somebody@example.com';
const password = 'four quiet herons wade';
/** A well-formed body for each question that is answered before somebody is signed in. */
const beforeSignIn = {
  'auth.sign-up': { email, password, name: 'Somebody' },
  'auth.verify-email': { email, code: '123456', flow: 'abc' },
  'auth.resend-code': { email, flow: 'abc' },
  'auth.sign-in': { email, password },
  'auth.verify-sign-in': { code: '123456' },
  'totp.confirm': { code: '123456' },
  'password.forgot': { email },
  'password.reset': { email, code: '123456', password },
  'auth.refresh': { refreshToken: 'x'.repeat(43) },
} as const;
const questions = Object.entries(beforeSignIn) as [keyof typeof beforeSignIn, Record<string, string>][];
const fields = questions.flatMap(([name, body]) =>
  Object.keys(body).map((field) => [name, field, body] as const),
);

const strangeValues = (good: string): unknown[] => [
  { $ne: '' },
  { $gt: '' },
  { $regex: '.*' },
  { toString: 'x' },
  [good],
  [good, good],
  [],
  {},
  7,
  0,
  -1,
  true,
  false,
  null,
];
const privileged = {
  role: 'admin',
  isAdmin: true,
  admin: true,
  is_admin: 1,
  verified: true,
  emailVerified: true,
  id: 'usr_1',
  userId: 'usr_1',
  totpSecret: 'AAAA',
  passwordHash: 'x',
  origin: 'replace',
  kind: 'enroll',
  disabledAt: null,
  version: 1,
};
const people = () => server.db.rows(sql`SELECT id, role, email, version FROM users ORDER BY id`);

describe('before somebody is signed in', () => {
  test.each(fields)('%s takes a string for its %s and nothing else', async (name, field, body) => {
    const before = await people();
    for (const value of strangeValues(body[field] ?? '')) {
      const answer = await ask(server, name, { body: { ...body, [field]: value } });
      expect([name, field, value, answer.status]).toEqual([name, field, value, 400]);
    }
    expect(await people()).toEqual(before);
    expect(await lettersTo(server.db, email)).toEqual([]);
  });

  test.each(questions)(
    '%s takes no field that it does not know, least of all one that makes an admin',
    async (name, body) => {
      const before = await people();
      for (const [field, value] of Object.entries(privileged)) {
        const answer = await ask(server, name, { body: { ...body, [field]: value } });
        expect([field, answer.status]).toEqual([field, 400]);
      }
      expect(await people()).toEqual(before);
    },
  );

  test('an address that is given twice is one address: only the last is written to', async () => {
    const [first, last] = [newWish(), newWish()];
    for (const { email: known } of [first, last]) await verifyPerson(server, { ...newWish(), email: known });
    const path = '/api/v1/auth/password/forgot';
    const body = `{"email":"${first.email}","email":"${last.email}"}`;
    expect((await askHttp(server.url, path, post(body))).status).toBe(202);
    expect((await lettersTo(server.db, first.email)).map(({ kind }) => kind)).toEqual(['verify-email']);
    expect((await lettersTo(server.db, last.email)).map(({ kind }) => kind)).toEqual([
      'reset-password',
      'verify-email',
    ]);
    const two = await ask(server, 'password.forgot', { body: { email: `${first.email},${last.email}` } });
    expect(two.status).toBe(400);
  });

  test('a prototype that comes in a body is a field that nobody knows', async () => {
    for (const key of ['__proto__', 'constructor']) {
      const body = `{"email":"${email}","password":"${password}","${key}":{"role":"admin","polluted":true}}`;
      expect((await askHttp(server.url, '/api/v1/auth/sign-in', post(body))).status).toBe(400);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('words that would break a statement or a page are words', async () => {
    for (const name of ["Robert'); DROP TABLE users;--", '<script>alert(1)</script>']) {
      const wish = newWish({ name });
      await verifyPerson(server, wish);
      const [row] = await server.db.rows<{ name: string }>(
        sql`SELECT name FROM users WHERE email = ${wish.email}`,
      );
      expect(row?.name).toBe(name);
    }
  });
});

const withAddress = operationNames.filter((name): name is HttpOperationName => 'http' in operations[name]);
const guarded = withAddress.filter(
  (name) => policies[name] !== 'anyone' && policies[name] !== 'holders of a step token',
);
/** Asks an address with a token, whatever the body; ids in paths are made up. */
function askWith(name: HttpOperationName, token: string) {
  const { method, path, ...door } = operations[name].http;
  const base = 'isAtRoot' in door ? '' : '/api/v1';
  const url = base + path.replaceAll(/:\w+/g, 'usr_1');
  const authorization = `Bearer ${token}`;
  if (method === 'GET' || method === 'DELETE')
    return askHttp(server.url, url, { method, headers: { authorization } });
  return askHttp(server.url, url, { ...post({}, { authorization }), method });
}

describe('half way through signing in', () => {
  test('a step token opens no address and no socket', async () => {
    const enrolling = await verifyPerson(server, newWish());
    const challenged = await challengeOf(server, person);
    expect(guarded.length).toBeGreaterThan(25);
    for (const token of [enrolling, challenged]) {
      for (const name of guarded) expect([name, (await askWith(name, token)).status]).toEqual([name, 401]);
      expect((await refusedHandshake(server.url, { token, contract: 1 })).code).toBe('UNAUTHENTICATED');
    }
  });

  test('a locked session opens no address but those to unlock and to sign out', async () => {
    const { accessToken } = await signInPerson(server, person);
    await does(server, 'auth.lock', { bearer: accessToken });
    const open = guarded.filter((name) => policies[name] === 'anyone signed in, also while locked');
    for (const name of guarded.filter((it) => !open.includes(it)))
      expect([name, [403, 423]]).toEqual([
        name,
        expect.arrayContaining([(await askWith(name, accessToken)).status]),
      ]);
    expect(await refusedHandshake(server.url, { token: accessToken, contract: 1 })).toMatchObject({
      code: 'SESSION_LOCKED',
    });
    expect(open).toEqual(['auth.sign-out', 'auth.sign-out-everywhere', 'auth.lock', 'auth.unlock']);
  });

  test('each step takes the token of that step, and an access token takes none', async () => {
    const enrolling = await verifyPerson(server, newWish());
    const challenged = await challengeOf(server, person);
    const code = await freshCode(server, person.secret);
    const refusedAt = async (
      name: 'auth.verify-sign-in' | 'totp.enroll' | 'totp.confirm',
      bearer?: string,
    ) => {
      const body = name === 'totp.enroll' ? {} : { code };
      const answer = await ask(server, name, bearer === undefined ? { body } : { body, bearer });
      return [answer.status, answer.body.code];
    };
    const over = [401, 'UNAUTHENTICATED'];
    const { accessToken, refreshToken } = person.session;
    for (const bearer of [enrolling, accessToken, refreshToken ?? '', 'x'.repeat(43), undefined])
      expect(await refusedAt('auth.verify-sign-in', bearer)).toEqual(over);
    for (const name of ['totp.enroll', 'totp.confirm'] as const)
      for (const bearer of [challenged, accessToken, refreshToken ?? '', 'x'.repeat(43), undefined])
        expect(await refusedAt(name, bearer)).toEqual(over);
    expect((await ask(server, 'auth.verify-sign-in', { body: { code }, bearer: challenged })).status).toBe(
      200,
    );
  });

  test('a code comes after the password, an authenticator after its secret was shown, and neither twice', async () => {
    const bearer = await verifyPerson(server, newWish());
    expect((await ask(server, 'totp.confirm', { body: { code: '123456' }, bearer })).body.code).toBe(
      'UNAUTHENTICATED',
    );
    const { secret } = await does(server, 'totp.enroll', { bearer });
    const body = { code: codeOf(server, secret) };
    expect((await ask(server, 'totp.confirm', { body, bearer })).status).toBe(200);
    expect((await ask(server, 'totp.confirm', { body, bearer })).status).toBe(401);
    expect((await ask(server, 'totp.enroll', { bearer })).status).toBe(401);
    const challenge = await challengeOf(server, person);
    const code = await freshCode(server, person.secret);
    expect((await ask(server, 'auth.verify-sign-in', { body: { code }, bearer: challenge })).status).toBe(
      200,
    );
    const next = await freshCode(server, person.secret);
    expect(
      (await ask(server, 'auth.verify-sign-in', { body: { code: next }, bearer: challenge })).status,
    ).toBe(401);
  });

  test.each([
    ['a challenge', 5],
    ['an enrollment', 30],
  ])('%s runs out after %i minutes', async (what, minutes) => {
    const wish = newWish();
    const bearer =
      what === 'a challenge' ? await challengeOf(server, person) : await verifyPerson(server, wish);
    const isHeld = async () =>
      what === 'a challenge'
        ? (await ask(server, 'auth.verify-sign-in', { body: { code: '000000' }, bearer })).body.code !==
          'UNAUTHENTICATED'
        : (await ask(server, 'totp.enroll', { bearer })).status === 200;
    await server.time.advance(minutes * 60_000 - 1000);
    expect(await isHeld()).toBe(true);
    await server.time.advance(2000);
    expect(await isHeld()).toBe(false);
  });
});
