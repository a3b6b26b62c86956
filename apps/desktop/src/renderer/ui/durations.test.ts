import { describe, expect, it } from 'vitest';
import { clockOf, sayDuration } from './durations.ts';

describe('a duration', () => {
  it.each([
    [0, '0:00', '0 s'],
    [7_900, '0:07', '7 s'],
    [59_999, '0:59', '59 s'],
    [60_000, '1:00', '1 min'],
    [760_000, '12:40', '12 min'],
    [3_600_000, '1:00:00', '1 h'],
    [3_727_000, '1:02:07', '1 h 2 min'],
    [-4_000, '0:00', '0 s'],
  ])('of %i ms is %s on a clock and “%s” in words', (ms, clock, words) => {
    expect(clockOf(ms)).toBe(clock);
    expect(sayDuration(ms)).toBe(words);
  });
});
