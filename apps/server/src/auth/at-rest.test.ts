import type { AuditedEvent } from '@ringdesk/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import {
  ask,
  challengeOf,
  codeOf,
  does,
  freshCode,
  type SignedUp,
  signInPerson,
  signUpPerson,
} from '../testing/account.ts';
import { lettersTo, mailedCode } from '../testing/mailbox.ts';
import { signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let person: SignedUp;
beforeAll(async () => {
  server = await startTestServer();
  person = await signUpPerson(server);
});
afterAll(() => server.close());

/** Everything that stands in the tables, as text. */
async function everything(): Promise<string> {
  const tables = await server.db.rows<{ name: string }>(
    sql`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await server.db.rows({ parts: [`SELECT t::text AS row FROM ${name} t`], values: [] });
    texts.push(...rows.map((row) => String(row['row'])));
  }
  return texts.join('\n');
}
const eventsOf = async () =>
  (
    await server.db.rows<{ event: AuditedEvent }>(
      sql`SELECT event FROM audit_entries WHERE user_id = ${person.session.user.id} `,
    )
  ).map(({ event }) => event);

test('no password, secret, code or token stands readable in any table', async () => {
  const challenge = await challengeOf(server, person);
  await does(server, 'password.forgot', { body: { email: person.email } });
  const reset = await mailedCode(server.db, person.email, 'reset-password');
  const verified = await mailedCode(server.db, person.email);
  const session = await signInPerson(server, person);
  const { enrollToken } = await does(server, 'totp.replace', {
    body: { password: person.password, code: await freshCode(server, person.secret) },
    bearer: session.accessToken,
  });
  const { secret } = await does(server, 'totp.enroll', { bearer: enrollToken });
  const text = await everything();
  expect(text).toContain(person.email);
  const secrets = [
    person.password,
    person.secret,
    secret,
    challenge,
    enrollToken,
    session.accessToken,
    session.refreshToken ?? '',
    ...person.recoveryCodes,
    ...person.recoveryCodes.map((code) => code.replace('-', '')),
  ];
  for (const it of secrets) {
    expect(it.length).toBeGreaterThan(9);
    expect(text.includes(it)).toBe(false);
  }
  // Six digits may stand in any number; as a word of their own they may not.
  for (const code of [reset, verified]) expect(text).not.toMatch(new RegExp(`(?<![\\d.])${code}(?!\\d)`));
  const hashes = await server.db.rows<{ hash: string }>(sql`SELECT hash FROM recovery_codes`);
  for (const { hash } of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('neither the answer of any address nor the log has the secret of an authenticator that is set up', async () => {
  const { accessToken } = await signInPerson(server, person);
  const headers = { authorization: `Bearer ${accessToken}` };
  for (const path of ['/me', `/users/${person.session.user.id}`, '/auth/sessions']) {
    const answer = await fetch(`${server.url}/api/v1${path}`, { headers });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    for (const it of [person.secret, person.password, 'argon2']) expect(text.includes(it)).toBe(false);
  }
  expect(server.troubles).toEqual([]);
});

test('each thing that is done or tried with an account stands in the audit, once', async () => {
  person = await signUpPerson(server);
  const { email, password, secret } = person;
  const bearer = (await signInPerson(server, person)).accessToken;
  const challenge = await challengeOf(server, person);
  await ask(server, 'auth.verify-sign-in', { body: { code: '000000' }, bearer: challenge });
  await ask(server, 'auth.sign-in', { body: { email, password: 'not the password' } });
  await does(server, 'auth.lock', { bearer });
  await does(server, 'auth.lock', { bearer });
  await does(server, 'auth.unlock', { body: { code: await freshCode(server, secret) }, bearer });
  await does(server, 'recovery-codes.renew', {
    body: { password, code: await freshCode(server, secret) },
    bearer,
  });
  const changed = 'seven slow barges drift';
  await does(server, 'password.change', { body: { currentPassword: password, password: changed }, bearer });
  await does(server, 'auth.sign-up', { body: { email, password, name: 'Somebody' } });
  const code = await freshCode(server, secret);
  const { enrollToken } = await does(server, 'totp.replace', { body: { password: changed, code }, bearer });
  const fresh = await does(server, 'totp.enroll', { bearer: enrollToken });
  await does(server, 'totp.confirm', { body: { code: codeOf(server, fresh.secret) }, bearer: enrollToken });
  await does(server, 'password.forgot', { body: { email } });
  const reset = await mailedCode(server.db, email, 'reset-password');
  await does(server, 'password.reset', { body: { email, code: reset, password } });
  const events = (await eventsOf()).filter((event) => event !== 'session.ended');
  const expected: AuditedEvent[] = [
    'account.created',
    'authenticator.set-up',
    'sign-in.done',
    'sign-in.done',
    'sign-in.code-wrong',
    'sign-in.password-wrong',
    'session.locked',
    'session.unlocked',
    'recovery-codes.renewed',
    'password.changed',
    'account.sign-up-repeated',
    'authenticator.replaced',
    'sign-in.done',
    'password.reset-asked',
    'password.reset',
  ];
  expect(events.sort()).toEqual(expected.sort());
  const letters = (await lettersTo(server.db, email)).map(({ kind }) => kind);
  expect(letters.filter((kind) => kind !== 'signed-in-somewhere-new').sort()).toEqual([
    'account-exists',
    'authenticator-set-up',
    'authenticator-set-up',
    'password-changed',
    'password-changed',
    'recovery-codes-renewed',
    'reset-password',
    'verify-email',
  ]);
});

test('a demo person unlocks without a code, having none, and cannot show a password either', async () => {
  const { accessToken: bearer } = await signIn(server.url, 'rep', 'Demo Dana');
  await does(server, 'auth.lock', { bearer });
  expect((await ask(server, 'auth.unlock', { bearer })).status).toBe(200);
  const body = { currentPassword: 'whatever it is', password: 'seven slow barges drift' };
  expect((await ask(server, 'password.change', { body, bearer })).status).toBe(400);
});

test('what ran out is forgotten: sign-ups after a day, steps, codes and brakes when they are over', async () => {
  await does(server, 'auth.sign-up', {
    body: { email: 'late@example.com', password: person.password, name: 'Late' },
  });
  await challengeOf(server, person);
  const left = async () => {
    const [row] = await server.db.rows(sql`SELECT (SELECT count(*)::int FROM sign_ups) AS sign_ups,
      (SELECT count(*)::int FROM step_tokens) AS steps, (SELECT count(*)::int FROM brakes) AS brakes`);
    return row;
  };
  expect(Object.values((await left()) ?? {}).every((count) => Number(count) > 0)).toBe(true);
  await server.time.advance(25 * 60 * 60 * 1000);
  const later = await startTestServer({ beside: server });
  try {
    await expect.poll(left, { timeout: 5_000 }).toEqual({ sign_ups: 0, steps: 0, brakes: 0 });
  } finally {
    await later.stop();
    await later.db.close();
  }
});
