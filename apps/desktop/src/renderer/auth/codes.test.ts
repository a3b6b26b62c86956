import { describe, expect, it } from 'vitest';
import { groupsOf, recoveryFile, secondsUntilResend } from './codes.ts';

describe('another code', () => {
  it.each([
    ['at once after the first', 100_000, 100_000, 30],
    ['ten seconds later', 100_000, 110_000, 20],
    ['within the last second', 100_000, 129_500, 1],
    ['when the wait is over', 100_000, 130_000, 0],
    ['much later', 100_000, 900_000, 0],
    ['after the clock of this machine was set back', 100_000, 5000, 30],
  ])('%s may be asked for after a wait', (_when, sentAtMs, nowMs, seconds) => {
    expect(secondsUntilResend(sentAtMs, nowMs)).toBe(seconds);
  });
});

describe('what is typed by hand', () => {
  it('is shown in groups of four, with what is left over at the end', () => {
    expect(groupsOf('JBSWY3DPEHPK3PXP')).toEqual(['JBSW', 'Y3DP', 'EHPK', '3PXP']);
    expect(groupsOf('ABCDEF')).toEqual(['ABCD', 'EF']);
    expect(groupsOf('')).toEqual([]);
  });

  it('is kept in a file that says what it is', () => {
    const file = recoveryFile(['4k7dm-x2p9q', '0f3hz-9c1bw'], { title: 'Codes', how: 'Keep them.' });
    expect(file).toBe('Codes\n\n4k7dm-x2p9q\n0f3hz-9c1bw\n\nKeep them.\n');
  });
});
