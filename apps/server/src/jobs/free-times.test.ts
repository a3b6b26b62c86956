import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeTimes } from './free-times.ts';

const zone = 'America/New_York';
const local = (moment: string, timeZone = zone) =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(moment),
  );

/** Zones that lie a part of an hour beside the others, move their clocks by half an hour, at midnight, or not at all. */
const oddZones = [
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Europe/Dublin',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'America/Phoenix',
];

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

  test('of something longer than a day of work begin with a day', () => {
    const found = freeTimes([], { after: '2026-11-24T15:00:00Z', minutes: 720, limit: 2, timeZone: zone });
    expect(found.map(({ start }) => local(start))).toEqual(['2026-11-25 08:00', '2026-11-26 08:00']);
  });

  test('are on the half hour of a workday by the clock on the wall, in every zone and on every day of the year', () => {
    const year = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });
    fc.assert(
      fc.property(
        fc.constantFrom(...oddZones),
        year,
        fc.integer({ min: 15, max: 600 }),
        (timeZone, afterMs, minutes) => {
          const after = new Date(afterMs).toISOString();
          const found = freeTimes([], { after, minutes, limit: 3, timeZone });
          expect(found).toHaveLength(3);
          for (const one of found) {
            expect(Date.parse(one.start)).toBeGreaterThanOrEqual(afterMs);
            expect(Date.parse(one.end) - Date.parse(one.start)).toBe(minutes * 60_000);
            const [day = '', time = ''] = local(one.start, timeZone).split(' ');
            expect(time).toMatch(/^(0[89]|1[0-7]):[03]0$/);
            expect(new Date(day).getUTCDay()).not.toBe(0);
            expect(local(one.end, timeZone).slice(0, 10)).toBe(day);
            expect(local(one.end, timeZone).slice(11) <= '18:00').toBe(true);
          }
        },
      ),
      { seed: 5, numRuns: 300 },
    );
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
