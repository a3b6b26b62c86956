import type { SkipReason, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { setPresence } from '../reps/store.ts';
import { type Floor, found, lockWaited, openFloor } from '../testing/floor.ts';
import { claimCall } from './claim-call.ts';
import { declineCall } from './decline-call.ts';
import { endCall } from './end-call.ts';
import { releaseCall } from './release-call.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const claim = (callId: Awaited<ReturnType<Floor['ring']>>, repId: UserId) =>
  claimCall(floor.app, { callId, repId });

describe('which call is offered', () => {
  test('the caller who has waited longest is first', async () => {
    const [first, second] = [await floor.ring(), await floor.ring()];
    const dana = await floor.rep('Dana');
    expect(await floor.route()).toBe(1);
    expect(await floor.call(first)).toMatchObject({
      status: 'offered',
      offeredTo: dana,
      offeredToName: 'Dana',
    });
    expect((await floor.call(second)).status).toBe('waiting');
  });

  test('a higher priority goes before a longer wait', async () => {
    await floor.ring();
    const urgent = await floor.ring({ priority: 5 });
    const dana = await floor.rep('Dana');
    await floor.route();
    expect(await floor.call(urgent)).toMatchObject({ offeredTo: dana });
  });

  test('words that are being stored for the oldest caller let no younger one pass', async () => {
    const [oldest, younger] = [await floor.ring(), await floor.ring()];
    const dana = await floor.rep('Dana');
    const routed = await floor.db.transaction(async (tx) => {
      await tx.rows(sql`UPDATE calls SET last_seq = last_seq + 1 WHERE id = ${oldest}`);
      const routing = floor.route();
      // Either it gives up at once or it waits for the row: both are fine, taking the younger one is not.
      await Promise.race([routing, lockWaited(floor.db)]);
      expect((await floor.call(younger)).status).toBe('waiting');
      return { routing };
    });
    await routed.routing;
    await floor.sweep();
    expect(await floor.call(oldest)).toMatchObject({ status: 'offered', offeredTo: dana });
    expect((await floor.call(younger)).status).toBe('waiting');
  });

  test('each fit rep gets one call, and the rest wait', async () => {
    const calls = [await floor.ring(), await floor.ring(), await floor.ring()];
    await floor.rep('Dana');
    await floor.rep('Lee');
    expect(await floor.route()).toBe(2);
    const statuses = (await Promise.all(calls.map(floor.call))).map((call) => call.status);
    expect(statuses).toEqual(['offered', 'offered', 'waiting']);
    expect(await floor.route()).toBe(0);
  });
});

describe('who is asked', () => {
  test.each([
    ['offline', { presence: 'offline' }],
    ['away', { presence: 'away' }],
    ['without a desk', { isConnected: false }],
  ] as const)('a rep who is %s is not', async (_, is) => {
    await floor.ring();
    await floor.rep('Dana', is);
    expect(await floor.route()).toBe(0);
  });

  test('a waiting call is offered as soon as somebody becomes fit', async () => {
    const call = await floor.ring();
    const dana = await floor.rep('Dana', { presence: 'away' });
    await floor.route();
    await setPresence(floor.db, dana, { presence: 'available', reason: null });
    await floor.route();
    expect(await floor.call(call)).toMatchObject({ offeredTo: dana });
  });

  test('over two hundred calls the counts of offers of a fixed set of reps differ by at most one', async () => {
    const reps = [];
    for (const name of ['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus']) reps.push(await floor.rep(name));
    for (let i = 0; i < 200; i++) {
      await floor.ring();
      await floor.route();
      // Some reps take it, some give it away: the pointer moves on the offer all the same.
      const [ringing] = await floor.db.rows<{ call_id: never; rep_id: UserId }>(
        sql`SELECT call_id, rep_id FROM offers WHERE outcome IS NULL ORDER BY offered_at LIMIT 1`,
      );
      const { call_id: callId, rep_id: repId } = found(ringing);
      await floor.clock.advance(7);
      await claim(callId, repId);
      await endCall(floor.app, { callId, repId });
      await floor.db.rows(sql`UPDATE calls SET wrap_up_ends_at = desk_now() WHERE id = ${callId}`);
      await floor.sweep();
    }
    const counts = await floor.db.rows<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM offers GROUP BY rep_id ORDER BY count`,
    );
    expect(counts).toHaveLength(reps.length);
    expect(found(counts.at(-1)).count - found(counts[0]).count).toBeLessThanOrEqual(1);
  }, 60_000);

  test('a rep who missed this call is asked again only after every other fit rep was', async () => {
    for (const name of ['Ana', 'Bo', 'Cy']) await floor.rep(name);
    const call = await floor.ring();
    await floor.route();
    for (let i = 0; i < 5; i++) await floor.pass(15);
    const asked = (await floor.offers(call)).map((offer) => offer.repName);
    expect(asked).toHaveLength(6);
    expect(new Set(asked.slice(0, 3))).toEqual(new Set(['Ana', 'Bo', 'Cy']));
    expect(asked.slice(3)).toEqual(asked.slice(0, 3));
  });

  test('a rep who declined is not asked for that call again within five seconds, and then only after the others', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await floor.route();
    await declineCall(floor.app, { callId: call, repId: dana });
    await floor.pass(4.9);
    expect((await floor.call(call)).status).toBe('waiting');
    await floor.pass(0.2);
    expect(await floor.call(call)).toMatchObject({ offeredTo: dana });
    await declineCall(floor.app, { callId: call, repId: dana });
    const lee = await floor.rep('Lee');
    await floor.pass(10);
    expect(await floor.call(call)).toMatchObject({ offeredTo: lee });
  });

  test('who declined one call is asked for the next one at once', async () => {
    const dana = await floor.rep('Dana');
    const [first, second] = [await floor.ring(), await floor.ring()];
    await floor.route();
    await declineCall(floor.app, { callId: first, repId: dana });
    await floor.route();
    expect((await floor.call(first)).status).toBe('waiting');
    expect(await floor.call(second)).toMatchObject({ offeredTo: dana });
  });

  test('a rep who gave a call back is not asked for it within five seconds', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await claim(call, dana);
    await releaseCall(floor.app, { callId: call, repId: dana });
    await floor.route();
    expect((await floor.call(call)).status).toBe('waiting');
    await floor.pass(5.1);
    expect(await floor.call(call)).toMatchObject({ offeredTo: dana });
  });
});

describe('why this rep was asked', () => {
  test('the offer names who was fit, since when, and each of the others with the reason', async () => {
    const ana = await floor.rep('Ana');
    const others: Record<string, SkipReason> = {
      Bo: 'away',
      Cy: 'disconnected',
      Di: 'on_call',
      Ed: 'wrap_up',
      Flo: 'offered',
      Gus: 'not_responding',
      Hal: 'offered_more_recently',
    };
    await floor.rep('Bo', { presence: 'away' });
    const cy = await floor.rep('Cy');
    const di = await floor.rep('Di');
    const ed = await floor.rep('Ed');
    for (const [rep, isOver] of [
      [di, false],
      [ed, true],
    ] as const) {
      const callId = await floor.ring();
      await claim(callId, rep);
      if (isOver) await endCall(floor.app, { callId, repId: rep });
    }
    const flo = await floor.rep('Flo');
    const gus = await floor.rep('Gus');
    const hal = await floor.rep('Hal');
    await floor.rep('Ivy', { presence: 'offline' });
    await floor.vanish(cy);
    const busy = await floor.ring();
    await floor.db.rows(sql`UPDATE calls SET status = 'offered', offered_to = ${flo} WHERE id = ${busy}`);
    await floor.db.rows(sql`UPDATE reps SET work = 'offered' WHERE user_id = ${flo}`);
    await floor.db.rows(sql`UPDATE reps SET presence = 'not_responding' WHERE user_id = ${gus}`);
    await floor.db.rows(sql`UPDATE reps SET last_offered_at = desk_now() WHERE user_id = ${hal}`);
    const lastOfferedAt = new Date(floor.clock.nowMs() - 60_000);
    await floor.db.rows(sql`UPDATE reps SET last_offered_at = ${lastOfferedAt} WHERE user_id = ${ana}`);
    const call = await floor.ring();
    await floor.clock.advance(1_500);
    await floor.route();
    const offer = found((await floor.offers(call))[0]);
    expect(offer).toMatchObject({ repName: 'Ana', outcome: null, waitedMs: 1_500 });
    expect(Date.parse(offer.expiresAt) - Date.parse(offer.offeredAt)).toBe(15_000);
    expect(offer.why).toMatchObject({ fit: 2, askedBefore: 0, lastOfferedAt: lastOfferedAt.toISOString() });
    expect(Object.fromEntries(offer.why.skipped.map((rep) => [rep.name, rep.reason]))).toEqual(others);
  });

  test('who missed this call and who declined it just now are told apart', async () => {
    const [ana, bo] = [await floor.rep('Ana'), await floor.rep('Bo')];
    await floor.rep('Cy');
    const call = await floor.ring();
    await floor.route();
    expect(await floor.call(call)).toMatchObject({ offeredTo: ana });
    await floor.pass(15);
    expect(await floor.call(call)).toMatchObject({ offeredTo: bo });
    await declineCall(floor.app, { callId: call, repId: bo });
    await floor.pass(0.1);
    const last = found((await floor.offers(call)).at(-1));
    expect(last.repName).toBe('Cy');
    const skipped = last.why.skipped.map(({ name, reason }) => [name, reason] as const);
    expect(skipped.sort(([a], [b]) => a.localeCompare(b))).toEqual([
      ['Ana', 'missed_this_call'],
      ['Bo', 'declined_just_now'],
    ]);
  });
});

describe('several nodes route at once', () => {
  test('no call is offered twice and no rep is asked for two calls', async () => {
    for (let i = 0; i < 10; i++) await floor.rep(`Rep ${i}`);
    const calls = [];
    for (let i = 0; i < 20; i++) calls.push(await floor.ring());
    const made = await Promise.all(Array.from({ length: 6 }, () => floor.route()));
    await floor.sweep();
    expect(made.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(10);
    const ringing = await floor.db.rows<{ call_id: string; rep_id: string }>(
      sql`SELECT call_id, rep_id FROM offers WHERE outcome IS NULL`,
    );
    expect(ringing).toHaveLength(10);
    expect(new Set(ringing.map((offer) => offer.rep_id)).size).toBe(10);
    // The ten who have waited longest.
    expect(new Set(ringing.map((offer) => offer.call_id))).toEqual(new Set(calls.slice(0, 10)));
  });
});
