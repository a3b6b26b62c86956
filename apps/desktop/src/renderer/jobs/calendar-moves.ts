import type { Job } from '@ringdesk/shared';
import { addDays, dateAt, dayMinutes, daysBetween, minuteAt, momentAt } from './calendar-days.ts';

export const slotMinutes = 30;

/** Only a job that is still to be done is given another time. */
export function isMovable({ status, schedule }: Pick<Job, 'status' | 'schedule'>): boolean {
  return schedule !== null && (status === 'scheduled' || status === 'in_progress');
}

/** The half hour of the grid that a minute lies in. */
export function slotAt(minute: number): number {
  const slot = Math.floor(minute / slotMinutes) * slotMinutes;
  return Math.max(0, Math.min(dayMinutes - slotMinutes, slot));
}

/** The nearest line of the grid. */
export function snapped(minute: number): number {
  return slotAt(minute + slotMinutes / 2);
}

function nearestSlot(minute: number): number {
  return Math.round(minute / slotMinutes) * slotMinutes;
}

/** The same job at another time: it takes as long as before, also over a change of the clock. */
export function movedTo(
  schedule: NonNullable<Job['schedule']>,
  startMs: number,
): NonNullable<Job['schedule']> {
  const lengthMs = Date.parse(schedule.end) - Date.parse(schedule.start);
  return {
    start: new Date(startMs).toISOString(),
    end: new Date(startMs + lengthMs).toISOString(),
    arrivalWindowMinutes: schedule.arrivalWindowMinutes,
  };
}

/** A place in the calendar: a day, and the minute of its wall clock. */
export interface Spot {
  readonly date: string;
  readonly minute: number;
}

/**
 * When a job begins that was taken hold of at one spot and is held over another: so many days later, and so many half hours,
 * wherever it was grabbed. A job that lies askew keeps its minutes until it is moved up or down.
 */
export function draggedTo(
  startMs: number,
  { grabbed, under }: { readonly grabbed: Spot; readonly under: Spot },
  zone: string,
): number {
  const [date, minute] = [dateAt(startMs, zone), minuteAt(startMs, zone)];
  const by = under.minute - grabbed.minute;
  const day = addDays(date, daysBetween(grabbed.date, under.date));
  if (Math.abs(by) < slotMinutes / 2) return momentAt(day, minute, zone);
  // Held where it begins it stays in that day; held on a later day it may well begin on another one.
  const to = grabbed.date === date ? snapped(minute + by) : nearestSlot(minute + by);
  return momentAt(day, to, zone);
}

/** Where an arrow key takes a job: half an hour, or to the same time of another day, as the wall clock says it. */
export function stepped(startMs: number, key: string, zone: string): number | null {
  const [date, minute] = [dateAt(startMs, zone), minuteAt(startMs, zone)];
  if (key === 'ArrowLeft') return momentAt(addDays(date, -1), minute, zone);
  if (key === 'ArrowRight') return momentAt(addDays(date, 1), minute, zone);
  if (key === 'ArrowUp') return startMs - slotMinutes * 60_000;
  return key === 'ArrowDown' ? startMs + slotMinutes * 60_000 : null;
}

interface Begun {
  readonly id: string;
  readonly startMs: number;
}

/** The job an arrow leads to: up and down in time, left and right to the one nearest in time on another day. */
export function neighbour(
  jobs: readonly Begun[],
  { fromId, key, zone }: { readonly fromId: string; readonly key: string; readonly zone: string },
): string | null {
  const sorted = jobs.toSorted((a, b) => a.startMs - b.startMs || (a.id < b.id ? -1 : 1));
  const index = sorted.findIndex(({ id }) => id === fromId);
  const from = sorted[index];
  if (from === undefined) return null;
  if (key === 'ArrowDown') return sorted[index + 1]?.id ?? null;
  if (key === 'ArrowUp') return sorted[index - 1]?.id ?? null;
  const isRight = key === 'ArrowRight';
  if (!isRight && key !== 'ArrowLeft') return null;
  const own = dateAt(from.startMs, zone);
  const beyond = sorted.filter(({ startMs }) => {
    const date = dateAt(startMs, zone);
    return isRight ? date > own : date < own;
  });
  const dates = beyond.map(({ startMs }) => dateAt(startMs, zone));
  const nearest = isRight ? dates[0] : dates.at(-1);
  const minute = minuteAt(from.startMs, zone);
  const away = ({ startMs }: Begun) => Math.abs(minuteAt(startMs, zone) - minute);
  const there = beyond.filter(({ startMs }) => dateAt(startMs, zone) === nearest);
  return there.toSorted((a, b) => away(a) - away(b))[0]?.id ?? null;
}
