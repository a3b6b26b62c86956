import type { CallId, Frame } from '@ringdesk/shared';
import { CallId as CallIds, seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { find } from './calls/store.ts';
import { type Database, openDatabase } from './database/database.ts';
import { sql } from './database/sql.ts';
import { startTestPostgres, type TestPostgres } from './testing/postgres.ts';
import { repAtWork, type WorkLog } from './testing/rep-at-work.ts';
import { type ServerProcess, startServerProcess } from './testing/server-process.ts';
import { signIn, until } from './testing/test-desk.ts';
import { framesAfter } from './transcripts/store.ts';

const kills = Number(process.env['KILLS'] ?? 3);
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const reps = 5;
/** So much must be acknowledged between two kills, so that there is something to lose. */
const leastAcknowledged = 40;

let postgres: TestPostgres;
let server: ServerProcess;
let db: Database;
const environment = {
  SIMULATOR: 'on',
  SIMULATOR_SEED: String(seed),
  SIMULATOR_CALLS_PER_MINUTE: '240',
  SIMULATOR_SPEED: '20',
  WRAP_UP_SECONDS: '30',
};
beforeAll(async () => {
  postgres = await startTestPostgres({ durable: true });
  server = await startServerProcess(postgres.url('ringdesk'), environment);
  db = openDatabase({ url: postgres.url('ringdesk'), connections: 3, onTrouble: () => undefined });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await db.close();
  await postgres.drop();
});

describe(`the server, killed ${kills} times while people work (seed ${seed})`, () => {
  test(
    'loses nothing that it acknowledged, leaves every call in a state that can be, and forgets no caller',
    async () => {
      const random = seededRandom(seed);
      const { url } = server;
      const sessions = await Promise.all(
        Array.from({ length: reps }, (_, i) => signIn(url, 'rep', `Rep ${i}`)),
      );
      const working = sessions.map((session) => repAtWork({ url, session, random }));
      const acknowledged = () => working.reduce((sum, { log }) => sum + log.acknowledged, 0);
      for (let kill = 0; kill < kills; kill++) {
        const before = acknowledged();
        await until('some work', () => acknowledged() >= before + leastAcknowledged, 30_000);
        await new Promise((resolve) => setTimeout(resolve, random() * 700));
        await server.kill();
        server = await startServerProcess(postgres.url('ringdesk'), {
          ...environment,
          PORT: new URL(url).port,
        });
      }
      await until(
        'work after the last start',
        () => acknowledged() >= kills * leastAcknowledged + 20,
        15_000,
      );
      await noCallIsForgotten();
      await Promise.all(working.map((rep) => rep.leave()));
      for (const [i, { log }] of working.entries()) await nothingIsLost(sessions[i]?.user.id ?? '', log);
      await everyCallIsLegal();
      await everyTranscriptIsWhole();
      expect(working.every(({ log }) => log.connections > 1)).toBe(true);
      expect(server.troubles.filter((line) => line.includes('UNEXPECTED'))).toEqual([]);
    },
    120_000 + kills * 30_000,
  );
});

/** Within ten seconds no caller waits while somebody is fit, and nothing rings beyond its time. */
async function noCallIsForgotten(): Promise<void> {
  await until(
    'waiting calls to be offered',
    async () => {
      const forgotten = await db.rows(sql`
        SELECT c.id FROM calls c WHERE c.status = 'waiting' AND EXISTS (SELECT FROM reps r
          WHERE r.presence = 'available' AND r.work = 'idle' AND r.disconnected_at IS NULL)
        UNION ALL SELECT call_id FROM offers WHERE outcome IS NULL AND expires_at < now() - interval '2 seconds'
        UNION ALL SELECT id FROM calls WHERE status = 'wrap_up' AND wrap_up_ends_at < now() - interval '2 seconds'`);
      return forgotten.length === 0;
    },
    10_000,
  );
}

/** Every acknowledged claim, note, end and wrap-up is there; what was not acknowledged is there whole or not at all. */
async function nothingIsLost(repId: string, log: WorkLog): Promise<void> {
  for (const callId of log.claimed) {
    const [row] = await db.rows<{ rep_id: string | null; returned_by: string | null }>(
      sql`SELECT rep_id, returned_by FROM calls WHERE id = ${callId}`,
    );
    expect([row?.rep_id, row?.returned_by], `the claim of ${callId}`).toContain(repId);
  }
  for (const callId of new Set([...log.ended, ...log.wrappedUp.keys(), ...log.noteSent.keys()])) {
    const call = await find(db, callId);
    expect(call, callId).not.toBeNull();
    if (call === null) continue;
    if (log.ended.has(callId)) expect(['wrap_up', 'closed']).toContain(call.status);
    const disposition = log.wrappedUp.get(callId);
    if (disposition !== undefined) expect(call).toMatchObject({ status: 'closed', disposition, repId });
    if (call.repId !== repId) continue;
    expect(Number(call.notes), `the notes of ${callId}`).toBeGreaterThanOrEqual(log.notedAt.get(callId) ?? 0);
    expect(Number(call.notes)).toBeLessThanOrEqual(log.noteSent.get(callId) ?? 0);
  }
  for (const [callId, heard] of log.heard) await wasStored(callId, heard);
}

/** What a rep was told is stored, word for word, under the same number. */
async function wasStored(callId: CallId, heard: ReadonlyMap<number, Frame>): Promise<void> {
  const stored = new Map((await framesAfter(db, callId, 0))?.frames.map((frame) => [frame.seq, frame]));
  for (const [seq, frame] of heard) expect(stored.get(seq), `frame ${seq} of ${callId}`).toEqual(frame);
}

async function everyCallIsLegal(): Promise<void> {
  const broken = await db.rows(sql`
    SELECT 'a ring without its offer' AS rule, c.id FROM calls c WHERE c.status = 'offered' AND NOT EXISTS (
      SELECT FROM offers o WHERE o.call_id = c.id AND o.rep_id = c.offered_to AND o.outcome IS NULL)
    UNION ALL SELECT 'an offer without its ring', o.call_id FROM offers o JOIN calls c ON c.id = o.call_id
      WHERE o.outcome IS NULL AND c.status <> 'offered'
    UNION ALL SELECT 'two active calls of one rep', rep_id FROM calls WHERE status = 'active' GROUP BY rep_id HAVING count(*) > 1
    UNION ALL SELECT 'two claimed offers of a call that was never given back', o.call_id FROM offers o JOIN calls c ON c.id = o.call_id
      WHERE o.outcome = 'claimed' AND c.returned_by IS NULL GROUP BY o.call_id HAVING count(*) > 1
    UNION ALL SELECT 'closed without a disposition', id FROM calls WHERE status = 'closed' AND disposition IS NULL`);
  expect(broken).toEqual([]);
}

async function everyTranscriptIsWhole(): Promise<void> {
  const calls = await db.rows<{ id: string; last_seq: number }>(
    sql`SELECT id, last_seq FROM calls WHERE last_seq > 0`,
  );
  expect(calls.length).toBeGreaterThan(3);
  for (const { id, last_seq: lastSeq } of calls) {
    const stored = await framesAfter(db, CallIds.parse(id), 0);
    // The line goes on talking meanwhile, so there may be more by now.
    const seqs = stored?.frames.map(({ seq }) => seq) ?? [];
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    expect(seqs.length).toBeGreaterThanOrEqual(lastSeq);
  }
}
