import type { CallId, CallStatus, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Floor, lockWaited, openFloor } from '../testing/floor.ts';
import { claimCall } from './claim-call.ts';
import { endCall } from './end-call.ts';
import { hangUpCall } from './hang-up-call.ts';
import { receiveCall } from './receive-call.ts';
import { wrapUpCall } from './wrap-up-call.ts';

let floor: Floor;
let dana: UserId;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(async () => {
  await floor.clear();
  dana = await floor.rep('Dana');
});
afterAll(() => floor.close());

/** A call that has come as far as `status`. */
async function callThatIs(status: CallStatus): Promise<CallId> {
  const callId = await floor.ring();
  const of = { callId, repId: dana };
  if (status === 'offered') await floor.route();
  if (status === 'abandoned') await hangUpCall(floor.app, callId);
  if (!['active', 'wrap_up', 'closed'].includes(status)) return callId;
  await claimCall(floor.app, of);
  if (status !== 'active') await endCall(floor.app, of);
  if (status === 'closed') await wrapUpCall(floor.app, { ...of, disposition: 'spam', notes: null });
  return callId;
}

describe('a caller who hangs up', () => {
  test.each([
    ['waiting', 'abandoned', 'idle'],
    ['offered', 'abandoned', 'idle'],
    ['active', 'wrap_up', 'wrap_up'],
  ] as const)('while the call is %s leaves it %s, and the rep %s', async (status, after, work) => {
    const callId = await callThatIs(status);
    expect((await floor.call(callId)).status).toBe(status);
    expect(await hangUpCall(floor.app, callId)).toBe(true);
    const call = await floor.call(callId);
    expect(call).toMatchObject({ status: after, offeredTo: null, repId: after === 'wrap_up' ? dana : null });
    expect(call.endedAt).toBe(new Date(floor.clock.nowMs()).toISOString());
    expect((await floor.repOf(dana)).work).toBe(work);
  });

  test.each(['wrap_up', 'closed', 'abandoned'] as const)(
    'a second time, when the call is %s, changes nothing',
    async (status) => {
      const callId = await callThatIs(status);
      const before = await floor.call(callId);
      await floor.clock.advance(1_000);
      expect(await hangUpCall(floor.app, callId)).toBe(false);
      expect(await floor.call(callId)).toEqual(before);
    },
  );

  test('while it rings ends the offer without blame, and the rep is asked for the next one', async () => {
    const callId = await callThatIs('offered');
    await hangUpCall(floor.app, callId);
    expect((await floor.offers(callId)).map((offer) => offer.outcome)).toEqual(['withdrawn']);
    expect((await floor.repOf(dana)).missesInARow).toBe(0);
    const next = await floor.ring();
    await floor.route();
    expect(await floor.call(next)).toMatchObject({ offeredTo: dana });
  });

  test('in the moment in which a rep claims leaves either a call in wrap-up or an abandoned one', async () => {
    for (let i = 0; i < 20; i++) {
      const callId = await floor.ring();
      const [claimed] = await Promise.all([
        claimCall(floor.app, { callId, repId: dana }),
        hangUpCall(floor.app, callId),
      ]);
      const { status } = await floor.call(callId);
      expect(['wrap_up', 'abandoned', 'active']).toContain(status);
      expect(claimed.ok).toBe(status !== 'abandoned');
      await hangUpCall(floor.app, callId);
      await floor.pass(60);
    }
  });
});

describe('a caller who rings', () => {
  test('twice under one name of the line is one call', async () => {
    const ring = { line: 'hand', externalId: 'x1', from: '+14155550132', callerName: 'Maria', priority: 0 };
    const ids = await Promise.all(Array.from({ length: 10 }, () => receiveCall(floor.app, ring)));
    expect(new Set(ids).size).toBe(1);
    const other = await receiveCall(floor.app, { ...ring, line: 'another' });
    expect(ids).not.toContain(other);
  });

  test('while the same ring is just being stored is that call', async () => {
    const ring = { line: 'hand', externalId: 'x2', from: '+14155550132', callerName: 'Maria', priority: 0 };
    const { stored, again } = await floor.db.transaction(async (tx) => {
      const id = await receiveCall({ ...floor.app, db: { ...floor.db, rows: tx.rows } }, ring);
      const second = receiveCall(floor.app, ring);
      await lockWaited(floor.db);
      return { stored: id, again: [second] };
    });
    expect(await Promise.all(again)).toEqual([stored]);
  });
});
