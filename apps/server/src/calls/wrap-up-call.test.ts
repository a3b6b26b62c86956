import type { CallId, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setPresence } from '../reps/store.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { claimCall } from './claim-call.ts';
import { endCall } from './end-call.ts';
import { noteCall } from './note-call.ts';
import { releaseCall } from './release-call.ts';
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

async function held(): Promise<CallId> {
  const callId = await floor.ring();
  await claimCall(floor.app, { callId, repId: dana });
  return callId;
}
async function ended(): Promise<CallId> {
  const callId = await held();
  await endCall(floor.app, { callId, repId: dana });
  return callId;
}
const wrapUp = (callId: CallId, is: { notes?: string; repId?: UserId } = {}) =>
  wrapUpCall(floor.app, {
    callId,
    repId: is.repId ?? dana,
    disposition: 'job-booked',
    notes: is.notes ?? null,
  });
const away = { presence: 'away', reason: 'lunch' } as const;
const available = { presence: 'available', reason: null } as const;

describe('ending a call', () => {
  test('begins the wrap-up, which has a deadline', async () => {
    const callId = await held();
    const result = await endCall(floor.app, { callId, repId: dana });
    const endsAt = new Date(floor.clock.nowMs() + 60_000).toISOString();
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'wrap_up', repId: dana, wrapUpEndsAt: endsAt },
    });
    expect((await floor.repOf(dana)).work).toBe('wrap_up');
  });

  test.each([
    ['of another rep', 'NOT_YOURS'],
    ['that waits', 'NOT_YOURS'],
    ['that is over', 'CALL_ENDED'],
    ['that nobody knows', 'CALL_UNKNOWN'],
  ] as const)('one %s is refused: %s', async (which, code) => {
    const lee = await floor.rep('Lee');
    const calls = {
      'of another rep': held,
      'that waits': () => floor.ring(),
      'that is over': async () => {
        const callId = await ended();
        await endCall(floor.app, { callId, repId: dana });
        return callId;
      },
      'that nobody knows': async () => 'call_nobody' as CallId,
    };
    const callId = await calls[which]();
    const repId = which === 'that is over' ? dana : lee;
    expect(await endCall(floor.app, { callId, repId })).toMatchObject({ ok: false, error: { code } });
    expect(await releaseCall(floor.app, { callId, repId })).toMatchObject({ ok: false, error: { code } });
  });
});

describe('wrapping up', () => {
  test('closes the call with its disposition and last notes; the rep may be asked again', async () => {
    const callId = await ended();
    expect(await wrapUp(callId, { notes: 'Boiler, Tuesday.' })).toMatchObject({
      ok: true,
      value: { status: 'closed', disposition: 'job-booked', notes: 'Boiler, Tuesday.', repId: dana },
    });
    expect((await floor.repOf(dana)).work).toBe('idle');
    const next = await floor.ring();
    await floor.route();
    expect(await floor.call(next)).toMatchObject({ offeredTo: dana });
  });

  test('without notes keeps those that are there', async () => {
    const callId = await held();
    const { version } = await floor.call(callId);
    await noteCall(floor.app, { callId, repId: dana, text: 'no heat', version });
    await endCall(floor.app, { callId, repId: dana });
    await wrapUp(callId);
    expect((await floor.call(callId)).notes).toBe('no heat');
  });

  test('is refused while the caller is on the line, for others, and a second time', async () => {
    const active = await held();
    expect(await wrapUp(active)).toMatchObject({ error: { code: 'CALL_ACTIVE' } });
    await endCall(floor.app, { callId: active, repId: dana });
    expect(await wrapUp(active, { repId: await floor.rep('Lee') })).toMatchObject({
      error: { code: 'NOT_YOURS' },
    });
    await wrapUp(active);
    expect(await wrapUp(active)).toMatchObject({ error: { code: 'CALL_ENDED' } });
  });

  test('ends by itself when its time is over, and says that nothing was recorded', async () => {
    const callId = await ended();
    await floor.pass(59.9);
    expect((await floor.call(callId)).status).toBe('wrap_up');
    await floor.pass(0.1);
    expect(await floor.call(callId)).toMatchObject({
      status: 'closed',
      disposition: 'not-recorded',
      repId: dana,
    });
    expect((await floor.repOf(dana)).work).toBe('idle');
  });

  test('a rep in wrap-up is not asked for another call', async () => {
    await ended();
    const next = await floor.ring();
    await floor.route();
    expect((await floor.call(next)).status).toBe('waiting');
  });
});

describe('a wish made during a call', () => {
  test('applies when the wrap-up is done', async () => {
    const callId = await held();
    expect(await setPresence(floor.db, dana, away)).toMatchObject({
      presence: 'available',
      nextPresence: 'away',
      nextReason: 'lunch',
    });
    await endCall(floor.app, { callId, repId: dana });
    expect((await floor.repOf(dana)).presence).toBe('available');
    await wrapUp(callId);
    expect(await floor.repOf(dana)).toMatchObject({ presence: 'away', reason: 'lunch', nextPresence: null });
  });

  test('applies also when the wrap-up ends by itself', async () => {
    await ended();
    await setPresence(floor.db, dana, away);
    await floor.pass(60);
    expect(await floor.repOf(dana)).toMatchObject({ presence: 'away', reason: 'lunch', nextPresence: null });
  });

  test('applies also when the call is given back', async () => {
    const callId = await held();
    await setPresence(floor.db, dana, away);
    await releaseCall(floor.app, { callId, repId: dana });
    expect(await floor.repOf(dana)).toMatchObject({ presence: 'away', reason: 'lunch', nextPresence: null });
  });

  test('can be taken back', async () => {
    const callId = await ended();
    await setPresence(floor.db, dana, away);
    expect(await setPresence(floor.db, dana, available)).toMatchObject({ nextPresence: null });
    await wrapUp(callId);
    expect((await floor.repOf(dana)).presence).toBe('available');
  });

  test('waits for the last of two wrap-ups', async () => {
    const first = await ended();
    const second = await floor.ring();
    await claimCall(floor.app, { callId: second, repId: dana });
    await setPresence(floor.db, dana, away);
    await wrapUp(first);
    await endCall(floor.app, { callId: second, repId: dana });
    expect((await floor.repOf(dana)).presence).toBe('available');
    await wrapUp(second);
    expect(await floor.repOf(dana)).toMatchObject({ presence: 'away', work: 'idle' });
  });

  test('two wrap-ups that are done in the same moment leave the rep idle, with the wish applied', async () => {
    const first = await ended();
    const second = await floor.ring();
    await claimCall(floor.app, { callId: second, repId: dana });
    await endCall(floor.app, { callId: second, repId: dana });
    await setPresence(floor.db, dana, away);
    await Promise.all([wrapUp(first), wrapUp(second)]);
    await floor.pass(1);
    expect(await floor.repOf(dana)).toMatchObject({ presence: 'away', work: 'idle' });
  });
});

describe('giving a call back', () => {
  test('puts it to the front of the queue with the time it has waited', async () => {
    const callId = await held();
    const { queuedAt } = await floor.call(callId);
    await floor.ring();
    const lee = await floor.rep('Lee', { presence: 'away' });
    const result = await releaseCall(floor.app, { callId, repId: dana });
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'waiting', repId: null, claimedAt: null, queuedAt },
    });
    expect((await floor.repOf(dana)).work).toBe('idle');
    await setPresence(floor.db, lee, available);
    await setPresence(floor.db, dana, away);
    await floor.route();
    expect(await floor.call(callId)).toMatchObject({ offeredTo: lee });
  });
});
