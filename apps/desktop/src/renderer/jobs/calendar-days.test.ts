import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateAt, dayOf, minuteAt, momentAt, partOf, weekOf } from './calendar-days.ts';

const losAngeles = 'America/Los_Angeles';
const hours = (day: { startMs: number; endMs: number }) => (day.endMs - day.startMs) / 3_600_000;
const range = (start: string, end: string) => ({ startMs: Date.parse(start), endMs: Date.parse(end) });

describe('a day of the calendar', () => {
  it('has 24 hours, and neither a skipped nor a repeated one', () => {
    const day = dayOf('2026-11-24', losAngeles);
    expect(hours(day)).toBe(24);
    expect(day).toMatchObject({ skipped: null, repeated: null });
  });

  it('has 23 hours when daylight saving begins, and names the hour that is not there', () => {
    const day = dayOf('2026-03-08', losAngeles);
    expect(hours(day)).toBe(23);
    expect(day).toMatchObject({ skipped: { fromMinute: 120, toMinute: 180 }, repeated: null });
  });

  it('has 25 hours when daylight saving ends, and names the hour that comes twice', () => {
    const day = dayOf('2026-11-01', losAngeles);
    expect(hours(day)).toBe(25);
    expect(day).toMatchObject({ skipped: null, repeated: { fromMinute: 60, toMinute: 120 } });
  });

  it('may begin at one in the morning, and may change by half an hour', () => {
    // Beirut leaps at midnight, Lord Howe by half an hour.
    const beirut = dayOf('2026-03-29', 'Asia/Beirut');
    expect(hours(beirut)).toBe(23);
    expect(minuteAt(beirut.startMs, 'Asia/Beirut')).toBe(60);
    expect(hours(dayOf('2026-10-04', 'Australia/Lord_Howe'))).toBe(23.5);
  });

  it('stands in the week of its Monday', () => {
    expect(weekOf('2026-11-22')[0]).toBe('2026-11-16');
    expect(weekOf('2026-11-23')[0]).toBe('2026-11-23');
    expect(weekOf('2026-12-31')).toEqual(weekOf('2027-01-03'));
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });
});

describe('a job on a day', () => {
  const day = dayOf('2026-11-24', losAngeles);

  it('stands where the wall clock says', () => {
    expect(partOf(range('2026-11-24T22:00:00Z', '2026-11-25T00:30:00Z'), day, losAngeles)).toEqual({
      fromMinute: 14 * 60,
      toMinute: 16 * 60 + 30,
      isFromDayBefore: false,
      isIntoNextDay: false,
    });
  });

  it('is cut at midnight, on both sides', () => {
    const night = range('2026-11-25T06:00:00Z', '2026-11-25T10:00:00Z');
    expect(partOf(night, day, losAngeles)).toMatchObject({
      fromMinute: 22 * 60,
      toMinute: 1440,
      isIntoNextDay: true,
    });
    expect(partOf(night, dayOf('2026-11-25', losAngeles), losAngeles)).toMatchObject({
      fromMinute: 0,
      toMinute: 120,
      isFromDayBefore: true,
    });
  });

  it('that ends at midnight is not on the next day', () => {
    const evening = range('2026-11-25T06:00:00Z', '2026-11-25T08:00:00Z');
    expect(partOf(evening, day, losAngeles)).toMatchObject({ toMinute: 1440, isIntoNextDay: false });
    expect(partOf(evening, dayOf('2026-11-25', losAngeles), losAngeles)).toBeNull();
  });

  it('over the skipped hour is as high as the clock says, two hours for one', () => {
    const spring = dayOf('2026-03-08', losAngeles);
    expect(partOf(range('2026-03-08T09:30:00Z', '2026-03-08T10:30:00Z'), spring, losAngeles)).toMatchObject({
      fromMinute: 90,
      toMinute: 210,
    });
  });

  it('inside the repeated hour never ends before it begins', () => {
    const autumn = dayOf('2026-11-01', losAngeles);
    // From 1:45 PDT to 1:15 PST, half an hour.
    expect(partOf(range('2026-11-01T08:45:00Z', '2026-11-01T09:15:00Z'), autumn, losAngeles)).toMatchObject({
      fromMinute: 105,
      toMinute: 135,
    });
  });

  it('is never of no height, in any zone on any day', () => {
    const zones = [
      losAngeles,
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Asia/Beirut',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2026, 0, 1) / 900_000, max: Date.UTC(2027, 0, 1) / 900_000 }),
        fc.integer({ min: 1, max: 200 }),
        (zone, quarter, quarters) => {
          const [startMs, endMs] = [quarter * 900_000, (quarter + quarters) * 900_000];
          const one = dayOf(dateAt(startMs, zone), zone);
          const part = partOf({ startMs, endMs }, one, zone);
          expect(part).not.toBeNull();
          expect(part?.toMinute).toBeGreaterThan(part?.fromMinute ?? 0);
          expect(part?.toMinute).toBeLessThanOrEqual(1440);
        },
      ),
    );
  });
});

describe('a place in the calendar', () => {
  it('is a moment by the wall clock, also on days that are shorter or longer', () => {
    expect(new Date(momentAt('2026-11-24', 14 * 60, losAngeles)).toISOString()).toBe(
      '2026-11-24T22:00:00.000Z',
    );
    expect(new Date(momentAt('2026-03-08', 10 * 60, losAngeles)).toISOString()).toBe(
      '2026-03-08T17:00:00.000Z',
    );
    expect(new Date(momentAt('2026-11-01', 10 * 60, losAngeles)).toISOString()).toBe(
      '2026-11-01T18:00:00.000Z',
    );
  });

  it('in the repeated hour is the first of the two, in the skipped one the hour after', () => {
    expect(new Date(momentAt('2026-11-01', 90, losAngeles)).toISOString()).toBe('2026-11-01T08:30:00.000Z');
    expect(minuteAt(momentAt('2026-03-08', 150, losAngeles), losAngeles)).toBe(210);
  });
});
