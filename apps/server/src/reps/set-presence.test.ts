import { type RepState, type UserId, wishPresence as wishRule } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withdrawOffers } from '../calls/withdraw-offers.ts';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { wishPresence } from './set-presence.ts';
import { setPresence } from './store.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const wish = (repId: UserId, presence: 'available' | 'away', reason: string | null = null) =>
  wishPresence(floor.app, repId, {
    wish: { presence, reason },
    withdraw: (id) => withdrawOffers(floor.app, id),
  });

describe('saying available or away', () => {
  test('while a call rings gives the call to somebody else at once', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await floor.route();
    const answer = await wish(dana, 'away', 'lunch');
    expect(answer).toMatchObject({ ok: true, value: { presence: 'away', reason: 'lunch', work: 'idle' } });
    expect((await floor.call(call)).status).toBe('waiting');
    expect(await floor.repOf(dana)).toMatchObject({ work: 'idle', presence: 'away' });
  });

  test('needs a desk that was opened once', async () => {
    const user = await floor.rep('Dana');
    await floor.db.rows(sql`DELETE FROM reps`);
    expect(await wish(user, 'available')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('away again for the same reason does not start its time anew', async () => {
    const dana = await floor.rep('Dana');
    await wish(dana, 'away', 'lunch');
    const { since } = await floor.repOf(dana);
    await floor.clock.advance(60_000);
    await wish(dana, 'away', 'lunch');
    expect((await floor.repOf(dana)).since).toBe(since);
    await wish(dana, 'away', 'training');
    expect((await floor.repOf(dana)).since).not.toBe(since);
  });
});

describe('the stored rep', () => {
  const presences = ['offline', 'available', 'away', 'not_responding'] as const;
  const works = ['idle', 'on_call', 'wrap_up'] as const;
  const nexts = [
    null,
    { presence: 'away', reason: 'lunch' },
    { presence: 'available', reason: null },
  ] as const;
  const wishes = [
    { presence: 'available', reason: null },
    { presence: 'away', reason: null },
    { presence: 'away', reason: 'lunch' },
  ] as const;

  test('does with every wish in every state what the rule says', async () => {
    const dana = await floor.rep('Dana');
    for (const presence of presences)
      for (const work of works)
        for (const next of nexts)
          for (const one of wishes) {
            const awayReason = presence === 'away' ? 'lunch' : null;
            const before: RepState = { presence, work, awayReason, next, missesInARow: 2 };
            await store(dana, before);
            const after = await setPresence(floor.db, dana, one);
            expect(after, JSON.stringify({ before, one })).toMatchObject(asStored(wishRule(before, one)));
          }
  });
});

async function store(repId: UserId, rep: RepState): Promise<void> {
  await floor.db.rows(sql`UPDATE reps SET presence = ${rep.presence}, away_reason = ${rep.awayReason}, work = ${rep.work},
    next_presence = ${rep.next?.presence ?? null}, next_reason = ${rep.next?.reason ?? null},
    misses_in_a_row = ${rep.missesInARow} WHERE user_id = ${repId}`);
}

function asStored(rep: RepState) {
  return {
    presence: rep.presence,
    reason: rep.awayReason,
    work: rep.work,
    nextPresence: rep.next?.presence ?? null,
    nextReason: rep.next?.reason ?? null,
    missesInARow: rep.missesInARow,
  };
}
