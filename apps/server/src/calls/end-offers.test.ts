import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setPresence } from '../reps/store.ts';
import { type Floor, found, openFloor } from '../testing/floor.ts';
import { claimCall } from './claim-call.ts';
import { declineCall } from './decline-call.ts';
import { withdrawOffers } from './withdraw-offers.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const outcomes = async (call: Parameters<Floor['offers']>[0]) =>
  (await floor.offers(call)).map(({ repName, outcome }) => [repName, outcome]);

describe('an offer that nobody answers', () => {
  test('moves on to the next rep with the next sweep, and keeps its waiting time', async () => {
    const [ana, bo] = [await floor.rep('Ana'), await floor.rep('Bo')];
    const call = await floor.ring();
    const { queuedAt } = await floor.call(call);
    await floor.route();
    await floor.pass(14.9);
    expect(await floor.call(call)).toMatchObject({ offeredTo: ana });
    await floor.pass(0.1);
    expect(await floor.call(call)).toMatchObject({ status: 'offered', offeredTo: bo, queuedAt });
    expect(await outcomes(call)).toEqual([
      ['Ana', 'missed'],
      ['Bo', null],
    ]);
    expect(await floor.repOf(ana)).toMatchObject({ work: 'idle', presence: 'available', missesInARow: 1 });
  });

  test('three times in a row takes the rep out of the round, until the rep says to be back', async () => {
    const ana = await floor.rep('Ana');
    const call = await floor.ring();
    await floor.route();
    for (let i = 0; i < 3; i++) await floor.pass(15);
    expect(await floor.repOf(ana)).toMatchObject({
      presence: 'not_responding',
      work: 'idle',
      missesInARow: 3,
    });
    expect((await floor.call(call)).status).toBe('waiting');
    await floor.pass(60);
    expect((await floor.offers(call)).length).toBe(3);
    await setPresence(floor.db, ana, { presence: 'available', reason: null });
    await floor.route();
    expect(await floor.call(call)).toMatchObject({ offeredTo: ana });
  });

  test('a decline in between shows that somebody is there: the misses are counted anew', async () => {
    const ana = await floor.rep('Ana');
    const call = await floor.ring();
    await floor.route();
    await floor.pass(15);
    await floor.pass(15);
    expect((await floor.repOf(ana)).missesInARow).toBe(2);
    await declineCall(floor.app, { callId: call, repId: ana });
    expect((await floor.repOf(ana)).missesInARow).toBe(0);
    await floor.pass(6);
    await floor.pass(15);
    expect(await floor.repOf(ana)).toMatchObject({ presence: 'available', missesInARow: 1 });
  });

  test('is not swept twice by two nodes', async () => {
    await floor.rep('Ana');
    const call = await floor.ring();
    await floor.route();
    await floor.clock.advance(15_000);
    await Promise.all([floor.sweep(), floor.sweep(), floor.sweep()]);
    expect((await outcomes(call))[0]).toEqual(['Ana', 'missed']);
    expect((await floor.repOf(found((await floor.offers(call))[0]).repId)).missesInARow).toBe(1);
  });

  test('cannot be claimed or declined any more', async () => {
    const ana = await floor.rep('Ana');
    await floor.rep('Bo');
    const call = await floor.ring();
    await floor.route();
    await floor.pass(15);
    const late = { callId: call, repId: ana };
    expect(await claimCall(floor.app, late)).toMatchObject({ error: { code: 'OFFERED_ELSEWHERE' } });
    expect(await declineCall(floor.app, late)).toMatchObject({ error: { code: 'OFFER_EXPIRED' } });
  });
});

describe('an offer that is declined', () => {
  test('goes to the next rep at once; who declined is free for another call', async () => {
    const [ana, bo] = [await floor.rep('Ana'), await floor.rep('Bo')];
    const call = await floor.ring();
    await floor.route();
    expect(await declineCall(floor.app, { callId: call, repId: ana })).toMatchObject({
      ok: true,
      value: { status: 'waiting', offeredTo: null },
    });
    await floor.route();
    expect(await floor.call(call)).toMatchObject({ offeredTo: bo });
    expect(await floor.repOf(ana)).toMatchObject({ work: 'idle', presence: 'available', missesInARow: 0 });
  });

  test('cannot be declined by somebody else', async () => {
    await floor.rep('Ana');
    const call = await floor.ring();
    await floor.route();
    const bo = await floor.rep('Bo');
    expect(await declineCall(floor.app, { callId: call, repId: bo })).toMatchObject({
      error: { code: 'OFFER_EXPIRED' },
    });
    expect((await floor.call(call)).status).toBe('offered');
  });
});

describe('an offer whose rep goes', () => {
  test('away is taken back at once, and is nobody’s miss', async () => {
    const ana = await floor.rep('Ana');
    const call = await floor.ring();
    await floor.route();
    await setPresence(floor.db, ana, { presence: 'away', reason: 'lunch' });
    await withdrawOffers(floor.app, ana);
    expect((await floor.call(call)).status).toBe('waiting');
    expect(await outcomes(call)).toEqual([['Ana', 'withdrawn']]);
    expect(await floor.repOf(ana)).toMatchObject({ work: 'idle', presence: 'away', missesInARow: 0 });
  });

  test('home without a word is taken back by the next sweep', async () => {
    const ana = await floor.rep('Ana');
    const call = await floor.ring();
    await floor.route();
    await floor.vanish(ana);
    await floor.pass(1);
    expect(await outcomes(call)).toEqual([['Ana', 'withdrawn']]);
    expect((await floor.call(call)).status).toBe('waiting');
  });

  test('a withdrawn offer does not count as having been asked', async () => {
    const ana = await floor.rep('Ana');
    const call = await floor.ring();
    await floor.route();
    await floor.vanish(ana);
    await floor.pass(1);
    await floor.returns(ana);
    await floor.route();
    expect((await floor.offers(call)).at(-1)).toMatchObject({ repName: 'Ana', why: { askedBefore: 0 } });
  });
});
