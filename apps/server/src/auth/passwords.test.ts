import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { ask, newWish, verifyPerson } from '../testing/account.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { judgeNewPassword } from './judge-password.ts';
import { createPasswords } from './passwords.ts';
import { createTurns } from './turns.ts';

const owner = ['dana.reyes@brightcare.example', 'Dana Reyes'];

describe('a new password', () => {
  test.each([
    ['Password123', 'common'],
    ['QWERTYUIOP', 'common'],
    ['123456789', 'common'],
    ['iloveyou1', 'common'],
    ['Ringdesk!', 'the product'],
    ['ringdesk2026', 'the product and a year'],
    ['Ringdesk-ringdesk', 'the product twice'],
    ['dana.reyes', 'the own name'],
    ['Dana-Reyes-77', 'the own name and a number'],
    ['brightcare1', 'the house of the own address'],
    ['aaaaaaaaaaaa', 'one character'],
    ['abababababab', 'two characters'],
  ])('such as %s is refused: it is %s', (password) => {
    const judged = judgeNewPassword(password, owner);
    expect(judged).toMatchObject({
      ok: false,
      error: { code: 'INPUT_INVALID', details: { errors: [{ path: 'password' }] } },
    });
  });

  test.each([
    ['plum basket at the ferry'],
    ['correct horse battery staple'],
    ['Danas Katze jagt Wolken'],
    ['пароль с длинным хвостом'],
    ['🐢🦊🐝🦉🐙 in a row'],
    [' leading and trailing blanks '],
    ['x7#kQ9!v'],
  ])('such as %s is taken', (password) => {
    expect(judgeNewPassword(password, owner).ok).toBe(true);
  });
});

describe('at the door', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());
  const signUp = (password: string) => ask(server, 'auth.sign-up', { body: newWish({ password }) });

  test.each([
    [7, 400],
    [8, 202],
    [64, 202],
    [128, 202],
    [256, 202],
    [257, 400],
  ])('a password of %i characters is answered with %i', async (length, status) => {
    const password = 'kx7wq2mz'.repeat(40).slice(0, length);
    const answer = await signUp(password);
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body.errors).toMatchObject([{ path: 'password' }]);
  });

  test('nothing is cut off: of two passwords that share 72 bytes only the one that was set signs in', async () => {
    const shared = 'heron'.repeat(20).slice(0, 72);
    for (const [set, tried] of [
      [`${shared}A`, `${shared}B`],
      [shared, `${shared}!`],
      [` ${shared}`, shared],
      ['Quiet Heron Wades', 'quiet heron wades'],
    ] as const) {
      const wish = newWish({ password: set });
      await verifyPerson(server, wish);
      const signIn = async (password: string) =>
        (await ask(server, 'auth.sign-in', { body: { email: wish.email, password } })).status;
      expect([await signIn(set), await signIn(tried)]).toEqual([200, 401]);
    }
  });

  test('the same letters are the same password, however a keyboard composes them', async () => {
    const wish = newWish({ password: 'caf\u00e9 by the quay' });
    await verifyPerson(server, wish);
    const body = { email: wish.email, password: 'cafe\u0301 by the quay' };
    expect((await ask(server, 'auth.sign-in', { body })).status).toBe(200);
  });

  test('what is kept is argon2id with its own salt, as OWASP asks', async () => {
    const [a, b] = [newWish(), newWish()];
    for (const wish of [a, b]) await verifyPerson(server, wish);
    const kept = await server.db.rows<{ hash: string }>(
      sql`SELECT password_hash AS hash FROM users WHERE email IN (${a.email}, ${b.email})`,
    );
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(2);
    for (const { hash } of kept) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('while passwords are judged the event loop goes on for everybody else', async () => {
    const passwords = createPasswords();
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns++;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    for (let i = 0; i < 10; i++) await passwords.verify(null, 'not the password');
    isOver = true;
    expect(turns).toBeGreaterThan(100);
  });
});

describe('the line before the slow hash', () => {
  test('is sixty-four long, and asks whoever comes then to come back', async () => {
    const passwords = createPasswords();
    const hashes = await Promise.all(Array.from({ length: 80 }, () => passwords.verify(null, 'x')));
    expect([65, 66]).toContain(hashes.filter((it) => it.ok).length);
    expect(hashes.find((it) => !it.ok)).toMatchObject({
      error: { code: 'RATE_LIMITED', details: { retryAfterSeconds: 3 } },
    });
    expect(await passwords.verify(null, 'x')).toEqual({ ok: true, value: false });
  });

  test('is served in order, and goes on after a piece of work that failed', async () => {
    const turns = createTurns({ atOnce: 2, mostWaiting: 10 });
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const work = (i: number) => async () => {
      begun.push(i);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running--;
      if (i % 3 === 0) throw new Error('this one fails');
    };
    const settled = await Promise.allSettled(Array.from({ length: 12 }, async (_, i) => turns.take(work(i))));
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect([begun, most]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 2]);
    expect(await turns.take(async () => 'free again')).toBe('free again');
  });
});
