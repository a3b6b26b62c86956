import type { SessionId } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { systemClock } from '../edge/clock.ts';
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
import { lettersOf } from '../testing/mailbox.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { release } from './brakes.store.ts';
import { brakeOn } from './brakes.ts';
import { useStep } from './factors.store.ts';

let server: TestServer;
let other: TestServer;
let person: SignedUp;
const dayMs = 24 * 60 * 60 * 1000;
beforeAll(async () => {
  server = await startTestServer();
  // A node whose own clock is far off: only PostgreSQL's time may count.
  let looks = 0;
  const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + (looks++ % 2 === 0 ? 90_000 : -90_000) };
  other = await startTestServer({ beside: server, clock });
  person = await signUpPerson(server);
});
afterAll(async () => {
  await other.stop();
  await other.db.close();
  await server.close();
});

/** Each test begins with a free budget of tries. */
async function forgive({ session }: SignedUp = person) {
  const { id } = session.user;
  const brakes = [brakeOn.factor(id), brakeOn.factorOfDay(id), brakeOn.wrongFrom('127.0.0.1')];
  await release(
    server.db,
    brakes.map(({ key }) => key),
  );
}
const showCode = async (code: unknown, node = server) =>
  ask(node, 'auth.verify-sign-in', { body: { code }, bearer: await challengeOf(server, person) });
const showRecovery = async (recoveryCode: string, node = server) =>
  ask(node, 'auth.verify-sign-in', { body: { recoveryCode }, bearer: await challengeOf(server, person) });

describe('a code of the authenticator', () => {
  test('signs in once, and not a second time', async () => {
    const code = await freshCode(server, person.secret);
    expect((await showCode(code)).status).toBe(200);
    const again = await showCode(code);
    expect([again.status, again.body.code]).toEqual([401, 'CODE_WRONG']);
  });

  test('signs in once when twenty show it at the same moment on two nodes', async () => {
    const code = await freshCode(server, person.secret);
    const bearers = await stepsFor(20);
    const answers = await Promise.all(
      bearers.map((bearer, i) =>
        ask(i % 2 === 0 ? server : other, 'auth.verify-sign-in', { body: { code }, bearer }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![200, 401, 429].includes(status))).toEqual([]);
    await forgive();
  });

  test('is used up by one of forty who get as far as that at the same moment on two nodes', async () => {
    const { id: userId } = person.session.user;
    for (let step = 100_000_000; step < 100_000_005; step++) {
      const uses = Array.from({ length: 40 }, (_, i) =>
        useStep((i % 2 === 0 ? server : other).db, { userId, step }),
      );
      expect((await Promise.all(uses)).filter((isUsed) => isUsed)).toHaveLength(1);
    }
    await server.db.rows(sql`UPDATE users SET totp_last_step = NULL WHERE id = ${userId}`);
  });

  test('is spent by signing in for unlocking too, and the other way round', async () => {
    const session = await signInPerson(server, person);
    const bearer = session.accessToken;
    await does(server, 'auth.lock', { bearer });
    const used = codeOf(server, person.secret);
    expect((await ask(server, 'auth.unlock', { body: { code: used }, bearer })).body.code).toBe('CODE_WRONG');
    const code = await freshCode(server, person.secret);
    expect((await ask(server, 'auth.unlock', { body: { code }, bearer })).status).toBe(200);
    expect((await showCode(code)).body.code).toBe('CODE_WRONG');
  });

  test('of the step before counts, until a newer one was used', async () => {
    await server.time.advance(60_000);
    const [older, newer] = [codeOf(server, person.secret, -1), codeOf(server, person.secret)];
    expect((await showCode(newer)).status).toBe(200);
    expect((await showCode(older)).body.code).toBe('CODE_WRONG');
    await server.time.advance(90_000);
    expect((await showCode(codeOf(server, person.secret, -1))).status).toBe(200);
    expect((await showCode(codeOf(server, person.secret))).status).toBe(200);
  });

  test('of another step does not count', async () => {
    await forgive();
    for (const steps of [-10, -2, 1, 2, 10]) {
      await forgive();
      expect((await showCode(codeOf(server, person.secret, steps))).body.code).toBe('CODE_WRONG');
    }
    await forgive();
  });

  test('counts at a node whose clock goes wrong, and only once there as well', async () => {
    for (let i = 0; i < 4; i++) {
      const code = await freshCode(server, person.secret);
      expect((await showCode(code, other)).status).toBe(200);
      expect((await showCode(code, other)).body.code).toBe('CODE_WRONG');
    }
  });

  test('is judged by PostgreSQL’s time, whatever time a client says it is', async () => {
    const code = await freshCode(server, person.secret);
    for (const at of [server.time.nowMs() - dayMs, server.time.nowMs() + dayMs]) {
      const bearer = await stepFor();
      const headers = { date: new Date(at).toUTCString() };
      const body = { code: codeOf({ time: { ...server.time, nowMs: () => at } }, person.secret) };
      expect((await ask(server, 'auth.verify-sign-in', { body, bearer, headers })).body.code).toBe(
        'CODE_WRONG',
      );
    }
    const said = { body: { code, now: server.time.nowMs() }, bearer: await stepFor() };
    expect((await ask(server, 'auth.verify-sign-in', said)).status).toBe(400);
    expect((await showCode(code)).status).toBe(200);
  });

  test.each([
    ['five digits', '12345'],
    ['seven digits', '1234567'],
    ['full-width digits', '１２３４５６'],
    ['Arabic digits', '١٢٣٤٥٦'],
    ['nothing', ''],
    ['blanks', '      '],
    ['a number', 123456],
    ['a list', ['123456']],
    ['null', null],
    ['an object', { $ne: '' }],
    ['ten kilobytes', '1'.repeat(10_240)],
    ['a sign', '+12345'],
    ['an exponent', '1e5000'],
  ])('that is %s is refused as a question, and costs no try', async (_what, code) => {
    expect((await showCode(code)).status).toBe(400);
    expect(
      await server.db.rows(sql`SELECT FROM brakes WHERE key = ${brakeOn.factor(person.session.user.id).key}`),
    ).toEqual([]);
  });

  test('may be typed with a blank in the middle', async () => {
    const code = await freshCode(server, person.secret);
    expect((await showCode(`${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
  });
});

describe('a recovery code', () => {
  test('signs in once, also in capitals and with blanks, says how many are left, and its owner is told', async () => {
    const [shown = ''] = person.recoveryCodes;
    const answer = await showRecovery(` ${shown.toUpperCase()} `);
    expect([answer.status, answer.body.recoveryCodesLeft]).toEqual([200, 9]);
    expect(await lettersOf(server.db, person.email, 'recovery-code-used')).toMatchObject([{ left: 9 }]);
    expect((await showRecovery(shown)).body.code).toBe('CODE_WRONG');
  });

  test('signs in once when twenty show it at the same moment on two nodes', async () => {
    await forgive();
    const [, shown = ''] = person.recoveryCodes;
    const bearers = await stepsFor(20);
    const answers = await Promise.all(
      bearers.map((bearer, i) =>
        ask(i % 2 === 0 ? server : other, 'auth.verify-sign-in', { body: { recoveryCode: shown }, bearer }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![200, 401, 429].includes(status))).toEqual([]);
    await forgive();
  });

  test('gives the step to a new authenticator; then the old one, its codes and all sessions before are void', async () => {
    const lost = await signUpPerson(server);
    const bearer = await challengeOf(server, lost);
    const [recoveryCode] = lost.recoveryCodes;
    const recovered = await does(server, 'auth.verify-sign-in', { body: { recoveryCode }, bearer });
    const enrollToken = recovered.enrollToken ?? '';
    const { secret } = await does(server, 'totp.enroll', { bearer: enrollToken });
    await server.time.advance(30_000);
    const body = { code: codeOf(server, secret) };
    const { accessToken, recoveryCodes } = await does(server, 'totp.confirm', { body, bearer: enrollToken });
    expect(await liveSessionsOf(lost)).toHaveLength(1);
    expect((await ask(server, 'auth.lock', { bearer: lost.session.accessToken })).status).toBe(401);
    expect((await ask(server, 'auth.lock', { bearer: accessToken })).status).toBe(200);
    const old = { body: { code: codeOf(server, lost.secret) }, bearer: await challengeOf(server, lost) };
    expect((await ask(server, 'auth.verify-sign-in', old)).body.code).toBe('CODE_WRONG');
    const oldRecovery = {
      body: { recoveryCode: lost.recoveryCodes[5] },
      bearer: await challengeOf(server, lost),
    };
    expect((await ask(server, 'auth.verify-sign-in', oldRecovery)).body.code).toBe('CODE_WRONG');
    const anew = { body: { recoveryCode: recoveryCodes[5] }, bearer: await challengeOf(server, lost) };
    expect((await ask(server, 'auth.verify-sign-in', anew)).status).toBe(200);
  });
});

async function stepFor(): Promise<string> {
  return challengeOf(server, person);
}

async function stepsFor(many: number): Promise<string[]> {
  const bearers: string[] = [];
  while (bearers.length < many) bearers.push(await stepFor());
  return bearers;
}

async function liveSessionsOf({ session }: SignedUp): Promise<{ id: SessionId }[]> {
  return server.db.rows(sql`SELECT id FROM sessions WHERE user_id = ${session.user.id} AND ended_at IS NULL`);
}
