import { expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { ask, does, newWish, signUpPerson } from '../testing/account.ts';
import { mailedCode } from '../testing/mailbox.ts';
import { signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const rolesIn = async (server: TestServer) =>
  (
    await server.db.rows<{ role: string }>(sql`SELECT role FROM users WHERE email IS NOT NULL ORDER BY role`)
  ).map(({ role }) => role);

test('of twelve first accounts that are verified at once on two nodes, one is admin and the others are reps', async () => {
  const server = await startTestServer();
  const other = await startTestServer({ beside: server });
  try {
    await signIn(server.url, 'admin', 'A Demo Admin');
    const wishes = Array.from({ length: 12 }, () => newWish());
    const flows = await Promise.all(wishes.map((wish) => does(server, 'auth.sign-up', { body: wish })));
    const codes = await Promise.all(wishes.map(({ email }) => mailedCode(server.db, email)));
    const answers = await Promise.all(
      wishes.map(({ email }, i) =>
        ask(i % 2 === 0 ? server : other, 'auth.verify-email', {
          body: { email, code: codes[i], flow: flows[i]?.flow },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(wishes.map(() => 200));
    expect(await rolesIn(server)).toEqual(['admin', ...wishes.slice(1).map(() => 'rep')]);
    await signUpPerson(server);
    expect(await rolesIn(server)).toHaveLength(13);
    expect((await rolesIn(server)).filter((role) => role === 'admin')).toHaveLength(1);
  } finally {
    await other.stop();
    await other.db.close();
    await server.close();
  }
});

test('where an address is named, it becomes admin and nobody else does, not even as the first', async () => {
  const adminEmail = 'boss@example.com';
  const server = await startTestServer({ config: { accounts: { adminEmail } } });
  try {
    expect((await signUpPerson(server)).session.user.role).toBe('rep');
    expect((await signUpPerson(server, { email: adminEmail })).session.user.role).toBe('admin');
    expect((await signUpPerson(server)).session.user.role).toBe('rep');
  } finally {
    await server.close();
  }
});
