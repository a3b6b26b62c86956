import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Now, rangeOf, readWhen, touches, type When } from './when.ts';

/** A Saturday, at ten. */
const now: Now = { date: '2026-11-21', minute: 600 };
const clock = (minute: number | null) =>
  minute === null ? '…' : `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
function said(when: When | null): string {
  if (when === null) return 'not understood';
  const { date, from, to, minutes, isWindow } = when;
  return `${date} ${clock(from)}-${clock(to)}${isWindow ? ' window' : ''}${minutes === null ? '' : ` ${minutes} min`}`;
}

describe('a time as a rep types it', () => {
  it.each([
    ['tue 2-4', '2026-11-24 14:00-16:00'],
    ['Tuesday 2 to 4', '2026-11-24 14:00-16:00'],
    ['tomorrow morning', '2026-11-22 8:00-12:00 window'],
    ['24 nov 14:00 for 2h', '2026-11-24 14:00-… 120 min'],
    ['nov 24th at 2pm for 90 min', '2026-11-24 14:00-… 90 min'],
    ['11/24 9-11', '2026-11-24 9:00-11:00'],
    ['2026-12-01 9:30-11', '2026-12-01 9:30-11:00'],
    ['mon 2-4pm', '2026-11-23 14:00-16:00'],
    ['mon 11-1pm', '2026-11-23 11:00-13:00'],
    ['mon 9am-1', '2026-11-23 9:00-13:00'],
    ['mon 8-5', '2026-11-23 8:00-17:00'],
    ['mon 1400-1600', '2026-11-23 14:00-16:00'],
    ['next friday after 4', '2026-11-27 16:00-20:00 window'],
    ['thursday before 10', '2026-11-26 8:00-10:00 window'],
    ['wed', '2026-11-25 8:00-18:00 window'],
    ['wed for 3 hours', '2026-11-25 8:00-18:00 window 180 min'],
    ['sat 3pm', '2026-11-21 15:00-…'],
    ['next week', '2026-11-23 8:00-18:00 window'],
    ['next sat', '2026-11-28 8:00-18:00 window'],
    ['in 3 days at noon', '2026-11-24 12:00-…'],
    ['day after tomorrow 1h30', '2026-11-23 8:00-18:00 window 90 min'],
    ['tonight', '2026-11-21 17:00-20:00 window'],
    ['2-4', '2026-11-21 14:00-16:00'],
    ['9-10', '2026-11-22 9:00-10:00'],
    ['evening at 7', '2026-11-21 19:00-…'],
    ['3 mar 10', '2027-03-03 10:00-…'],
    ['mon 2 p.m.–4 p.m.', '2026-11-23 14:00-16:00'],
  ])('"%s" is %s', (typed, meant) => {
    expect(said(readWhen(typed, now))).toBe(meant);
  });

  it.each([
    '',
    'soon',
    'tue 2-4 or wed',
    '31 nov',
    'mon 25:00',
    'mon 4pm-2pm',
    'mon 13pm',
    'call me',
    '2026-13-01',
  ])('"%s" is not understood rather than half of it', (typed) => {
    expect(readWhen(typed, now)).toBeNull();
  });

  it('never breaks, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(1439), (typed, minute) => {
        const when = readWhen(typed, { ...now, minute });
        if (when === null) return;
        const { start, end } = rangeOf(when, 'America/Chicago', []);
        expect(Date.parse(start)).toBeLessThan(Date.parse(end));
      }),
    );
  });
});

describe('the moments that are meant', () => {
  const when = (typed: string, at = now) => readWhen(typed, at) as When;

  it('are those of the customer’s zone', () => {
    expect(rangeOf(when('tue 2-4'), 'America/Chicago', [])).toEqual({
      start: '2026-11-24T20:00:00.000Z',
      end: '2026-11-24T22:00:00.000Z',
    });
  });

  it('are the first free part of a window', () => {
    const taken = [{ start: '2026-11-24T14:30:00.000Z', end: '2026-11-24T16:00:00.000Z' }];
    expect(rangeOf(when('tue morning'), 'America/Chicago', taken)).toEqual({
      start: '2026-11-24T16:00:00.000Z',
      end: '2026-11-24T18:00:00.000Z',
    });
  });

  it('are the beginning of a window in which nothing is free: the overlap is then said', () => {
    const taken = [{ start: '2026-11-24T00:00:00.000Z', end: '2026-11-25T00:00:00.000Z' }];
    expect(rangeOf(when('tue morning'), 'America/Chicago', taken).start).toBe('2026-11-24T14:00:00.000Z');
  });

  it('keep their length over the hour that the clock leaps, and end by the wall clock when an end was named', () => {
    const night: Now = { date: '2027-03-13', minute: 600 };
    expect(rangeOf(when('sun 1am for 2h', night), 'America/Chicago', [])).toEqual({
      start: '2027-03-14T07:00:00.000Z',
      end: '2027-03-14T09:00:00.000Z',
    });
    expect(rangeOf(when('sun 1am-4am', night), 'America/Chicago', [])).toEqual({
      start: '2027-03-14T07:00:00.000Z',
      end: '2027-03-14T09:00:00.000Z',
    });
  });

  it('take the first of an hour that comes twice', () => {
    const autumn: Now = { date: '2026-10-31', minute: 600 };
    expect(rangeOf(when('sun 1:30am for 1h', autumn), 'America/Chicago', [])).toEqual({
      start: '2026-11-01T06:30:00.000Z',
      end: '2026-11-01T07:30:00.000Z',
    });
  });
});

describe('two ranges', () => {
  const range = (start: string, end: string) => ({
    start: `2026-11-24T${start}:00Z`,
    end: `2026-11-24T${end}:00Z`,
  });
  it.each([
    ['14:00', '16:00', '15:00', '17:00', true],
    ['14:00', '16:00', '16:00', '17:00', false],
    ['14:00', '16:00', '12:00', '14:00', false],
    ['14:00', '16:00', '13:00', '18:00', true],
  ])('%s to %s and %s to %s: %s', (a, b, c, d, both) => {
    expect(touches(range(a, b), range(c, d))).toBe(both);
  });
});
