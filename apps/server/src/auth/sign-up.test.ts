import { User } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { ask, does, newWish, signInPerson, signUpPerson } from '../testing/account.ts';
import { askHttp } from '../testing/ask-http.ts';
import { lettersTo, mailedCode } from '../testing/mailbox.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { release } from './brakes.store.ts';
import { brakeOn } from './brakes.ts';

let server: TestServer;
let other: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer({ beside: server });
});
afterAll(async () => {
  await other.stop();
  await other.db.close();
  await server.close();
});

/** Signs up as one of many at this peer. */
async function wishFor(wish = newWish()) {
  await release(server.db, [brakeOn.signUpsFrom('127.0.0.1').key, brakeOn.wrongFrom('127.0.0.1').key]);
  const { flow } = await does(server, 'auth.sign-up', { body: wish });
  return { ...wish, flow };
}
const verify = (email: string, code: string, flow?: string) =>
  ask(server, 'auth.verify-email', { body: { email, code, ...(flow === undefined ? {} : { flow }) } });
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

describe('the way in', () => {
  test('leads from sign-up over the mailed code and the authenticator to a session, and back in', async () => {
    const person = await signUpPerson(server);
    expect(person.recoveryCodes).toHaveLength(10);
    const session = await signInPerson(server, person);
    const me = await askHttp(server.url, '/api/v1/me', {
      headers: { authorization: `Bearer ${session.accessToken}` },
    });
    expect(User.parse(me.body).email).toBe(person.email);
  });

  test('makes nobody before the code was shown, and a rep with a place on the floor after it', async () => {
    const wish = newWish();
    await wishFor(wish);
    const people = () =>
      server.db.rows(sql`SELECT u.role, r.presence FROM users u JOIN reps r ON r.user_id = u.id
      WHERE u.email = ${wish.email}`);
    expect(await people()).toEqual([]);
    await verify(wish.email, await mailedCode(server.db, wish.email));
    expect(await people()).toEqual([{ role: 'rep', presence: 'offline' }]);
  });

  test('takes an address whatever its case and the blanks around it', async () => {
    const wish = newWish();
    const { flow } = await wishFor({ ...wish, email: `  ${wish.email.toUpperCase()} ` });
    await verify(wish.email, await mailedCode(server.db, wish.email), flow);
    const answer = await ask(server, 'auth.sign-in', {
      body: { email: wish.email.toUpperCase(), password: wish.password },
    });
    expect(answer.status).toBe(200);
  });
});

describe('a mailed code', () => {
  test('is good once, and opens nothing after that', async () => {
    const { email, flow } = await wishFor();
    const code = await mailedCode(server.db, email);
    expect((await verify(email, code, flow)).status).toBe(200);
    expect((await verify(email, code, flow)).body.code).toBe('CODE_WRONG');
    expect((await verify(email, code)).body.code).toBe('CODE_WRONG');
  });

  test('is good once when twenty show it at the same moment on two nodes', async () => {
    const { email, flow } = await wishFor();
    const code = await mailedCode(server.db, email);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        ask(i % 2 === 0 ? server : other, 'auth.verify-email', { body: { email, code, flow } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  test.each([
    [599, 200],
    [601, 401],
  ])('after %i seconds is answered with %i', async (seconds, status) => {
    const { email } = await wishFor();
    const code = await mailedCode(server.db, email);
    await server.time.advance(seconds * 1000);
    expect((await verify(email, code)).status).toBe(status);
  });

  test('is void after five wrong ones, however many follow and from how many nodes', async () => {
    const { email, flow } = await wishFor();
    const code = await mailedCode(server.db, email);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        ask(i % 2 === 0 ? server : other, 'auth.verify-email', { body: { email, code: wrong(code), flow } }),
      ),
    );
    expect(answers.every(({ status }) => status === 401)).toBe(true);
    expect((await verify(email, code, flow)).body.code).toBe('CODE_WRONG');
  });

  test('is good at the fifth try', async () => {
    const { email, flow } = await wishFor();
    const code = await mailedCode(server.db, email);
    for (let i = 0; i < 4; i++) await verify(email, wrong(code), flow);
    expect((await verify(email, code, flow)).status).toBe(200);
  });

  test('is void once a newer one was asked for; the newer one is good', async () => {
    const { email, flow } = await wishFor();
    const older = await mailedCode(server.db, email);
    await does(server, 'auth.resend-code', { body: { email, flow } });
    const newer = await mailedCode(server.db, email);
    expect(older === newer || (await verify(email, older, flow)).status === 401).toBe(true);
    expect((await verify(email, newer, flow)).status).toBe(200);
  });

  test('fits the sign-up it was made for, and no other one', async () => {
    const flows = [await wishFor(), await wishFor(), await wishFor()];
    const codes = await Promise.all(flows.map(({ email }) => mailedCode(server.db, email)));
    for (const [i, { email, flow }] of flows.entries())
      for (const [j, code] of codes.entries())
        if (i !== j && code !== codes[i]) expect((await verify(email, code, flow)).status).toBe(401);
    const [a, b] = flows;
    expect((await verify(a?.email ?? '', codes[0] ?? '', b?.flow)).status).toBe(401);
  });

  test('is mailed five times a day to one address for one peer, and silently not again', async () => {
    const { email, flow } = await wishFor();
    const again = Array.from({ length: 14 }, () =>
      ask(server, 'auth.resend-code', { body: { email, flow } }),
    );
    for (const { status, body } of await Promise.all(again)) expect([status, body]).toEqual([202, {}]);
    expect(await lettersTo(server.db, email)).toHaveLength(5);
    const code = await mailedCode(server.db, email);
    expect((await verify(email, code, flow)).status).toBe(200);
  });
});

describe('an address', () => {
  test('that has an account is written to instead, and its sign-up leads nowhere', async () => {
    const { email, name } = await signUpPerson(server);
    const again = await wishFor(newWish({ email, name: 'Somebody Else', password: 'another long password' }));
    const [newest] = await lettersTo(server.db, email);
    expect(newest).toMatchObject({ kind: 'account-exists', name });
    await does(server, 'auth.resend-code', { body: { email, flow: again.flow } });
    expect(
      await lettersTo(server.db, email).then((all) => all.filter(({ kind }) => kind === 'verify-email')),
    ).toHaveLength(1);
    expect((await verify(email, '123456', again.flow)).body.code).toBe('CODE_WRONG');
  });

  test('that two people ask for becomes the account of the one who shows the code of their own sign-up', async () => {
    const mine = await wishFor();
    const myCode = await mailedCode(server.db, mine.email);
    const theirs = await wishFor(newWish({ email: mine.email, password: 'the password of a stranger' }));
    expect(theirs.flow).not.toBe(mine.flow);
    expect((await verify(mine.email, myCode, mine.flow)).status).toBe(200);
    const signIn = (password: string) =>
      ask(server, 'auth.sign-in', { body: { email: mine.email, password } });
    expect((await signIn('the password of a stranger')).status).toBe(401);
    expect((await signIn(mine.password)).status).toBe(200);
    const theirCode = await mailedCode(server.db, mine.email);
    expect((await verify(mine.email, theirCode, theirs.flow)).body.code).toBe('CODE_WRONG');
  });
});

test('one peer may sign up thirty times an hour', async () => {
  await release(server.db, [brakeOn.signUpsFrom('127.0.0.1').key]);
  const wish = newWish();
  const answers = await Promise.all(
    Array.from({ length: 31 }, (_, i) => ask(i % 2 === 0 ? server : other, 'auth.sign-up', { body: wish })),
  );
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(30);
  const held = await ask(server, 'auth.sign-up', { body: newWish() });
  expect(held.status).toBe(429);
  expect(held.body.retryAfterSeconds).toBeGreaterThan(3_000);
  await server.time.advance(60 * 60 * 1000);
  expect((await ask(server, 'auth.sign-up', { body: newWish() })).status).toBe(202);
});
