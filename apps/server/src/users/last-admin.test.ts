import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { askAs, patch, type Someone, someone } from '../testing/people.ts';
import { signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const rounds = 25;
let server: TestServer;
let node: TestServer;
beforeAll(async () => {
  // Demo people of before are still there, but nobody can sign in as one of them.
  server = await startTestServer();
  await server.db.rows(
    sql`INSERT INTO users (id, name, role, demo_key) VALUES ('usr_demo', 'Alex Kim', 'admin', 'alex kim')`,
  );
  await server.stop();
  node = await startTestServer({ beside: server, isDemo: false });
});
afterAll(async () => {
  await node.close();
  await server.close();
});

const change = async (by: Someone, whom: Someone, wish: object) => {
  const { version } = (await whom.ask(`/users/${whom.id}`)).body;
  return by.ask(`/users/${whom.id}`, patch({ version, ...wish }));
};
const admins = () =>
  node.db.rows<{ id: string }>(
    sql`SELECT id FROM users WHERE role = 'admin' AND disabled_at IS NULL AND demo_key IS NULL`,
  );
const nobodyIsAdmin = () => node.db.rows(sql`UPDATE users SET role = 'rep' WHERE demo_key IS NULL`);

describe('the last admin', () => {
  test('can neither be demoted nor disabled, by nobody, and may still change the own name', async () => {
    await nobodyIsAdmin();
    const last = await someone(node, 'Last', 'admin');
    for (const wish of [
      { role: 'rep' },
      { role: 'supervisor' },
      { isDisabled: true },
      { role: 'rep', isDisabled: true },
    ])
      expect((await change(last, last, wish)).body).toMatchObject({ status: 409, code: 'ADMIN_LAST' });
    expect((await change(last, last, { name: 'Still the last', role: 'admin' })).status).toBe(200);
    const next = await someone(node, 'Next', 'rep');
    expect((await change(last, next, { role: 'admin', isDisabled: true })).status).toBe(200);
    // An admin who may not sign in is no help.
    expect((await change(last, last, { role: 'rep' })).body.code).toBe('ADMIN_LAST');
    expect(await admins()).toEqual([{ id: last.id }]);
  });

  test('stays while only demo people are admins beside them: they are none once the demo is over', async () => {
    const demo = await startTestServer();
    const [last, next] = [await someone(demo, 'Last', 'admin'), await someone(demo, 'Next', 'rep')];
    const alex = await signIn(demo.url, 'admin');
    const byDemo = (id: string, wish: object) =>
      askAs(demo.url, alex, `/users/${id}`, patch({ version: 2, ...wish }));
    expect((await byDemo(last.id, { role: 'rep' })).body.code).toBe('ADMIN_LAST');
    expect((await last.ask(`/users/${last.id}`, patch({ version: 2, isDisabled: true }))).body.code).toBe(
      'ADMIN_LAST',
    );
    expect((await byDemo(next.id, { role: 'admin' })).status).toBe(200);
    expect((await byDemo(last.id, { role: 'rep' })).status).toBe(200);
    await demo.close();
  });

  test(`stays when two admins demote or disable each other at the same moment, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round++) {
      await nobodyIsAdmin();
      const [a, b] = [await someone(node, 'A', 'admin'), await someone(node, 'B', 'admin')];
      const wish = round % 2 === 0 ? { role: 'rep' } : { isDisabled: true };
      const answers = await Promise.all([
        a.ask(`/users/${b.id}`, patch({ version: 2, ...wish })),
        b.ask(`/users/${a.id}`, patch({ version: 2, ...wish })),
      ]);
      const codes = answers.map(({ status, body }) => (status === 200 ? 'done' : body.code));
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      // The slower one is refused: at the door, or behind it, where others are as if absent once the role is gone.
      expect(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND']).toContain(codes.find((code) => code !== 'done'));
      expect(await admins()).toHaveLength(1);
    }
  });

  test('stays when two admins step down at the same moment', async () => {
    for (let round = 0; round < rounds; round++) {
      await nobodyIsAdmin();
      const [a, b] = [await someone(node, 'A', 'admin'), await someone(node, 'B', 'admin')];
      const answers = await Promise.all(
        [a, b].map((one) => one.ask(`/users/${one.id}`, patch({ version: 2, role: 'rep' }))),
      );
      const codes = answers.map(({ status, body }) => (status === 200 ? 'done' : body.code));
      expect(codes.toSorted((a: string, b: string) => a.localeCompare(b))).toEqual(['ADMIN_LAST', 'done']);
      expect(await admins()).toHaveLength(1);
    }
  });

  test('nothing of all this is a fault of the server', () => {
    expect(node.troubles).toEqual([]);
  });
});
