import type { Call, RingingOffer } from '@ringdesk/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCall, buildSnapshot, callId, dana, lee, offerId } from '../testing/build-call.ts';
import {
  changeCall,
  currentCall,
  type Desk,
  emptyDesk,
  endOffer,
  keepCall,
  offerCall,
  openDesk,
} from './desk.ts';

const opened = (rev: number, ...calls: Call[]): Desk => openDesk(emptyDesk, buildSnapshot({ rev, calls }));
const versionOf = (desk: Desk, word: string) => desk.calls.get(callId(word))?.version;
const ringing: RingingOffer = {
  id: offerId('one'),
  expiresAt: '2026-11-20T10:00:15.000Z',
  waitedMs: 1000,
  why: { fit: 1, lastOfferedAt: null, askedBefore: 0, skipped: [] },
};

describe('a desk that hears of calls', () => {
  it('keeps the newest version of a call and ignores older repeats', () => {
    const desk = opened(0, buildCall('a', { version: 3 }));
    const newer = changeCall(desk, { rev: 1, call: buildCall('a', { version: 4 }) });
    const older = changeCall(newer, { rev: 1, call: buildCall('a', { version: 2 }) });
    expect(versionOf(older, 'a')).toBe(4);
    expect(older.rev).toBe(1);
  });

  it('notices that something was missed, and does not once the numbers follow on', () => {
    const desk = opened(7);
    expect(changeCall(desk, { rev: 8, call: buildCall('a') }).hasGap).toBe(false);
    expect(changeCall(desk, { rev: 9, call: buildCall('a') }).hasGap).toBe(true);
    expect(changeCall(desk, { rev: 5, call: buildCall('a') }).hasGap).toBe(false);
  });

  it('shows a call that was told after a gap at once, and closes the gap with the next snapshot', () => {
    const gap = changeCall(opened(7), { rev: 9, call: buildCall('a', { version: 2 }) });
    expect(versionOf(gap, 'a')).toBe(2);
    const closed = openDesk(gap, buildSnapshot({ rev: 9, calls: [buildCall('a', { version: 2 })] }));
    expect(closed.hasGap).toBe(false);
  });

  it('does not lose a change that was told while an older snapshot was on its way', () => {
    const told = changeCall(opened(4), { rev: 5, call: buildCall('late', { version: 1 }) });
    const desk = openDesk(told, buildSnapshot({ rev: 4, calls: [] }));
    expect(versionOf(desk, 'late')).toBe(1);
    expect(desk.rev).toBe(5);
  });

  it('forgets calls that the snapshot no longer has', () => {
    const desk = openDesk(opened(3, buildCall('old')), buildSnapshot({ rev: 9, calls: [buildCall('new')] }));
    expect([...desk.calls.keys()]).toEqual([callId('new')]);
  });

  it('counts a call that ends once, however often it is told', () => {
    const ended = buildCall('a', { status: 'abandoned', version: 2 });
    const once = changeCall(opened(0, buildCall('a')), { rev: 1, call: ended });
    const twice = keepCall(changeCall(once, { rev: 1, call: ended }), ended);
    expect(twice.endedToday).toBe(1);
  });
});

describe('any order and repetition of events', () => {
  const change = fc.record({
    rev: fc.integer({ min: 1, max: 40 }),
    word: fc.constantFrom('a', 'b', 'c'),
    version: fc.integer({ min: 1, max: 12 }),
  });

  it('ends with the newest version of each call', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.integer({ min: 0, max: 20 }), (changes, again) => {
        const repeated = [...changes, ...changes.slice(0, again)];
        const desk = repeated.reduce(
          (before, { rev, word, version }) => changeCall(before, { rev, call: buildCall(word, { version }) }),
          opened(0),
        );
        for (const word of ['a', 'b', 'c']) {
          const versions = changes.filter((it) => it.word === word).map((it) => it.version);
          expect(versionOf(desk, word)).toBe(versions.length === 0 ? undefined : Math.max(...versions));
        }
      }),
    );
  });

  it('ends with the newest versions whenever the snapshot comes in between', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }), fc.nat(8), (order, at) => {
        // Eight versions of one call, told in any order; the snapshot is as of the fourth.
        const tell = (desk: Desk, n: number) =>
          changeCall(desk, { rev: n, call: buildCall('a', { version: n }) });
        const before = order.slice(0, at).reduce(tell, opened(0));
        const snapshot = buildSnapshot({ rev: 4, calls: [buildCall('a', { version: 4 })] });
        const desk = order.slice(at).reduce(tell, openDesk(before, snapshot));
        expect(versionOf(desk, 'a')).toBe(8);
      }),
    );
  });
});

describe('an offer on the desk', () => {
  const call = buildCall('a', {
    status: 'offered',
    offeredTo: dana.id,
    offeredToName: dana.name,
    version: 2,
  });
  const asked = offerCall(opened(0, buildCall('a')), { call, offer: ringing });

  it('rings with its call', () => {
    expect(asked.offer?.callId).toBe(call.id);
    expect(versionOf(asked, 'a')).toBe(2);
  });

  it('leaves when its end is told, and stays when the end of an older one is', () => {
    const end = { callId: call.id, outcome: 'missed' } as const;
    expect(endOffer(asked, { ...end, offerId: ringing.id }).offer).toBeNull();
    expect(endOffer(asked, { ...end, offerId: offerId('older') }).offer).not.toBeNull();
  });

  it('leaves when its call is gone, even when the word that it ended was lost', () => {
    const gone = changeCall(asked, {
      rev: 1,
      call: { ...call, status: 'abandoned', offeredTo: null, version: 3 },
    });
    expect(gone.offer).toBeNull();
  });

  it('comes with the snapshot of a desk that was away', () => {
    expect(openDesk(emptyDesk, buildSnapshot({ offer: { call, offer: ringing } })).offer?.callId).toBe(
      call.id,
    );
  });
});

describe('the call I am on', () => {
  it('is the active one before the one I am wrapping up, and never somebody else’s', () => {
    const wrapUp = buildCall('w', { status: 'wrap_up', repId: dana.id, repName: dana.name });
    const active = buildCall('x', { status: 'active', repId: dana.id, repName: dana.name });
    const others = buildCall('o', { status: 'active', repId: lee.id, repName: lee.name });
    expect(currentCall(opened(0, wrapUp, active, others))?.id).toBe(active.id);
    expect(currentCall(opened(0, wrapUp, others))?.id).toBe(wrapUp.id);
    expect(currentCall(opened(0, others))).toBeNull();
  });
});
