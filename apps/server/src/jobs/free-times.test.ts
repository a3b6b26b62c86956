import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeTimes } from './free-times.ts';

const zone = 'America/New_York';
const local = (moment: string, timeZone = zone) =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(moment),
  );

describe('free times', () => {
  test('keep to working hours of the customer’s zone', () => {
    const [first] = freeTimes([], { after: '2026-11-24T23:30:00Z', minutes: 60, limit: 1, timeZone: zone });
    expect(local(first?.start ?? '')).toBe('2026-11-25 08:00');
    const [west] = freeTimes([], {
      after: '2026-11-24T23:30:00Z',
      minutes: 60,
      limit: 1,
      timeZone: 'America/Los_Angeles',
    });
    expect(local(west?.start ?? '', 'America/Los_Angeles')).toBe('2026-11-24 15:30');
  });

  test('leave out Sundays', () => {
    const [first] = freeTimes([], { after: '2026-11-22T12:00:00Z', minutes: 60, limit: 1, timeZone: zone });
    expect(local(first?.start ?? '')).toBe('2026-11-23 08:00');
  });

  test.each([
    ['the day the clocks go forward', '2027-03-13T23:00:00Z', '2027-03-15 08:00', '12:00'],
    ['the day the clocks go back', '2026-10-31T22:00:00Z', '2026-11-02 08:00', '13:00'],
  ])('are at eight by the clock on the wall around %s', (_when, after, wall, utc) => {
    const [first] = freeTimes([], { after, minutes: 60, limit: 1, timeZone: zone });
    expect(local(first?.start ?? '')).toBe(wall);
    expect(first?.start.slice(11, 16)).toBe(utc);
  });

  test('touch nothing that is taken, and not each other, whatever is taken', () => {
    const base = Date.parse('2026-11-23T00:00:00Z');
    const range = fc.record({
      start: fc.integer({ min: 0, max: 14 * 96 }),
      length: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), fc.integer({ min: 1, max: 16 }), (ranges, quarters) => {
        const taken = ranges.map(({ start, length }) => ({
          start: new Date(base + start * 900_000).toISOString(),
          end: new Date(base + (start + length) * 900_000).toISOString(),
        }));
        const minutes = quarters * 15;
        const after = '2026-11-23T00:00:00Z';
        const found = freeTimes(taken, { after, minutes, limit: 5, timeZone: zone });
        const all = [...found, ...taken];
        for (const [i, one] of found.entries()) {
          expect(Date.parse(one.end) - Date.parse(one.start)).toBe(minutes * 60_000);
          expect(local(one.start).slice(11) >= '08:00' && local(one.end).slice(11) <= '18:00').toBe(true);
          for (const other of all.filter((_, at) => at !== i))
            expect(one.start < other.end && other.start < one.end).toBe(false);
        }
        expect(found).toHaveLength(5);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
