import { describe, expect, it } from 'vitest';
import { idleAt, latestUse, readLockMinutes } from './idle.ts';

const minute = 60_000;
const facts = { nowMs: 100 * minute, lockAfterMs: 15 * minute, isBusy: false };
const after = (minutes: number, over: Partial<Parameters<typeof idleAt>[0]> = {}) =>
  idleAt({ ...facts, lastUseMs: facts.nowMs - minutes * minute, ...over });

describe('a desk that nobody uses', () => {
  it.each([
    [0, { state: 'used' }],
    [13.9, { state: 'used' }],
    [14, { state: 'warned', locksInMs: minute }],
    [14.5, { state: 'warned', locksInMs: minute / 2 }],
    [15, { state: 'due' }],
    [600, { state: 'due' }],
  ])('after %d of 15 minutes', (minutes, expected) => {
    expect(after(minutes)).toEqual(expected);
  });

  it('is in use for as long as a call is mine or rings', () => {
    expect(after(600, { isBusy: true })).toEqual({ state: 'used' });
  });

  it('is in use when any window of this computer is', () => {
    expect(latestUse([10, 70, 30], 100)).toBe(70);
  });

  it('is not kept open by a time from the future', () => {
    expect(latestUse([10, 5_000], 100)).toBe(100);
  });
});

describe('the time until the lock', () => {
  it.each([
    ['5', 5],
    ['60', 60],
    ['6', 15],
    ['never', 15],
    [null, 15],
  ])('kept as %s is %d minutes', (text, minutes) => {
    expect(readLockMinutes(text)).toBe(minutes);
  });
});
