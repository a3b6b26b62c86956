import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import {
  ask,
  challengeOf,
  does,
  freshCode,
  newWish,
  type SignedUp,
  signInPerson,
  signUpPerson,
} from '../testing/account.ts';
import { lettersOf, mailedCode } from '../testing/mailbox.ts';
import { connectDesk } from '../testing/test-desk.ts';
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
const reset = (body: object, node = server) =>
  ask(node, 'password.reset', { body: { email: person.email, password: changed, ...body } });
async function resetCode(): Promise<string> {
  await does(server, 'password.forgot', { body: { email: person.email } });
  return mailedCode(server.db, person.email, 'reset-password');
}

describe('a forgotten password', () => {
  test('is set anew with the mailed code; the old one is void, every session ends, and a mail says so', async () => {
    const second = await signInPerson(server, person);
    const desk = await connectDesk(other.url, second);
    const code = await resetCode();
    expect((await reset({ code })).status).toBe(200);
    await desk.closed();
    for (const { accessToken, refreshToken } of [person.session, second]) {
      expect((await ask(other, 'auth.lock', { bearer: accessToken })).status).toBe(401);
      expect((await refresh(refreshToken)).status).toBe(401);
    }
    expect(await tryPassword(person.password)).toBe(401);
    expect(await tryPassword(changed)).toBe(200);
    expect(await lettersOf(server.db, person.email, 'password-changed')).toMatchObject([{ how: 'reset' }]);
  });

  test('leaves the second factor as it is: the code is asked for afterwards', async () => {
    await reset({ code: await resetCode() });
    const bearer = await challengeOf(server, { email: person.email, password: changed });
    const code = await freshCode(server, person.secret);
    expect((await ask(server, 'auth.verify-sign-in', { body: { code }, bearer })).status).toBe(200);
  });

  test('voids sign-ins that had shown the old one', async () => {
    const bearer = await challengeOf(server, person);
    await reset({ code: await resetCode() });
    const code = await freshCode(server, person.secret);
    expect((await ask(server, 'auth.verify-sign-in', { body: { code }, bearer })).body.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('takes a code once, also when twenty show it at the same moment on two nodes', async () => {
    const code = await resetCode();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        reset({ code, password: `${changed} ${i}` }, i % 2 === 0 ? server : other),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await reset({ code })).body.code).toBe('CODE_WRONG');
  });

  test.each([
    [599, 200],
    [601, 401],
    [61 * 60, 401],
  ])('takes a code after %i seconds with the answer %i', async (seconds, status) => {
    const code = await resetCode();
    await server.time.advance(seconds * 1000);
    expect((await reset({ code })).status).toBe(status);
  });

  test('takes no code after five wrong ones, not even the right one', async () => {
    const code = await resetCode();
    const wrong = code === '000000' ? '000001' : '000000';
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => reset({ code: wrong }, i % 2 === 0 ? server : other)),
    );
    expect((await reset({ code })).body.code).toBe('CODE_WRONG');
    expect((await reset({ code: await resetCode() })).status).toBe(200);
  });

  test('takes the newest code only, and none that was mailed for something else', async () => {
    const older = await resetCode();
    const newer = await resetCode();
    if (older !== newer) expect((await reset({ code: older })).status).toBe(401);
    const wish = newWish();
    await does(server, 'auth.sign-up', { body: wish });
    const code = await mailedCode(server.db, wish.email);
    if (code !== newer) expect((await reset({ code })).status).toBe(401);
    expect(
      (await ask(server, 'auth.verify-email', { body: { email: wish.email, code: newer } })).status,
    ).toBe(code === newer ? 200 : 401);
    expect((await reset({ code: newer })).status).toBe(200);
  });

  test('refuses a new one that is easy to guess, and the code stays good for a better one', async () => {
    const code = await resetCode();
    const named = await reset({ code, password: 'robin vale 99' });
    expect(named.body.errors).toMatchObject([{ path: 'password' }]);
    expect((await reset({ code, password: 'Password123' })).status).toBe(400);
    expect((await reset({ code })).status).toBe(200);
  });
});
