import { type Call, CallId, UserId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { leavesOf, sideOf, spanOf } from './call-actions.ts';

const me = UserId.parse('usr_000001');
const dana = UserId.parse('usr_000002');
const free = { id: me, holdsActiveCall: false };

function call(change: Partial<Call>): Call {
  return {
    id: CallId.parse('call_000001'),
    status: 'waiting',
    from: '+14155550132',
    callerName: 'Maria Lopez',
    line: 'simulator',
    priority: 0,
    queuedAt: '2026-01-05T09:40:00.000Z',
    offeredTo: null,
    offeredToName: null,
    repId: null,
    repName: null,
    claimedAt: null,
    endedAt: null,
    wrapUpEndsAt: null,
    wrappedAt: null,
    customerId: null,
    patientId: null,
    jobIds: [],
    disposition: null,
    notes: '',
    topic: null,
    version: 1,
    lastSeq: 0,
    ...change,
  };
}

describe('what a rep may do with a call', () => {
  it('a waiting call may be taken, unless one is on a call already', () => {
    expect(leavesOf(call({}), free).claim).toEqual({ isAllowed: true });
    expect(leavesOf(call({}), { ...free, holdsActiveCall: true }).claim).toEqual({
      isAllowed: false,
      code: 'REP_BUSY',
    });
  });

  it('a call that rings for somebody else may not be taken', () => {
    const ringing = call({ status: 'offered', offeredTo: dana });
    expect(leavesOf(ringing, free).claim).toEqual({ isAllowed: false, code: 'OFFERED_ELSEWHERE' });
  });

  it('my call may be ended, given back and noted; a wrap-up only noted', () => {
    const mine = leavesOf(call({ status: 'active', repId: me }), { ...free, holdsActiveCall: true });
    expect([mine.end.isAllowed, mine.release.isAllowed, mine.note.isAllowed]).toEqual([true, true, true]);
    const wrapUp = leavesOf(call({ status: 'wrap_up', repId: me }), free);
    expect(wrapUp).toMatchObject({ end: { code: 'CALL_ENDED' }, note: { isAllowed: true } });
  });

  it("another rep's call is for reading", () => {
    const theirs = leavesOf(call({ status: 'active', repId: dana }), free);
    expect(theirs).toMatchObject({
      claim: { code: 'CALL_TAKEN' },
      end: { code: 'NOT_YOURS' },
      release: { code: 'NOT_YOURS' },
      note: { code: 'NOT_YOURS' },
    });
  });

  it('notes of my own closed call may still be corrected', () => {
    expect(leavesOf(call({ status: 'closed', repId: me }), free).note.isAllowed).toBe(true);
    expect(leavesOf(call({ status: 'abandoned' }), free).note).toEqual({
      isAllowed: false,
      code: 'CALL_ENDED',
    });
  });

  it('each call stands on one side of the desk', () => {
    expect(sideOf(call({}), me)).toBe('waiting');
    expect(sideOf(call({ status: 'offered', offeredTo: me }), me)).toBe('ringing-me');
    expect(sideOf(call({ status: 'offered', offeredTo: dana }), me)).toBe('ringing-other');
    expect(sideOf(call({ status: 'active', repId: me }), me)).toBe('mine');
    expect(sideOf(call({ status: 'wrap_up', repId: me }), me)).toBe('my-wrap-up');
    expect(sideOf(call({ status: 'wrap_up', repId: dana }), me)).toBe('others');
    expect(sideOf(call({ status: 'abandoned' }), me)).toBe('ended');
  });

  it('the clock counts the wait, then the talk, and stops when the caller is gone', () => {
    expect(spanOf(call({}))).toEqual({ from: '2026-01-05T09:40:00.000Z', to: null });
    const talk = { claimedAt: '2026-01-05T09:41:00.000Z', endedAt: '2026-01-05T09:45:00.000Z' };
    expect(spanOf(call({ status: 'closed', repId: me, ...talk }))).toEqual({
      from: talk.claimedAt,
      to: talk.endedAt,
    });
  });
});
