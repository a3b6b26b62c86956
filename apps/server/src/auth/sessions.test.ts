import { UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { askHttp, post } from '../testing/ask-http.ts';
import { newSession, type Someone, someone } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let dana: Someone;
let lee: Someone;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  dana = await someone(server, 'Dana', 'rep');
  lee = await someone(server, 'Lee', 'admin');
});
afterAll(() => server.close());

interface Item {
  readonly id: string;
  readonly isCurrent: boolean;
}
const sessionsOf = async (of: Someone): Promise<Item[]> => (await of.ask('/auth/sessions')).body.items;
const end = (by: Someone, id: string | undefined) => by.ask(`/auth/sessions/${id}`, { method: 'DELETE' });
const isOpen = async (of: Someone) => (await of.ask('/me')).status === 200;
const audited = async (of: Someone) =>
  (
    await server.db.rows<{ detail: string }>(
      sql`SELECT detail FROM audit_entries WHERE user_id = ${of.id} AND event = 'session.ended'`,
    )
  ).map(({ detail }) => detail);

describe('the list of own sessions', () => {
  test('shows each device and where it was, the one that asks marked, the most recently seen first', async () => {
    await server.time.advance(60_000);
    const { refreshToken } = await newSession(server, dana.session.user);
    const userAgent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
    await server.time.advance(60_000);
    await askHttp(server.url, '/api/v1/auth/refresh', post({ refreshToken }, { 'user-agent': userAgent }));
    const items = (await dana.ask('/auth/sessions')).body.items;
    const nowMs = server.time.nowMs();
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^ses_/),
        device: 'Chrome on Windows',
        address: '127.0.0.1',
        isCurrent: false,
        isLocked: false,
        createdAt: new Date(nowMs - 60_000).toISOString(),
        lastSeenAt: new Date(nowMs).toISOString(),
        expiresAt: new Date(nowMs + 12 * 3_600_000).toISOString(),
      },
      expect.objectContaining({ device: 'node', isCurrent: true }),
    ]);
  });

  test('leaves out what is over, and what is somebody else’s', async () => {
    await newSession(server, dana.session.user);
    await server.db.rows(
      sql`UPDATE sessions SET expires_at = desk_now() WHERE user_id = ${dana.id} AND id <> ${(await sessionsOf(dana)).find((it) => it.isCurrent)?.id}`,
    );
    expect(await sessionsOf(dana)).toHaveLength(1);
    expect(await sessionsOf(lee)).toHaveLength(1);
  });
});

describe('a session is ended', () => {
  test('by its owner from another one; the one that asks goes on', async () => {
    await newSession(server, dana.session.user);
    const other = (await sessionsOf(dana)).find((it) => !it.isCurrent);
    expect((await end(dana, other?.id)).status).toBe(200);
    expect((await sessionsOf(dana)).map((it) => it.isCurrent)).toEqual([true]);
    expect((await end(dana, other?.id)).status).toBe(404);
    expect(await audited(dana)).toEqual(['ended by its owner']);
  });

  test('by nobody else, not even an admin here; somebody else’s is as if there were none, to the byte', async () => {
    const [session] = await sessionsOf(dana);
    const words = async (id: string | undefined) => {
      const { status, body } = await end(lee, id);
      return { status, ...body, requestId: '' };
    };
    expect(await words(session?.id)).toEqual(await words('ses_nobody'));
    expect((await words(session?.id)).status).toBe(404);
    expect(await isOpen(dana)).toBe(true);
    expect(await audited(dana)).toEqual([]);
  });

  test('with the one that asks, too', async () => {
    const [own] = await sessionsOf(dana);
    expect((await end(dana, own?.id)).status).toBe(200);
    expect(await isOpen(dana)).toBe(false);
  });

  test('by signing out, and leaves the others open', async () => {
    const other = { ...dana, session: await newSession(server, dana.session.user) };
    expect((await dana.ask('/auth/sign-out', post({}))).body).toEqual({});
    expect(await isOpen(dana)).toBe(false);
    const headers = { authorization: `Bearer ${other.session.accessToken}` };
    expect((await askHttp(server.url, '/api/v1/me', { headers })).status).toBe(200);
    expect(await audited(dana)).toEqual(['signed out']);
  });

  test('with all the others by signing out everywhere', async () => {
    const others = [await newSession(server, dana.session.user), await newSession(server, dana.session.user)];
    expect((await dana.ask('/auth/sign-out-everywhere', post({}))).body).toEqual({});
    for (const { accessToken, refreshToken } of [dana.session, ...others]) {
      const headers = { authorization: `Bearer ${accessToken}` };
      expect((await askHttp(server.url, '/api/v1/me', { headers })).status).toBe(401);
      expect((await askHttp(server.url, '/api/v1/auth/refresh', post({ refreshToken }))).body.code).toBe(
        'UNAUTHENTICATED',
      );
    }
    expect(await audited(dana)).toEqual(['signed out everywhere: 3']);
    expect(await isOpen(lee)).toBe(true);
  });

  test('while it is locked, by signing out', async () => {
    await server.db.rows(sql`UPDATE sessions SET locked_at = desk_now() WHERE user_id = ${dana.id}`);
    expect((await dana.ask('/auth/sessions')).status).toBe(423);
    expect((await dana.ask('/auth/sign-out', post({}))).status).toBe(200);
    expect((await dana.ask('/auth/sign-out', post({}))).status).toBe(401);
  });
});

describe('who asks', () => {
  test('reads who they are, with the role as of now', async () => {
    expect((await dana.ask('/me')).body).toEqual(dana.session.user);
    await server.db.rows(sql`UPDATE users SET role = 'supervisor' WHERE id = ${dana.id}`);
    expect((await dana.ask('/me')).body.role).toBe('supervisor');
    expect(UserId.safeParse((await dana.ask('/me')).body.id).success).toBe(true);
  });

  test('learns which ways in there are', async () => {
    expect((await askHttp(server.url, '/api/v1/auth/ways')).body).toEqual({
      isDemo: true,
      mailAt: '/dev/mail',
    });
  });
});
