import { describe, expect, it } from 'vitest';
import { buildJob } from '../testing/build-job.ts';
import { draggedTo, isMovable, movedTo, neighbour, slotAt, snapped, stepped } from './calendar-moves.ts';

const zone = 'America/Los_Angeles';
const ms = (iso: string) => Date.parse(iso);
const schedule = {
  start: '2026-11-24T22:00:00.000Z',
  end: '2026-11-25T00:30:00.000Z',
  arrivalWindowMinutes: 60,
};

describe('moving a job in the calendar', () => {
  it('keeps how long it takes and its arrival window', () => {
    expect(movedTo(schedule, ms('2026-11-26T18:00:00Z'))).toEqual({
      start: '2026-11-26T18:00:00.000Z',
      end: '2026-11-26T20:30:00.000Z',
      arrivalWindowMinutes: 60,
    });
  });

  it('goes by half hours, and by days at the same time of the wall clock', () => {
    const start = ms('2026-10-31T17:00:00Z');
    expect(stepped(start, 'ArrowDown', zone)).toBe(start + 1_800_000);
    expect(stepped(start, 'ArrowUp', zone)).toBe(start - 1_800_000);
    // Over the end of daylight saving a day is 25 hours.
    expect(stepped(start, 'ArrowRight', zone)).toBe(start + 25 * 3_600_000);
    expect(stepped(start, 'x', zone)).toBeNull();
  });

  it('is for jobs that are still to be done', () => {
    expect(isMovable(buildJob({ status: 'scheduled', schedule }))).toBe(true);
    expect(isMovable(buildJob({ status: 'completed', schedule }))).toBe(false);
    expect(isMovable(buildJob({ status: 'canceled', schedule }))).toBe(false);
    expect(isMovable(buildJob({ status: 'unscheduled', schedule: null }))).toBe(false);
  });

  it('snaps to the lines of the grid, within the day', () => {
    expect([0, 14, 15, 44, 1439, -20].map(snapped)).toEqual([0, 0, 30, 30, 1410, 0]);
    expect([29, 30, 59].map(slotAt)).toEqual([0, 30, 30]);
  });
});

describe('dragging a job in the calendar', () => {
  const start = ms('2026-11-24T22:00:00Z');
  const drag = (grabbed: readonly [string, number], under: readonly [string, number]) => {
    const [from, to] = [grabbed, under].map(([date, minute]) => ({ date: `2026-11-${date}`, minute }));
    if (from === undefined || to === undefined) throw new Error('two spots');
    return new Date(draggedTo(start, { grabbed: from, under: to }, zone)).toISOString();
  };

  it('moves it by what the hand moved, in half hours and days', () => {
    expect(drag(['24', 900], ['24', 970])).toBe('2026-11-24T23:00:00.000Z');
    expect(drag(['24', 900], ['26', 905])).toBe('2026-11-26T22:00:00.000Z');
    expect(drag(['24', 900], ['24', 0])).toBe('2026-11-24T08:00:00.000Z');
  });

  it('that is grabbed where it goes on after midnight does not jump to that day', () => {
    expect(drag(['25', 60], ['25', 65])).toBe('2026-11-24T22:00:00.000Z');
    expect(drag(['25', 60], ['26', 120])).toBe('2026-11-25T23:00:00.000Z');
    expect(drag(['25', 60], ['25', 780])).toBe('2026-11-25T10:00:00.000Z');
  });

  it('keeps the minutes of one that lies askew while it only changes its day', () => {
    const askew = ms('2026-11-24T22:10:00Z');
    const spots = {
      grabbed: { date: '2026-11-24', minute: 860 },
      under: { date: '2026-11-25', minute: 866 },
    };
    expect(new Date(draggedTo(askew, spots, zone)).toISOString()).toBe('2026-11-25T22:10:00.000Z');
  });
});

describe('the arrows of the calendar', () => {
  const jobs = [
    { id: 'mon 9', startMs: ms('2026-11-23T17:00:00Z') },
    { id: 'mon 15', startMs: ms('2026-11-23T23:00:00Z') },
    { id: 'wed 8', startMs: ms('2026-11-25T16:00:00Z') },
    { id: 'wed 14', startMs: ms('2026-11-25T22:00:00Z') },
  ];
  it.each([
    ['mon 9', 'ArrowDown', 'mon 15'],
    ['mon 15', 'ArrowDown', 'wed 8'],
    ['mon 9', 'ArrowUp', null],
    ['mon 15', 'ArrowRight', 'wed 14'],
    ['mon 9', 'ArrowRight', 'wed 8'],
    ['wed 14', 'ArrowLeft', 'mon 15'],
    ['wed 8', 'ArrowRight', null],
    ['gone', 'ArrowDown', null],
  ])('lead from %s with %s to %s', (from, key, to) => {
    expect(neighbour(jobs, { fromId: from, key, zone })).toBe(to);
  });
});
