import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import {
  ask,
  challengeOf,
  codeOf,
  does,
  freshCode,
  newWish,
  type SignedUp,
  signUpPerson,
  verifyPerson,
} from '../testing/account.ts';
import { lockWaited } from '../testing/floor.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { setPassword } from './accounts.store.ts';
import { endSessionsOf } from './end-sessions.store.ts';
import { createPasswords } from './passwords.ts';
import { voidSteps } from './steps.store.ts';

let server: TestServer;
let person: SignedUp;
beforeAll(async () => {
  server = await startTestServer();
  const hash = await createPasswords().hash('three pale lanterns swing');
  newHash = hash.ok ? hash.value : '';
});
beforeEach(async () => {
  await server.db.rows(sql`DELETE FROM brakes`);
  person = await signUpPerson(server);
});
afterAll(() => server.close());

type Tx = Pick<Database, 'rows'>;
type Asked = ReturnType<typeof ask>;

const another = 'seven slow barges drift';
const userId = () => person.session.user.id;
let newHash: string;
const setAnew = (tx: Tx) => setPassword(tx, userId(), newHash);

/** Holds what the question needs, waits until the question stands there, and changes something before it goes on. */
async function whileHeld(
  hold: (tx: Tx) => Promise<unknown>,
  question: () => Asked,
  change: (tx: Tx) => Promise<unknown>,
) {
  const asked = await server.db.transaction(async (tx) => {
    await hold(tx);
    const answer = question();
    await lockWaited(server.db);
    await change(tx);
    return { answer };
  });
  return asked.answer;
}

const live = async () =>
  (await server.db.rows(sql`SELECT FROM sessions WHERE user_id = ${userId()} AND ended_at IS NULL`)).length;

test('a sign-in whose password is set anew at its last step leads nowhere', async () => {
  const bearer = await challengeOf(server, person);
  const [recoveryCode] = person.recoveryCodes;
  const answer = await whileHeld(
    setAnew,
    () => ask(server, 'auth.verify-sign-in', { body: { recoveryCode }, bearer }),
    async (tx) => {
      await endSessionsOf(tx, userId(), { why: 'password reset' });
      await voidSteps(tx, userId());
    },
  );
  expect([answer.status, await live()]).toEqual([401, 0]);
});

test('a password that is judged right while it is set anew gives no step', async () => {
  const { email, password } = person;
  const answer = await whileHeld(
    (tx) => tx.rows(sql`LOCK TABLE step_tokens IN SHARE MODE`),
    () => ask(server, 'auth.sign-in', { body: { email, password } }),
    async (tx) => {
      await setAnew(tx);
      await voidSteps(tx, userId());
    },
  );
  expect(answer.status).toBe(401);
});

test('a change of the password does not undo a reset that was faster', async () => {
  const answer = await whileHeld(
    setAnew,
    () =>
      ask(server, 'password.change', {
        body: { currentPassword: person.password, password: another },
        bearer: person.session.accessToken,
      }),
    (tx) => endSessionsOf(tx, userId(), { why: 'password reset' }),
  );
  expect(answer.status).toBe(401);
  const [row] = await server.db.rows<{ password_hash: string }>(
    sql`SELECT password_hash FROM users WHERE id = ${userId()}`,
  );
  expect(row?.password_hash).toBe(newHash);
});

test('somebody who is disabled at the last step has no session, also not when let in again', async () => {
  const bearer = await challengeOf(server, person);
  const [recoveryCode] = person.recoveryCodes;
  const answer = await whileHeld(
    (tx) => tx.rows(sql`UPDATE users SET disabled_at = desk_now() WHERE id = ${userId()}`),
    () => ask(server, 'auth.verify-sign-in', { body: { recoveryCode }, bearer }),
    (tx) => endSessionsOf(tx, userId(), { why: 'disabled' }),
  );
  expect([answer.status, answer.body.reason]).toEqual([401, 'disabled']);
  expect(await live()).toBe(0);
});

test('somebody who is disabled while the first authenticator is proved has no session either', async () => {
  const wish = newWish();
  const bearer = await verifyPerson(server, wish);
  const { secret } = await does(server, 'totp.enroll', { bearer });
  const answer = await whileHeld(
    (tx) => tx.rows(sql`UPDATE users SET disabled_at = desk_now() WHERE email = ${wish.email}`),
    () => ask(server, 'totp.confirm', { body: { code: codeOf(server, secret) }, bearer }),
    async () => undefined,
  );
  expect([answer.status, answer.body.reason]).toEqual([401, 'disabled']);
  const sessions = await server.db.rows(
    sql`SELECT FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = ${wish.email}`,
  );
  expect(sessions).toEqual([]);
});

test('another authenticator is not set up from a desk that was locked meanwhile', async () => {
  const bearer = person.session.accessToken;
  const body = { password: person.password, code: await freshCode(server, person.secret) };
  const { enrollToken } = await does(server, 'totp.replace', { body, bearer });
  const { secret } = await does(server, 'totp.enroll', { bearer: enrollToken });
  await does(server, 'auth.lock', { bearer });
  const confirm = () =>
    ask(server, 'totp.confirm', { body: { code: codeOf(server, secret) }, bearer: enrollToken });
  expect((await confirm()).status).toBe(401);
  await does(server, 'auth.unlock', { body: { code: await freshCode(server, person.secret) }, bearer });
  expect((await confirm()).status).toBe(200);
});
