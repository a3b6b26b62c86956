import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask, does, newWish } from '../testing/account.ts';
import { lettersTo } from '../testing/mailbox.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const luckyGuess = '271828';
vi.mock(import('./mailed-codes.ts'), async (original) => ({
  ...(await original()),
  newMailedCode: () => luckyGuess,
}));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('a sign-up whose code is not mailed any more has no code: no number of sign-ups makes guessing pay', async () => {
  const wish = newWish();
  const flows: string[] = [];
  for (let i = 0; i < 8; i++) flows.push((await does(server, 'auth.sign-up', { body: wish })).flow);
  const mailed = (await lettersTo(server.db, wish.email)).length;
  expect(mailed).toBeLessThan(flows.length);
  const verify = (flow: string | undefined) =>
    ask(server, 'auth.verify-email', { body: { email: wish.email, code: luckyGuess, flow } });
  for (const flow of flows.slice(mailed)) expect((await verify(flow)).status).toBe(401);
  expect((await verify(flows[0])).status).toBe(200);
});
