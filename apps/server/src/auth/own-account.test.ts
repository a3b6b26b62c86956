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
import { lettersOf } from '../testing/mailbox.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let other: TestServer;
let person: SignedUp;
const changed = 'seven slow barges drift';
beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer({ beside: server });
});
beforeEach(async () => {
  await server.db.rows(sql`DELETE FROM brakes`);
  person = await signUpPerson(server);
});
afterAll(async () => {
  await other.stop();
  await other.db.close();
  await server.close();
});

const tryPassword = async (password: string) =>
  (await ask(server, 'auth.sign-in', { body: { email: person.email, password } })).status;
const refresh = (refreshToken: string | null) => ask(other, 'auth.refresh', { body: { refreshToken } });
describe('changing the own password', () => {
  const change = (bearer: string, currentPassword: string, password = changed) =>
    ask(server, 'password.change', { body: { currentPassword, password }, bearer });

  test('takes the present one; this session stays, all others end, and a mail says so', async () => {
    const second = await signInPerson(server, person);
    expect((await change(second.accessToken, person.password)).status).toBe(200);
    expect((await ask(server, 'auth.lock', { bearer: person.session.accessToken })).status).toBe(401);
    expect((await refresh(person.session.refreshToken)).status).toBe(401);
    expect((await refresh(second.refreshToken)).status).toBe(200);
    expect([await tryPassword(person.password), await tryPassword(changed)]).toEqual([401, 200]);
    expect(await lettersOf(server.db, person.email, 'password-changed')).toMatchObject([{ how: 'changed' }]);
  });

  test('is stopped after five wrong ones, and then signing in is stopped too', async () => {
    const { accessToken } = person.session;
    for (let i = 0; i < 5; i++) {
      const answer = await change(accessToken, 'not the password');
      expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'currentPassword']);
    }
    expect((await change(accessToken, person.password)).status).toBe(429);
    expect(await tryPassword(person.password)).toBe(429);
  });

  test('refuses a new one that is easy to guess', async () => {
    const answer = await change(person.session.accessToken, person.password, 'ringdesk1');
    expect(answer.body.errors).toMatchObject([{ path: 'password' }]);
    expect(await tryPassword(person.password)).toBe(200);
  });
});

describe('changing the authenticator', () => {
  const both = async () => ({ password: person.password, code: await freshCode(server, person.secret) });

  test('takes the password and a fresh code; until the new one is proved the old one counts', async () => {
    const bearer = person.session.accessToken;
    const { enrollToken } = await does(server, 'totp.replace', { body: await both(), bearer });
    await does(server, 'totp.enroll', { bearer: enrollToken });
    expect((await signInPerson(server, person)).user.email).toBe(person.email);
  });

  test('ends every session before and gives a new one, new recovery codes, and a mail', async () => {
    const bearer = person.session.accessToken;
    const second = await signInPerson(server, person);
    const { enrollToken } = await does(server, 'totp.replace', { body: await both(), bearer });
    const { secret } = await does(server, 'totp.enroll', { bearer: enrollToken });
    const confirmed = await does(server, 'totp.confirm', {
      body: { code: codeOf(server, secret) },
      bearer: enrollToken,
    });
    for (const session of [person.session, second])
      expect((await refresh(session.refreshToken)).status).toBe(401);
    expect((await refresh(confirmed.refreshToken)).status).toBe(200);
    expect(confirmed.recoveryCodes).toHaveLength(10);
    expect(await lettersOf(server.db, person.email, 'authenticator-set-up')).toMatchObject([
      { how: 'replaced' },
      { how: 'first' },
    ]);
    expect((await signInPerson(server, { ...person, secret })).user.email).toBe(person.email);
  });

  test.each([
    ['a wrong password', { password: 'not the password' }, 'INPUT_INVALID'],
    ['a wrong code', { code: '000000' }, 'CODE_WRONG'],
    ['no code', { code: undefined }, 'INPUT_INVALID'],
    ['no password', { password: undefined }, 'INPUT_INVALID'],
    ['both codes at once', { recoveryCode: '0zzzz-zzzzz' }, 'INPUT_INVALID'],
  ])('is refused with %s, and so are new recovery codes', async (_what, missing, code) => {
    const bearer = person.session.accessToken;
    for (const name of ['totp.replace', 'recovery-codes.renew'] as const)
      expect((await ask(server, name, { body: { ...(await both()), ...missing }, bearer })).body.code).toBe(
        code,
      );
  });

  test('is over when the session that asked for it is', async () => {
    const bearer = person.session.accessToken;
    const { enrollToken } = await does(server, 'totp.replace', { body: await both(), bearer });
    await does(server, 'auth.sign-out', { bearer });
    expect((await ask(server, 'totp.enroll', { bearer: enrollToken })).status).toBe(401);
  });
});

describe('new recovery codes', () => {
  test('void those before, and their owner is told', async () => {
    const { password, secret, recoveryCodes: before, session } = person;
    const body = { password, code: await freshCode(server, secret) };
    const { recoveryCodes } = await does(server, 'recovery-codes.renew', {
      body,
      bearer: session.accessToken,
    });
    expect(recoveryCodes.filter((code) => before.includes(code))).toEqual([]);
    const bearer = await challengeOf(server, person);
    const show = (recoveryCode?: string) =>
      ask(server, 'auth.verify-sign-in', { body: { recoveryCode }, bearer });
    expect((await show(before[3])).body.code).toBe('CODE_WRONG');
    expect((await show(recoveryCodes[3])).body.recoveryCodesLeft).toBe(9);
    expect(await lettersOf(server.db, person.email, 'recovery-codes-renewed')).toHaveLength(1);
  });
});

describe('setting up an authenticator', () => {
  test('shows one secret however often it is asked, and never again once it was proved', async () => {
    const bearer = await verifyPerson(server, newWish());
    const first = await does(server, 'totp.enroll', { bearer });
    expect(await does(server, 'totp.enroll', { bearer })).toEqual(first);
    await does(server, 'totp.confirm', { body: { code: codeOf(server, first.secret) }, bearer });
    expect((await ask(server, 'totp.enroll', { bearer })).status).toBe(401);
  });

  test('counts from its first code: before that the password leads here again', async () => {
    const wish = newWish();
    const bearer = await verifyPerson(server, wish);
    const { secret } = await does(server, 'totp.enroll', { bearer });
    const again = await does(server, 'auth.sign-in', {
      body: { email: wish.email, password: wish.password },
    });
    expect(again).toHaveProperty('enrollToken');
    expect((await ask(server, 'totp.confirm', { body: { code: '000000' }, bearer })).body.code).toBe(
      'CODE_WRONG',
    );
    const body = { code: codeOf(server, secret) };
    expect((await ask(server, 'totp.confirm', { body, bearer })).status).toBe(200);
    expect(
      await does(server, 'auth.sign-in', { body: { email: wish.email, password: wish.password } }),
    ).toHaveProperty('challengeToken');
  });

  test('is done once by one of two who do it at the same moment with two tokens on two nodes', async () => {
    for (let round = 0; round < 5; round++) {
      const wish = newWish();
      const tokens = [await verifyPerson(server, wish)];
      const { email, password } = wish;
      const again = await does(server, 'auth.sign-in', { body: { email, password } });
      if ('enrollToken' in again) tokens.push(again.enrollToken);
      const secrets = await Promise.all(tokens.map((bearer) => does(server, 'totp.enroll', { bearer })));
      expect(secrets[0]?.secret).not.toBe(secrets[1]?.secret);
      const answers = await Promise.all(
        tokens.map((bearer, i) =>
          ask(i === 0 ? server : other, 'totp.confirm', {
            body: { code: codeOf(server, secrets[i]?.secret ?? '') },
            bearer,
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401]);
      const winner = answers.findIndex(({ status }) => status === 200);
      const bearer = await challengeOf(server, wish);
      const code = await freshCode(server, secrets[winner]?.secret ?? '');
      expect((await ask(server, 'auth.verify-sign-in', { body: { code }, bearer })).status).toBe(200);
    }
  });
});
