import { describe, expect, it } from 'vitest';
import { keptEntry } from '../testing/build-outbox.ts';
import { isDoubtful, nextKey, sayWhy } from './entry.ts';

const hourMs = 3_600_000;
const made = keptEntry({ name: 'customer.create', input: {}, at: 0, triedAt: hourMs });

describe('a write that waits', () => {
  it.each([
    ['within the day in which the server knows its key', made, 23 * hourMs, false],
    ['after that day', made, 25 * hourMs, true],
    ['that was never sent', { ...made, tries: 0 }, 99 * hourMs, false],
    ['that names the version it is made over', { ...made, name: 'job.change' as const }, 99 * hourMs, false],
    ['that was refused already', { ...made, refusal: { code: 'STALE', message: '' } }, 99 * hourMs, false],
    ['of a desk that kept no first try', { ...made, triedAt: undefined }, 24 * hourMs, true],
    ['on a computer whose clock was turned back', { ...made, triedAt: 99 * hourMs }, 0, true],
  ])('%s', (_what, entry, nowMs, isDoubt) => {
    expect(isDoubtful(entry, nowMs)).toBe(isDoubt);
  });

  it('has another key each time it is sent as another one', () => {
    expect([nextKey('k'), nextKey('k~2'), nextKey('k~9')]).toEqual(['k~2', 'k~3', 'k~10']);
  });

  it('says why it was not taken in words of the desk', () => {
    const errors = [{ path: 'title', message: 'expected some words' }];
    expect(sayWhy({ code: 'INPUT_INVALID', message: 'x', details: { errors } })).toBe('Expected some words.');
    expect(sayWhy({ code: 'JOB_OVERLAPS', message: 'x' })).toBe(
      'This customer has another job in that time.',
    );
  });
});
