import type { CallId, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type Floor, lockWaited, openFloor } from '../testing/floor.ts';
import { claimCall } from './claim-call.ts';
import { endCall } from './end-call.ts';
import { offerNext } from './routing.store.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const claim = (callId: CallId, repId: UserId) => claimCall(floor.app, { callId, repId });

async function ringing(): Promise<number> {
  return (await floor.db.rows(sql`SELECT FROM offers WHERE outcome IS NULL`)).length;
}

describe('taking a call', () => {
  test('that rings for me makes it mine', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await floor.route();
    const claimed = await claim(call, dana);
    expect(claimed).toMatchObject({
      ok: true,
      value: { status: 'active', repId: dana, repName: 'Dana', offeredTo: null, endedAt: null },
    });
    expect(await floor.repOf(dana)).toMatchObject({ work: 'on_call', presence: 'available' });
    expect((await floor.offers(call)).map((offer) => offer.outcome)).toEqual(['claimed']);
  });

  test('again, after an answer that was lost, is harmless', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    const first = await claim(call, dana);
    expect(await claim(call, dana)).toEqual(first);
  });

  test('by hand while away leaves the rep away', async () => {
    const dana = await floor.rep('Dana', { presence: 'away' });
    const call = await floor.ring();
    expect(await claim(call, dana)).toMatchObject({ ok: true });
    expect(await floor.repOf(dana)).toMatchObject({ presence: 'away', work: 'on_call' });
  });

  test('by hand in wrap-up is possible, and the wrap-up stays to be done', async () => {
    const dana = await floor.rep('Dana');
    const [first, second] = [await floor.ring(), await floor.ring()];
    await claim(first, dana);
    await endCall(floor.app, { callId: first, repId: dana });
    expect(await claim(second, dana)).toMatchObject({ ok: true });
    expect((await floor.call(first)).status).toBe('wrap_up');
    expect((await floor.repOf(dana)).work).toBe('on_call');
    await floor.pass(60);
    expect((await floor.call(first)).status).toBe('closed');
    expect((await floor.repOf(dana)).work).toBe('on_call');
    await endCall(floor.app, { callId: second, repId: dana });
    expect((await floor.repOf(dana)).work).toBe('wrap_up');
  });

  test('while another one rings for me gives that one back, for the next rep', async () => {
    const dana = await floor.rep('Dana');
    const offered = await floor.ring();
    await floor.route();
    const other = await floor.ring();
    expect(await claim(other, dana)).toMatchObject({ ok: true });
    expect(await floor.call(offered)).toMatchObject({ status: 'waiting', offeredTo: null });
    expect((await floor.offers(offered)).map((offer) => offer.outcome)).toEqual(['withdrawn']);
    expect(await ringing()).toBe(0);
  });

  test('forgives earlier misses', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await floor.route();
    await floor.pass(15);
    expect((await floor.repOf(dana)).missesInARow).toBe(1);
    await claim(call, dana);
    expect((await floor.repOf(dana)).missesInARow).toBe(0);
  });
});

describe('a call that cannot be taken', () => {
  test('rings for somebody else', async () => {
    await floor.rep('Dana');
    const call = await floor.ring();
    await floor.route();
    const lee = await floor.rep('Lee');
    expect(await claim(call, lee)).toMatchObject({ ok: false, error: { code: 'OFFERED_ELSEWHERE' } });
  });

  test('is held by another rep', async () => {
    const [dana, lee] = [await floor.rep('Dana'), await floor.rep('Lee')];
    const call = await floor.ring();
    await claim(call, dana);
    expect(await claim(call, lee)).toMatchObject({ ok: false, error: { code: 'CALL_TAKEN' } });
  });

  test('is over', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await claim(call, dana);
    await endCall(floor.app, { callId: call, repId: dana });
    expect(await claim(call, dana)).toMatchObject({ ok: false, error: { code: 'CALL_ENDED' } });
  });

  test('does not exist', async () => {
    const dana = await floor.rep('Dana');
    expect(await claim('call_nobody' as CallId, dana)).toMatchObject({ error: { code: 'CALL_UNKNOWN' } });
  });

  test('waits, but I am on another one', async () => {
    const dana = await floor.rep('Dana');
    const [first, second] = [await floor.ring(), await floor.ring()];
    await claim(first, dana);
    expect(await claim(second, dana)).toMatchObject({ ok: false, error: { code: 'REP_BUSY' } });
    expect((await floor.call(second)).status).toBe('waiting');
  });
});

describe('at the very same moment', () => {
  test('a rep who clicks on twenty calls gets one', async () => {
    const dana = await floor.rep('Dana');
    const calls = [];
    for (let i = 0; i < 20; i++) calls.push(await floor.ring());
    const results = await Promise.all(calls.map((call) => claim(call, dana)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(new Set(results.flatMap((result) => (result.ok ? [] : [result.error.code])))).toEqual(
      new Set(['REP_BUSY']),
    );
  });

  test('a click on a call that is just being offered to the same rep takes it, and nothing goes on ringing', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    const offerId = 'off_just' as Parameters<typeof offerNext>[1]['offerId'];
    const { claiming } = await floor.db.transaction(async (tx) => {
      await offerNext(tx, { offerId, offerSeconds: 15 });
      const started = claim(call, dana);
      await lockWaited(floor.db);
      return { claiming: started };
    });
    expect(await claiming).toMatchObject({ ok: true, value: { repId: dana } });
    expect(await ringing()).toBe(0);
    expect((await floor.offers(call)).map((offer) => offer.outcome)).toEqual(['claimed']);
  });

  test('a click on a call while another one is just being offered leaves no ring on a busy rep', async () => {
    const dana = await floor.rep('Dana');
    const [offered, clicked] = [await floor.ring(), await floor.ring()];
    const offerId = 'off_just' as Parameters<typeof offerNext>[1]['offerId'];
    const { claiming } = await floor.db.transaction(async (tx) => {
      await offerNext(tx, { offerId, offerSeconds: 15 });
      const started = claim(clicked, dana);
      await lockWaited(floor.db);
      return { claiming: started };
    });
    expect(await claiming).toMatchObject({ ok: true, value: { id: clicked } });
    await floor.pass(1);
    expect(await ringing()).toBe(0);
    expect((await floor.call(offered)).status).toBe('waiting');
    expect((await floor.repOf(dana)).work).toBe('on_call');
  });
});
