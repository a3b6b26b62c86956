import type { Output } from '@ringdesk/shared';
import { Temporal } from 'temporal-polyfill';
import { addDays, type CalendarDay, type DayPart, dateAt, dayOf, minuteAt, partOf } from './calendar-days.ts';
import { type Range, touches } from './when.ts';

export type Taken = Output<'jobs.taken'>['items'][number];

export const rowMinutes = 30;
const earliest = 8 * 60;
const latest = 18 * 60;

/** The hours a strip shows: those of a working day, and more where something lies outside of them. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** The first day of the strip that shows a date: strips follow each other by weeks from today on. */
export function stripStart(date: string, today: string): string {
  const ahead = Temporal.PlainDate.from(today).until(date, { largestUnit: 'days' }).days;
  return addDays(today, Math.floor(ahead / 7) * 7);
}

/** Seven days from a date on. */
export function weekFrom(first: string, zone: string): readonly CalendarDay[] {
  return Array.from({ length: 7 }, (_, later) => dayOf(addDays(first, later), zone));
}

/** Hours that hold every range of a week, by whole hours. */
export function hoursFor(ranges: readonly Range[], week: readonly CalendarDay[], zone: string): Hours {
  let { from, to }: Hours = { from: earliest, to: latest };
  for (const range of ranges) {
    for (const day of week) {
      const part = partOf(inMs(range), day, zone);
      // What goes on from day to day covers the whole of each; the working day shows that well enough.
      if (part === null || part.isFromDayBefore || part.isIntoNextDay) continue;
      from = Math.min(from, Math.floor(part.fromMinute / 60) * 60);
      to = Math.max(to, Math.ceil(part.toMinute / 60) * 60);
    }
  }
  return { from, to };
}

/** Where a range lies in a day of the strip, in parts of its height; null when none of it is in sight. */
export function placeIn(
  range: Range,
  day: CalendarDay,
  { hours, zone }: { readonly hours: Hours; readonly zone: string },
): { readonly top: number; readonly height: number } | null {
  const part: DayPart | null = partOf(inMs(range), day, zone);
  if (part === null) return null;
  const from = Math.max(part.fromMinute, hours.from);
  const to = Math.min(part.toMinute, hours.to);
  if (to <= from) return null;
  const whole = hours.to - hours.from;
  return { top: (from - hours.from) / whole, height: (to - from) / whole };
}

/** A half hour of the strip: the day of the week and the minutes since midnight. */
export interface Cell {
  readonly day: number;
  readonly minute: number;
}

/** From the half hour where a drag began to the one it has reached, in the day it began. */
export function dragged(begun: Cell, reached: Cell): { readonly start: number; readonly end: number } {
  const start = Math.min(begun.minute, reached.minute);
  return { start, end: Math.max(begun.minute, reached.minute) + rowMinutes };
}

/** The half hour under a point of the strip; parts of its width and height from 0 to 1. */
export function cellAt(point: { readonly x: number; readonly y: number }, hours: Hours): Cell {
  const rows = (hours.to - hours.from) / rowMinutes;
  const day = clamp(Math.floor(point.x * 7), 6);
  return { day, minute: hours.from + clamp(Math.floor(point.y * rows), rows - 1) * rowMinutes };
}

/** The cell of a moment in a week; null when it lies in another one. */
export function cellOf(start: string, week: readonly CalendarDay[], zone: string): Cell | null {
  const ms = Date.parse(start);
  const date = dateAt(ms, zone);
  const day = week.findIndex((one) => one.date === date);
  return day === -1 ? null : { day, minute: minuteAt(ms, zone) };
}

/** What is in the way of a range: of the customer, which nothing can share, and of those who would be sent, which may be. */
export function clashesOf(range: Range | null, taken: readonly Taken[]) {
  const touching = range === null ? [] : taken.filter((one) => touches(one, range));
  return {
    hard: touching.filter(({ by }) => by === 'customer'),
    soft: touching.filter(({ by }) => by === 'assignee'),
  };
}

function inMs({ start, end }: Range) {
  return { startMs: Date.parse(start), endMs: Date.parse(end) };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
