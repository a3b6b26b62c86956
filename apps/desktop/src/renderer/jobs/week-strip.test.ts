import { CustomerId, JobId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  cellOf,
  clashesOf,
  dragged,
  hoursFor,
  placeIn,
  stripStart,
  type Taken,
  weekFrom,
} from './week-strip.ts';

const zone = 'America/Chicago';
const week = weekFrom('2026-11-23', zone);
const tuesday = (from: string, to: string) => ({
  start: `2026-11-24T${from}:00-06:00`,
  end: `2026-11-24T${to}:00-06:00`,
});
const day = (place: number) => week[place] ?? weekFrom('2026-11-23', zone)[0];

function placed(range: { start: string; end: string }, at = 1) {
  const one = day(at);
  if (one === undefined) throw new Error('a week has seven days');
  return placeIn(range, one, { hours: hoursFor([range], week, zone), zone });
}

describe('the strip of a week', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026-11-27', '2026-11-21'],
    ['2026-11-28', '2026-11-28'],
    ['2026-11-20', '2026-11-14'],
    ['2027-03-15', '2027-03-13'],
  ])('that shows %s begins on %s, counted from today', (date, first) => {
    expect(stripStart(date, '2026-11-21')).toBe(first);
  });

  it('shows the hours of a working day', () => {
    expect(week).toHaveLength(7);
    expect(hoursFor([], week, zone)).toEqual({ from: 480, to: 1080 });
  });

  it('grows by whole hours for what lies outside of them', () => {
    expect(hoursFor([tuesday('06:30', '07:00'), tuesday('18:00', '19:10')], week, zone)).toEqual({
      from: 360,
      to: 1200,
    });
    expect(hoursFor([{ start: '2026-11-23T22:00:00Z', end: '2026-11-25T22:00:00Z' }], week, zone)).toEqual({
      from: 480,
      to: 1080,
    });
  });

  it('places a range by the wall clock of the customer', () => {
    expect(placed(tuesday('08:00', '13:00'))).toEqual({ top: 0, height: 0.5 });
    expect(placed(tuesday('08:00', '13:00'), 2)).toBeNull();
    expect(placed({ start: '2026-11-23T20:00:00-06:00', end: '2026-11-24T13:00:00-06:00' })).toEqual({
      top: 0,
      height: 0.5,
    });
  });

  it('stays right on the day on which the clock is turned', () => {
    const [sunday] = weekFrom('2026-11-01', zone);
    if (sunday === undefined) throw new Error('a week has seven days');
    const range = { start: '2026-11-01T09:00:00-06:00', end: '2026-11-01T10:00:00-06:00' };
    expect(placeIn(range, sunday, { hours: { from: 480, to: 1080 }, zone })).toEqual({
      top: 0.1,
      height: 0.1,
    });
  });

  it('knows the half hour under a point, also at its edges', () => {
    const hours = { from: 480, to: 1080 };
    expect(cellAt({ x: 0, y: 0 }, hours)).toEqual({ day: 0, minute: 480 });
    expect(cellAt({ x: 1.2, y: 1 }, hours)).toEqual({ day: 6, minute: 1050 });
    expect(cellAt({ x: 0.2, y: 0.6 }, hours)).toEqual({ day: 1, minute: 840 });
    expect(cellOf('2026-11-24T20:00:00Z', week, zone)).toEqual({ day: 1, minute: 840 });
    expect(cellOf('2026-12-24T20:00:00Z', week, zone)).toBeNull();
  });

  it('drags up as well as down, within a day', () => {
    expect(dragged({ day: 1, minute: 840 }, { day: 4, minute: 930 })).toEqual({ start: 840, end: 960 });
    expect(dragged({ day: 1, minute: 840 }, { day: 1, minute: 780 })).toEqual({ start: 780, end: 870 });
  });
});

describe('what is in the way', () => {
  const taken = (by: Taken['by'], from: string, to: string): Taken => ({
    jobId: JobId.parse('job_1'),
    title: 'Boiler service',
    ...tuesday(from, to),
    customerId: CustomerId.parse('cus_1'),
    customerName: 'Maria Lopez',
    assigneeIds: [],
    by,
  });

  it('is told apart: nothing else fits over the customer’s own, assignees may be booked twice', () => {
    const own = taken('customer', '14:00', '16:00');
    const theirs = taken('assignee', '15:00', '17:00');
    expect(clashesOf(tuesday('15:30', '16:30'), [own, theirs])).toEqual({ hard: [own], soft: [theirs] });
    expect(clashesOf(tuesday('16:00', '16:30'), [own, theirs])).toEqual({ hard: [], soft: [theirs] });
    expect(clashesOf(null, [own, theirs])).toEqual({ hard: [], soft: [] });
  });
});
