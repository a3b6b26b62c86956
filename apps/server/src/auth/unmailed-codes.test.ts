import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../edge/clock.ts';
import { createSealing } from '../sealing.ts';
import { newWish } from '../testing/account.ts';
import { lettersTo } from '../testing/mailbox.ts';
import { startTestServer, type TestServer, testSecret } from '../testing/test-server.ts';
import { createPasswords } from './passwords.ts';
import { signUp } from './sign-up.ts';
import { verifyEmail } from './verify-email.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('a sign-up whose code is not mailed any more has no code: no number of sign-ups makes guessing pay', async () => {
  const app = {
    db: server.db,
    clock: systemClock,
    random: Math.random,
    // A lucky guesser: whatever code is shown fits wherever there is one.
    sealing: { ...createSealing(testSecret), mac: (_code: string, about: string) => about },
    passwords: createPasswords(),
    accounts: { adminEmail: null },
  };
  const from = { address: '203.0.113.7', device: '' };
  const wish = newWish();
  const flows: string[] = [];
  for (let i = 0; i < 8; i++) {
    const answer = await signUp(app, { ...wish, from });
    if (answer.ok) flows.push(answer.value.flow);
  }
  const mailed = (await lettersTo(server.db, wish.email)).length;
  expect([flows.length, mailed]).toEqual([8, 5]);
  const isRight = async (flow: string | undefined) =>
    (await verifyEmail(app, { email: wish.email, code: '271828', flow, from })).ok;
  for (const flow of flows.slice(mailed)) expect(await isRight(flow)).toBe(false);
  expect(await isRight(flows[0])).toBe(true);
});
