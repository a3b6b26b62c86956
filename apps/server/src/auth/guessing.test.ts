import { newId, seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { ask, newWish, type SignedUp, signUpPerson, verifyPerson, type Wish } from '../testing/account.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { insertAccount } from './accounts.store.ts';
import { createPasswords } from './passwords.ts';

const pairs = 144;
const pairsAtOnce = 12;

let server: TestServer;
let person: SignedUp;
let disabled: SignedUp;
let unfinished: Wish;
beforeAll(async () => {
  server = await startTestServer({ config: { trustedProxies: ['127.0.0.1'] } });
  person = await signUpPerson(server);
  disabled = await signUpPerson(server);
  await server.db.rows(sql`UPDATE users SET disabled_at = desk_now() WHERE id = ${disabled.session.user.id}`);
  unfinished = newWish();
  await verifyPerson(server, unfinished);
  await makeCrowd();
});
afterAll(() => server.close());

let peers = 0;
/** Asks from a peer of its own, so that only what is known of the address can make a difference. */
function askAnew(name: Parameters<typeof ask>[1], body: object) {
  const at = ++peers;
  return ask(server, name, {
    body,
    headers: { 'x-forwarded-for': `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}` },
  });
}
const forgive = () => server.db.rows(sql`DELETE FROM brakes`);

/** Whatever somebody who was not let in may send for an address. */
const questions: Readonly<Record<string, (email: string) => ReturnType<typeof ask>>> = {
  'auth.sign-in': (email) => askAnew('auth.sign-in', { email, password: 'not the password' }),
  'auth.sign-up': (email) => askAnew('auth.sign-up', newWish({ email })),
  'auth.resend-code': (email) => askAnew('auth.resend-code', { email }),
  'auth.verify-email': (email) => askAnew('auth.verify-email', { email, code: '123456' }),
  'password.forgot': (email) => askAnew('password.forgot', { email }),
  'password.reset': (email) =>
    askAnew('password.reset', { email, code: '123456', password: 'a password of mine' }),
};
/** Accounts that somebody has, enough of them for no brake to hold while times are taken. */
const crowd = Array.from({ length: pairsAtOnce }, () => newWish());
async function makeCrowd(): Promise<void> {
  const hash = await createPasswords().hash(person.password);
  if (!hash.ok) throw new Error('nobody else hashes here');
  for (const { email, name } of crowd) {
    const id = newId.user({ nowMs: server.time.nowMs, random: Math.random });
    await insertAccount(server.db, { id, email, name, passwordHash: hash.value });
  }
}
const named = Object.entries(questions);

/** All of an answer that a stranger can see, without what is made by chance. */
async function seen(answer: Awaited<ReturnType<typeof ask>>) {
  const { requestId: _, flow, ...body } = answer.body;
  const headers = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return { status: answer.status, body, flow: typeof flow === 'string' ? flow.length : null, headers };
}

describe('an address that nobody has', () => {
  test.each(named)(
    'is answered by %s like one that somebody has, to the last byte',
    async (_name, question) => {
      await forgive();
      const nobody = await seen(await question(newWish().email));
      for (const { email } of [person, disabled, unfinished])
        expect(await seen(await question(email))).toEqual(nobody);
    },
  );

  test('is stopped after five passwords like one that somebody has', async () => {
    await forgive();
    const run = async (email: string) => {
      const answers = [];
      for (let i = 0; i < 7; i++)
        answers.push(await seen(await askAnew('auth.sign-in', { email, password: `no ${i}` })));
      return answers;
    };
    const nobody = await run(newWish().email);
    expect(nobody.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(await run(person.email)).toEqual(nobody);
    expect(await run(disabled.email)).toEqual(nobody);
  });

  test.each(named)(
    'takes %s as long as one that somebody has',
    async (_name, question) => {
      const random = seededRandom(5);
      const areas: number[] = [];
      // A machine that is busy with others may blur one series; a difference in the server shows in each.
      do areas.push(await areaBetween(question, random));
      while (isApart(areas.at(-1) ?? 1) && areas.length < 3);
      expect(isApart(areas.at(-1) ?? 1), `areas under the curve: ${areas.join(', ')}`).toBe(false);
    },
    90_000,
  );
});

test('that an account is disabled is told to who shows password and code, and to nobody else', async () => {
  await forgive();
  const wrong = await askAnew('auth.sign-in', { email: disabled.email, password: 'not the password' });
  expect(wrong.body.detail).not.toMatch(/disabled/);
  const right = await askAnew('auth.sign-in', { email: disabled.email, password: disabled.password });
  const bearer: string = right.body.challengeToken;
  const withCode = await ask(server, 'auth.verify-sign-in', { body: { code: '000000' }, bearer });
  expect(withCode.body.detail).not.toMatch(/disabled/);
  const [recoveryCode] = disabled.recoveryCodes;
  const told = await ask(server, 'auth.verify-sign-in', { body: { recoveryCode }, bearer });
  expect([told.status, told.body.detail]).toEqual([401, 'This account is disabled. Ask an admin.']);
});

/** How well the time of an answer tells known from unknown: 0.5 is not at all, 0 or 1 is every time. */
async function areaBetween(
  question: (email: string) => Promise<unknown>,
  random: () => number,
): Promise<number> {
  const known: number[] = [];
  const unknown: number[] = [];
  const time = async (email: string, into: number[]) => {
    const startedAt = performance.now();
    await question(email);
    into.push(performance.now() - startedAt);
  };
  for (let done = 0; done < pairs; done += pairsAtOnce) {
    await forgive();
    const batch = crowd.flatMap(({ email }) => {
      const both = [() => time(email, known), () => time(newWish().email, unknown)];
      return random() < 0.5 ? both : both.reverse();
    });
    await Promise.all(batch.map((run) => run()));
  }
  const wins = known.flatMap((a) => unknown.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

function isApart(area: number): boolean {
  return area < 0.4 || area > 0.6;
}
