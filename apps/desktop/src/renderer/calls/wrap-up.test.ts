import { standardDispositions } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { dispositionOfKey, neighbour, sayDisposition, secondsUntil } from './wrap-up.ts';

describe('closing a call', () => {
  it('each disposition has its digit', () => {
    const picked = standardDispositions.map((_, i) => dispositionOfKey(String(i + 1))?.key);
    expect(picked).toEqual(standardDispositions.map((one) => one.key));
    expect([dispositionOfKey('9'), dispositionOfKey('0'), dispositionOfKey('e')]).toEqual([null, null, null]);
  });

  it('arrows go around the list', () => {
    expect(neighbour(null, 1).key).toBe('job-booked');
    expect(neighbour(null, -1).key).toBe('spam');
    expect(neighbour('spam', 1).key).toBe('job-booked');
    expect(neighbour('job-booked', -1).key).toBe('spam');
  });

  it('a disposition is said in words, also one this desk does not know', () => {
    expect(sayDisposition('job-booked')).toBe('Job booked');
    expect(sayDisposition('not-recorded')).toBe('Not recorded');
    expect(sayDisposition('voice_mail left')).toBe('Voice mail left');
  });

  it('the countdown ends at nothing', () => {
    const deadline = '2026-01-05T09:41:00.000Z';
    expect(secondsUntil(deadline, Date.parse(deadline) - 1_500)).toBe(2);
    expect(secondsUntil(deadline, Date.parse(deadline) + 5_000)).toBe(0);
  });
});
