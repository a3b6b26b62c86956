import { UserId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { whyEnded } from './say-offer-ended.ts';

const me = UserId.parse('usr_000001');
const dana = UserId.parse('usr_000002');
const waiting = {
  status: 'waiting',
  offeredTo: null,
  repId: null,
  repName: null,
  callerName: 'Maria Lopez',
} as const;

describe('why an offer is gone', () => {
  it('a missed one is told with no blame', () => {
    const ringing = { ...waiting, status: 'offered', offeredTo: dana } as const;
    expect(whyEnded('missed', ringing, me)).toBe('You missed this call; it went to the next rep.');
    expect(whyEnded('missed', waiting, me)).toBe('You missed this call; it waits for the next rep.');
    expect(whyEnded('missed', { ...ringing, offeredTo: me }, me)).toBe(
      'You missed this call; nobody else is free, so it rings for you again.',
    );
  });

  it('one that the rep answered needs no words', () => {
    expect([whyEnded('claimed', waiting, me), whyEnded('declined', waiting, me)]).toEqual(['', '']);
  });

  it('a withdrawn one says what became of the call', () => {
    expect(whyEnded('withdrawn', { ...waiting, status: 'abandoned' }, me)).toBe(
      'Maria Lopez hung up before the call was taken.',
    );
    expect(whyEnded('withdrawn', { ...waiting, status: 'active', repId: dana, repName: 'Dana' }, me)).toBe(
      'Dana took this call.',
    );
    expect(whyEnded('withdrawn', { ...waiting, status: 'active', repId: me, repName: 'Me' }, me)).toBe('');
    expect(whyEnded('withdrawn', null, me)).toBe('This offer was taken back.');
  });
});
