import type { CallId, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { claimCall } from './claim-call.ts';

const claimers = 200;
const rounds = 100;

let floor: Floor;
let reps: readonly UserId[];
beforeAll(async () => {
  floor = await openFloor({ connections: 24 });
});
beforeEach(async () => {
  await floor.clear();
  reps = await manyReps(claimers);
});
afterAll(() => floor.close());

/** Reps with an open desk, made in one statement. */
async function manyReps(count: number): Promise<UserId[]> {
  const ids = Array.from({ length: count }, (_, i) => `usr_racer${i}` as UserId);
  await floor.db.rows(
    sql`INSERT INTO users (id, name, role) SELECT id, id, 'rep' FROM unnest(${ids}::text[]) AS id`,
  );
  await floor.db.rows(
    sql`INSERT INTO reps (user_id, presence, disconnected_at) SELECT id, 'away', NULL FROM unnest(${ids}::text[]) AS id`,
  );
  return ids;
}

/** Everybody claims at once. Answers who was told to have won, and the codes of the others. */
async function race(callId: CallId): Promise<{ winners: UserId[]; codes: Set<string> }> {
  const answers = await Promise.all(reps.map((repId) => claimCall(floor.app, { callId, repId })));
  const winners = reps.filter((_, i) => answers[i]?.ok);
  return { winners, codes: new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))) };
}

/** All calls are over, all reps free again, and what was to be told is forgotten. */
async function nextRound(presence: string): Promise<void> {
  await floor.db.rows(sql`UPDATE calls SET status = 'closed', offered_to = NULL, ended_at = desk_now(), wrapped_at = desk_now(), disposition = 'x'
    WHERE status <> 'closed'`);
  await floor.db.rows(
    sql`UPDATE offers SET outcome = 'withdrawn', ended_at = desk_now() WHERE outcome IS NULL`,
  );
  await floor.db.rows(
    sql`UPDATE reps SET work = 'idle', presence = ${presence} WHERE work <> 'idle' OR presence <> ${presence}`,
  );
  await floor.db.rows(sql`DELETE FROM outbox`);
}

describe(`${claimers} reps click on one call at the same moment`, () => {
  test(`${rounds} times: one of them has it, each time, and the others hear who was quicker`, async () => {
    for (let round = 0; round < rounds; round++) {
      const callId = await floor.ring();
      const { winners, codes } = await race(callId);
      expect(winners, `round ${round}`).toHaveLength(1);
      expect(codes).toEqual(new Set(['CALL_TAKEN']));
      expect(await floor.call(callId)).toMatchObject({ status: 'active', repId: winners[0], version: 2 });
      await nextRound('away');
    }
  }, 90_000);

  test('while it is being offered to them: still one owner, and nothing goes on ringing', async () => {
    await nextRound('available');
    for (let round = 0; round < 10; round++) {
      const callId = await floor.ring();
      const [{ winners, codes }] = await Promise.all([race(callId), floor.route(), floor.route()]);
      // Who was asked in the last moment may be the only one who may take it.
      const owner = (await floor.call(callId)).repId;
      expect(winners).toEqual(owner === null ? [] : [owner]);
      for (const code of codes) expect(['CALL_TAKEN', 'OFFERED_ELSEWHERE']).toContain(code);
      const ringing = await floor.db.rows(sql`SELECT FROM offers o JOIN calls c ON c.id = o.call_id
        WHERE o.outcome IS NULL AND c.status <> 'offered'`);
      expect(ringing).toEqual([]);
      await nextRound('available');
    }
  }, 60_000);
});
