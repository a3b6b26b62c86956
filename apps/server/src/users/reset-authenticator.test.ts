import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeTry } from '../auth/brakes.store.ts';
import { brakeOn } from '../auth/brakes.ts';
import { replaceRecoveryCodes } from '../auth/factors.store.ts';
import { sql } from '../database/sql.ts';
import { askHttp, post } from '../testing/ask-http.ts';
import { askAs, type Someone, someone } from '../testing/people.ts';
import { signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let admin: Someone;
beforeAll(async () => {
  server = await startTestServer();
  admin = await someone(server, 'Ada Admin', 'admin');
});
afterAll(() => server.close());

const reset = (by: Pick<Someone, 'ask'>, id: string, code: string) =>
  by.ask(`/users/${id}/reset-authenticator`, post({ code }));
const entries = async (userId: string) =>
  (await server.db.prisma.auditEntry.findMany({ where: { userId } })).map(({ event, byId }) => ({
    event,
    byId,
  }));

describe('resetting the authenticator of somebody who lost it', () => {
  test('voids authenticator and recovery codes, ends every session, and is told', async () => {
    const rep = await someone(server, 'Rosa Rep', 'rep');
    await replaceRecoveryCodes(
      server.db,
      rep.id,
      Array.from({ length: 10 }, (_, i) => `hash ${i}`),
    );
    await server.db.rows(sql`INSERT INTO step_tokens (hash, user_id, kind, origin, expires_at)
      VALUES ('a token', ${rep.id}, 'challenge', 'sign-in', desk_now() + interval '5 minutes')`);
    expect((await reset(admin, rep.id, admin.code())).body).toEqual({});
    expect((await admin.ask(`/users/${rep.id}`)).body).toMatchObject({
      hasAuthenticator: false,
      sessions: 0,
    });
    expect((await rep.ask('/me')).body.code).toBe('UNAUTHENTICATED');
    const left = await server.db.rows(sql`SELECT FROM recovery_codes WHERE user_id = ${rep.id}
      UNION ALL SELECT FROM step_tokens WHERE user_id = ${rep.id}`);
    expect(left).toEqual([]);
    expect(await entries(rep.id)).toEqual([{ event: 'authenticator.reset-by-admin', byId: admin.id }]);
    const [mail, ...others] = (await askHttp(server.url, `/dev/mail.json?to=${rep.id}@example.com`)).body;
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'authenticator-reset' });
    expect(mail.text).toContain('Ada Admin');
  });

  test('lets somebody in again whose tries of the day somebody else has used up', async () => {
    const rep = await someone(server, 'Locked Rep', 'rep');
    for (const brake of [brakeOn.factor(rep.id), brakeOn.factorOfDay(rep.id)])
      for (let tries = 0; tries <= brake.most; tries++) await takeTry(server.db, brake);
    await server.time.advance(30_000);
    expect((await reset(admin, rep.id, admin.code())).status).toBe(200);
    for (const brake of [brakeOn.factor(rep.id), brakeOn.factorOfDay(rep.id)])
      expect((await takeTry(server.db, brake)).isAllowed).toBe(true);
  });

  test('needs a code of the admin’s own authenticator that is right and was not used', async () => {
    const rep = await someone(server, 'Rosa Rep', 'rep');
    await server.time.advance(60_000);
    const right = admin.code();
    const wrong = right === '000000' ? '000001' : '000000';
    expect((await reset(admin, rep.id, wrong)).body.code).toBe('CODE_WRONG');
    expect((await reset(admin, rep.id, rep.code())).body.code).toBe('CODE_WRONG');
    expect((await rep.ask('/me')).status).toBe(200);
    expect((await reset(admin, rep.id, right)).status).toBe(200);
    const other = await someone(server, 'Other', 'rep');
    expect((await reset(admin, other.id, right)).body.code).toBe('CODE_WRONG');
    expect((await other.ask('/me')).status).toBe(200);
  });

  test('is not for the own authenticator, not for somebody who is not there, and not for other roles', async () => {
    const rep = await someone(server, 'Rosa Rep', 'rep');
    await server.time.advance(60_000);
    const code = admin.code();
    expect((await reset(admin, admin.id, code)).body.code).toBe('FORBIDDEN');
    expect((await reset(admin, 'usr_nobody', code)).body.code).toBe('NOT_FOUND');
    for (const role of ['rep', 'clinician', 'supervisor'] as const) {
      const other = await someone(server, 'Other', role);
      expect((await reset(other, rep.id, other.code())).body.code).toBe('FORBIDDEN');
    }
    expect((await rep.ask('/me')).status).toBe(200);
    // None of these tries has used the code up.
    expect((await reset(admin, rep.id, code)).status).toBe(200);
  });

  test('asks a demo admin for no code, and only in demo mode', async () => {
    const rep = await someone(server, 'Rosa Rep', 'rep');
    const demo = await signIn(server.url, 'admin');
    const real = await startTestServer({ beside: server, isDemo: false });
    const at = (url: string) => ({ ask: (path: string, request = {}) => askAs(url, demo, path, request) });
    expect((await reset(at(real.url), rep.id, '000000')).body.code).toBe('FORBIDDEN');
    expect((await rep.ask('/me')).status).toBe(200);
    expect((await reset(at(server.url), rep.id, '000000')).status).toBe(200);
    await real.close();
    // An admin who has none yet is no demo admin.
    const bare = await someone(server, 'Bare', 'admin');
    await server.db.rows(sql`UPDATE users SET totp_secret = NULL WHERE id = ${bare.id}`);
    expect((await reset(bare, rep.id, '000000')).body.code).toBe('FORBIDDEN');
    expect(server.troubles).toEqual([]);
  });
});
