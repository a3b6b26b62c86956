import { type AuditEntry, seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { systemClock } from '../edge/clock.ts';
import { patch, type Someone, someone } from '../testing/people.ts';
import { makeClient } from '../testing/service-clients.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { record } from './store.ts';

let server: TestServer;
let admin: Someone;
beforeAll(async () => {
  server = await startTestServer();
  admin = await someone(server, 'Ada Admin', 'admin');
});
afterAll(() => server.close());

const ids = { nowMs: systemClock.nowMs, random: seededRandom(3) };
const from = { address: '203.0.113.7', device: 'node' };
const read = async (query: string) => (await admin.ask(`/audit?${query}`)).body.items as AuditEntry[];

describe('the audit', () => {
  test('is read newest first, a page at a time, each entry once, also where many stand in one moment', async () => {
    const who = await someone(server, 'Rosa Rep', 'rep');
    for (let i = 0; i < 23; i++) {
      await record(server.db, ids, {
        event: 'session.locked',
        userId: who.id,
        byId: who.id,
        from,
        detail: String(i),
      });
      if (i % 5 === 0) await server.time.advance(7);
    }
    const seen: AuditEntry[] = [];
    let cursor = '';
    do {
      const { body } = await admin.ask(`/audit?limit=4&userId=${who.id}${cursor}`);
      seen.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(await read(`limit=100&userId=${who.id}`));
    expect(new Set(seen.map(({ detail }) => detail)).size).toBe(23);
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted((a, b) => b.localeCompare(a)));
  });

  test('is narrowed by person, by kind and by time, and shows the names of people and of programs', async () => {
    const who = await someone(server, 'Lee Park', 'rep');
    await server.time.advance(60_000);
    const start = new Date(server.time.nowMs()).toISOString();
    await admin.ask(`/users/${who.id}`, patch({ version: 2, name: 'Lee Long' }));
    await server.time.advance(60_000);
    const middle = new Date(server.time.nowMs()).toISOString();
    const client = await makeClient(server.url, ['ingest-calls'], 'Call feeder');
    await record(server.db, ids, { event: 'service-client.refused', userId: null, byId: client.id, from });
    expect(await read(`userId=${who.id}`)).toMatchObject([
      {
        event: 'user.name-changed',
        userName: 'Lee Long',
        byName: 'Ada Admin',
        detail: 'Lee Park → Lee Long',
      },
    ]);
    expect(await read('event=service-client.refused')).toMatchObject([
      { userId: null, userName: null, byId: client.id, byName: 'Call feeder' },
    ]);
    const kinds = async (query: string) => (await read(query)).map(({ event }) => event);
    expect(await kinds(`from=${start}&to=${middle}`)).toEqual(['user.name-changed']);
    expect(await kinds(`from=${middle}&event=user.name-changed`)).toEqual([]);
    expect(await kinds(`to=${start}&userId=${who.id}`)).toEqual([]);
  });

  test('refuses a cursor that it did not make', async () => {
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const cursor of [
      'x',
      forged(7),
      forged({ at: 'yesterday', id: '1' }),
      forged({ at: '2026-01-05T09:00:00.000Z', id: "' OR 1=1" }),
      forged({ at: '0000-01-05T09:00:00.000Z', id: '1' }),
    ])
      expect((await admin.ask(`/audit?cursor=${cursor}`)).body).toMatchObject({ code: 'INPUT_INVALID' });
  });

  test.each(['0000-01-01T00:00:00Z', `2026-01-01T00:00:00.${'1'.repeat(200)}Z`])(
    'knows no time such as %.30s, and says so',
    async (moment) => {
      for (const field of ['from', 'to'])
        expect((await admin.ask(`/audit?${field}=${moment}`)).body).toMatchObject({
          code: 'INPUT_INVALID',
          errors: [{ path: field }],
        });
    },
  );

  test('only grows: no statement changes, removes or empties it, not even by the owner of the tables', async () => {
    const count = () => server.db.prisma.auditEntry.count();
    const before = await count();
    for (const statement of [
      sql`UPDATE audit_entries SET detail = 'nothing happened'`,
      sql`UPDATE audit_entries SET detail = 'x' WHERE false`,
      sql`DELETE FROM audit_entries`,
      sql`DELETE FROM audit_entries WHERE id = (SELECT min(id) FROM audit_entries)`,
      sql`TRUNCATE audit_entries`,
      sql`TRUNCATE audit_entries CASCADE`,
    ])
      await expect(server.db.rows(statement)).rejects.toThrow('added, never changed or removed');
    expect(await count()).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  test('takes the words of strangers on one line that prints as it reads, one entry each', async () => {
    const hostile = 'Eve\r\n2026-01-05 sign-in.done admin\u001b[2J\u001b]0;owned\u0007\u202eevil\u2028\u0085';
    const eve = await someone(server, hostile, 'rep');
    const before = await server.db.prisma.auditEntry.count();
    // A name like that is refused today; one of an older time, or of another door, may still be there.
    const { status } = await eve.ask(`/users/${eve.id}`, {
      ...patch({ version: 2, name: 'Eve again' }),
      headers: { 'content-type': 'application/json', 'user-agent': 'agent \u009b31m red' },
    });
    expect(status).toBe(200);
    expect(await server.db.prisma.auditEntry.count()).toBe(before + 1);
    const [entry, ...others] = await read(`userId=${eve.id}`);
    expect(others).toEqual([]);
    for (const words of [entry?.userName, entry?.byName, entry?.device, entry?.detail]) {
      expect(words).toBeTruthy();
      expect(words).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
    }
    expect(entry?.detail).toContain('Eve\ufffd\ufffd2026');
    await record(server.db, ids, {
      event: 'session.locked',
      userId: eve.id,
      byId: null,
      from: { address: '::1\n', device: 'a\u009bb' },
      detail: 'x\u0007',
    });
    expect((await read(`userId=${eve.id}`))[0]).toMatchObject({
      address: '::1\ufffd',
      device: 'a\ufffdb',
      detail: 'x\ufffd',
    });
    expect(server.troubles).toEqual([]);
  });
});
