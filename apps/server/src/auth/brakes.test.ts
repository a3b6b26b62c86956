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
  signUpPerson,
} from '../testing/account.ts';
import { lettersOf, mailedCode } from '../testing/mailbox.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { takeTry } from './brakes.store.ts';
import { brakeOn, networkOf } from './brakes.ts';
import { mayMail } from './may-mail.ts';

let server: TestServer;
let other: TestServer;
let person: SignedUp;
const minuteMs = 60_000;
beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer({ beside: server });
  person = await signUpPerson(server);
});
beforeEach(async () => {
  await server.time.advance(minuteMs);
  await server.db.rows(sql`DELETE FROM brakes`);
  await server.db.rows(sql`DELETE FROM mails`);
});
afterAll(async () => {
  await other.stop();
  await other.db.close();
  await server.close();
});

const nodeOf = (i: number) => (i % 2 === 0 ? server : other);
const tryPassword = (email: string, password: string, i = 0) =>
  ask(nodeOf(i), 'auth.sign-in', { body: { email, password } });
const statuses = (answers: readonly { readonly status: number }[]) =>
  answers.map(({ status }) => status).sort((a, b) => a - b);
const many = <Value>(length: number, make: (i: number) => Promise<Value>) =>
  Promise.all(Array.from({ length }, (_, i) => make(i)));
/** A code that is not among those of now. */
const wrongCode = () => {
  const now = [codeOf(server, person.secret), codeOf(server, person.secret, -1)];
  return ['000000', '000001', '000002'].find((code) => !now.includes(code)) ?? '';
};

describe('passwords', () => {
  test.each([
    ['that somebody has', () => person.email],
    ['that nobody has', () => 'nobody-at-all@example.com'],
  ])(
    'of an address %s are judged five times, however many are sent to both nodes at once',
    async (_what, of) => {
      const email = of();
      const answers = await many(40, (i) => tryPassword(email, `wrong password ${i}`, i));
      expect(statuses(answers)).toEqual([...Array(5).fill(401), ...Array(35).fill(429)]);
      const judged = await server.db.rows(
        sql`SELECT FROM brakes WHERE key = ${brakeOn.password(email).key} AND tries = 40`,
      );
      expect(judged).toHaveLength(1);
      const held = await tryPassword(email.toUpperCase(), person.password);
      expect(held.status).toBe(429);
      expect(held.body.retryAfterSeconds).toBe(15 * 60);
    },
  );

  test('are judged again for the true owner after fifteen minutes, and one mail told of the stop', async () => {
    await many(9, (i) => tryPassword(person.email, 'not the password', i));
    expect((await tryPassword(person.email, person.password)).status).toBe(429);
    expect(await lettersOf(server.db, person.email, 'sign-in-stopped')).toMatchObject([
      { what: 'password', minutes: 15 },
    ]);
    await server.time.advance(15 * minuteMs - 1000);
    expect((await tryPassword(person.email, person.password)).status).toBe(429);
    await server.time.advance(1000);
    expect((await tryPassword(person.email, person.password)).status).toBe(200);
  });

  test('are never judged more than five times within any fifteen minutes, however they are spread', async () => {
    const judgedAt: number[] = [];
    for (let minute = 0; minute < 60; minute++) {
      if ((await takeTry(server.db, brakeOn.password('spread@example.com'))).isAllowed) judgedAt.push(minute);
      await server.time.advance(minuteMs);
    }
    for (const at of judgedAt)
      expect(judgedAt.filter((it) => it >= at && it < at + 15).length).toBeLessThanOrEqual(5);
    expect(judgedAt.length).toBeGreaterThan(10);
  });

  test('that are wrong at one address stop nobody else', async () => {
    const bystander = await signUpPerson(server);
    await many(20, () => tryPassword(person.email, 'not the password'));
    expect((await tryPassword(bystander.email, bystander.password)).status).toBe(200);
  });

  test('are forgiven by the right one, and by a reset', async () => {
    for (let round = 0; round < 3; round++) {
      await many(4, () => tryPassword(person.email, 'not the password'));
      expect((await tryPassword(person.email, person.password)).status).toBe(200);
    }
    await many(6, () => tryPassword(person.email, 'not the password'));
    await does(server, 'password.forgot', { body: { email: person.email } });
    const code = await mailedCode(server.db, person.email, 'reset-password');
    const { email, password } = person;
    await does(server, 'password.reset', { body: { email, code, password } });
    expect((await tryPassword(email, password)).status).toBe(200);
  });
});

describe('second factors', () => {
  const show = async (body: object, i = 0, bearer?: string) =>
    ask(nodeOf(i), 'auth.verify-sign-in', { body, bearer: bearer ?? (await challengeOf(server, person)) });

  test('are judged five times, whatever is shown, in many sign-ins at once on two nodes; the right one is refused then', async () => {
    const bearers: string[] = [];
    while (bearers.length < 50) bearers.push(await challengeOf(server, person));
    const answers = await many(50, (i) =>
      show(i % 3 === 0 ? { recoveryCode: `${i % 10}zzzzzzzzz` } : { code: wrongCode() }, i, bearers[i]),
    );
    expect(statuses(answers)).toEqual([...Array(5).fill(401), ...Array(45).fill(429)]);
    expect((await show({ code: await freshCode(server, person.secret) })).status).toBe(429);
    expect((await show({ recoveryCode: person.recoveryCodes[9] })).status).toBe(429);
    expect(await lettersOf(server.db, person.email, 'sign-in-stopped')).toMatchObject([
      { what: 'code', minutes: 15 },
    ]);
    await server.time.advance(15 * minuteMs);
    expect((await show({ code: codeOf(server, person.secret) })).status).toBe(200);
  });

  test('are counted in a row over hours, and neither a new sign-in nor a mailed code begins the count anew', async () => {
    for (let i = 0; i < 4; i++) {
      expect((await show({ code: wrongCode() })).status).toBe(401);
      await server.time.advance(3 * 60 * minuteMs);
      await does(server, 'password.forgot', { body: { email: person.email } });
    }
    expect((await show({ code: wrongCode() })).status).toBe(401);
    expect((await show({ code: codeOf(server, person.secret) })).status).toBe(429);
  });

  test('that are right forgive those in a row, but not those of the day: after twenty wrong ones nothing counts until the next', async () => {
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 4; i++) expect((await show({ code: wrongCode() })).status).toBe(401);
      const right = await show({ code: await freshCode(server, person.secret) });
      expect(right.status).toBe(round < 4 ? 200 : 429);
    }
    const [stopped] = await lettersOf(server.db, person.email, 'sign-in-stopped');
    expect(stopped?.minutes).toBeGreaterThan(20 * 60);
    await server.time.advance(20 * 60 * minuteMs);
    expect((await show({ code: codeOf(server, person.secret) })).status).toBe(429);
    await server.time.advance(4 * 60 * minuteMs);
    expect((await show({ code: codeOf(server, person.secret) })).status).toBe(200);
  });

  test('share one count with those that unlock and those that change the account', async () => {
    const session = await show({ code: await freshCode(server, person.secret) });
    const bearer: string = session.body.accessToken;
    const { password } = person;
    await ask(server, 'totp.replace', { body: { password, code: wrongCode() }, bearer });
    await ask(server, 'recovery-codes.renew', { body: { password, recoveryCode: '0zzzzzzzzz' }, bearer });
    await does(server, 'auth.lock', { bearer });
    for (let i = 0; i < 3; i++)
      expect((await ask(other, 'auth.unlock', { body: { code: wrongCode() }, bearer })).body.code).toBe(
        'CODE_WRONG',
      );
    const code = await freshCode(server, person.secret);
    expect((await ask(server, 'auth.unlock', { body: { code }, bearer })).status).toBe(429);
    expect((await show({ code })).status).toBe(429);
  });
});

describe('a peer', () => {
  test('may be wrong a hundred times in fifteen minutes, at whatever addresses; who is right is not counted', async () => {
    for (let i = 0; i < 30; i++) expect((await tryPassword(person.email, person.password)).status).toBe(200);
    const guesses = await many(60, (i) => tryPassword(`guess-${i}@example.com`, 'a common password', i));
    const more = await many(60, (i) => tryPassword(`more-${i}@example.com`, 'a common password', i));
    expect([...guesses, ...more].filter(({ status }) => status === 401)).toHaveLength(100);
    expect((await tryPassword(person.email, person.password)).status).toBe(429);
    await server.time.advance(15 * minuteMs);
    expect((await tryPassword(person.email, person.password)).status).toBe(200);
  });

  test('may ask for thirty mails an hour, and nobody’s mailbox gets more than ten of them', async () => {
    const ask30 = (i: number) =>
      ask(nodeOf(i), i % 2 === 0 ? 'password.forgot' : 'auth.resend-code', { body: { email: person.email } });
    expect(statuses(await many(35, ask30))).toEqual([...Array(30).fill(202), ...Array(5).fill(429)]);
    expect((await lettersOf(server.db, person.email, 'reset-password')).length).toBeLessThanOrEqual(10);
  });

  test('cannot fill a mailbox by other ways to write its address', async () => {
    const [name] = newWish().email.split('@');
    const spellings = [
      (i: number) => `${name}+${i}@example.com`,
      (i: number) => `${name?.slice(0, i + 1)}.${name?.slice(i + 1)}@example.com`,
    ];
    const emails = spellings.flatMap((spell) => Array.from({ length: 10 }, (_, i) => spell(i)));
    for (const email of emails) await does(server, 'auth.sign-up', { body: newWish({ email }) });
    const sent = await Promise.all(emails.map((email) => lettersOf(server.db, email, 'verify-email')));
    expect(sent.flat()).toHaveLength(5);
  });

  test('cannot use up the mails of a day: the owner of the address gets a code at another place', async () => {
    const { email } = person;
    for (let i = 0; i < 12; i++) await does(server, 'password.forgot', { body: { email } });
    expect(await mayMail(server.db, email, { address: '203.0.113.7', device: '' })).toBe(true);
    for (let i = 0; i < 20; i++) await mayMail(server.db, email, { address: `203.0.113.${i}`, device: '' });
    expect(await mayMail(server.db, email, { address: '203.0.113.99', device: '' })).toBe(false);
  });

  test('cannot fill a mailbox by wrong passwords all day', async () => {
    for (let round = 0; round < 8; round++) {
      for (let i = 0; i < 5; i++) await tryPassword(person.email, 'not the password');
      await server.time.advance(15 * minuteMs);
    }
    expect(await lettersOf(server.db, person.email, 'sign-in-stopped')).toHaveLength(2);
  });

  test('may not guess mailed codes without end, and an address that nobody has does not differ', async () => {
    const unknown = newWish();
    const answers = await many(120, (i) =>
      ask(nodeOf(i), i % 2 === 0 ? 'auth.verify-email' : 'password.reset', {
        body:
          i % 2 === 0
            ? { email: unknown.email, code: '123456' }
            : { email: unknown.email, code: '123456', password: unknown.password },
      }),
    );
    expect(statuses(answers)).toEqual([...Array(100).fill(401), ...Array(20).fill(429)]);
  });

  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('at %s is known as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
