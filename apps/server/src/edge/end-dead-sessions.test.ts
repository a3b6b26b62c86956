import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { askHttp, post } from '../testing/ask-http.ts';
import { openTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
const desks: TestDesk[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});
afterAll(() => server.close());

async function open(name: string): Promise<TestDesk> {
  const desk = await openTestDesk(server.url, 'rep', name);
  desks.push(desk);
  return desk;
}

describe('a session that ends', () => {
  const ways: readonly (readonly [string, string, (desk: TestDesk) => Promise<unknown>])[] = [
    [
      'by signing out',
      'signed-out',
      (desk) =>
        fetch(`${server.url}/api/v1/auth/sign-out`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${desk.session.accessToken}`,
            'content-type': 'application/json',
          },
          body: '{}',
        }),
    ],
    [
      'since its person was disabled',
      'disabled',
      (desk) => server.db.rows(sql`UPDATE users SET disabled_at = now() WHERE id = ${desk.session.user.id}`),
    ],
    [
      'since the role was changed',
      'role-changed',
      (desk) => server.db.rows(sql`UPDATE users SET role = 'admin' WHERE id = ${desk.session.user.id}`),
    ],
    [
      'since it was locked',
      'locked',
      (desk) =>
        server.db.rows(
          sql`UPDATE sessions SET locked_at = desk_now() WHERE user_id = ${desk.session.user.id}`,
        ),
    ],
    [
      'since its token was used twice',
      'reused',
      async (desk) => {
        const { refreshToken } = desk.session;
        const refresh = () => askHttp(server.url, '/api/v1/auth/refresh', post({ refreshToken }));
        await refresh();
        await server.time.advance(11_000);
        expect((await refresh()).body).toMatchObject({ status: 401, code: 'SESSION_REUSED' });
      },
    ],
    [
      'since nobody used it for too long',
      'expired',
      (desk) =>
        server.db.rows(
          sql`UPDATE sessions SET expires_at = desk_now() WHERE user_id = ${desk.session.user.id}`,
        ),
    ],
    [
      'since it was removed',
      'signed-out',
      (desk) => server.db.rows(sql`DELETE FROM sessions WHERE user_id = ${desk.session.user.id}`),
    ],
  ];
  test.each(ways)('%s closes its sockets within five seconds, and says why', async (name, why, ends) => {
    const desk = await open(`Ends ${name}`);
    await ends(desk);
    await desk.closed(5_000);
    expect(desk.heard('session.ending')).toEqual([{ why }]);
  });

  test('leaves the other sessions of the same person open', async () => {
    const [one, other] = [await open('Twice'), await open('Twice')];
    await ways[0]?.[2](one);
    await one.closed(5_000);
    expect(await other.ask('desk.open', {})).toMatchObject({ ok: true });
  });

  test('a token of another session does not renew a socket, nor does one that is none', async () => {
    const [one, other] = [await open('One'), await open('Other')];
    for (const token of [other.session.accessToken, 'x.y.z', ''])
      expect(await one.ask('session.renew', { token })).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  });
});
