import { Temporal } from 'temporal-polyfill';

const minuteMs = 60_000;
export const dayMinutes = 1440;

/** A stretch of the wall clock, in minutes since midnight. */
export interface Stretch {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** One day as a zone lives it. */
export interface CalendarDay {
  /** ISO 8601, such as 2026-11-24. */
  readonly date: string;
  readonly startMs: number;
  /** Where the next day begins. */
  readonly endMs: number;
  /** The hour that the clock leaps over in spring, if it does on this day. */
  readonly skipped: Stretch | null;
  /** The hour that the clock shows twice in autumn, if it does on this day. */
  readonly repeated: Stretch | null;
}

/** A day of 24 hours, or of 23 or 25 where daylight saving begins or ends. */
export function dayOf(date: string, zone: string): CalendarDay {
  const plain = Temporal.PlainDate.from(date);
  const start = plain.toZonedDateTime(zone);
  const endMs = plain.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const day = { date, startMs: start.epochMilliseconds, endMs };
  const turn = start.getTimeZoneTransition('next');
  if (turn === null || turn.epochMilliseconds >= endMs) return { ...day, skipped: null, repeated: null };
  const before = turn.subtract({ nanoseconds: 1 });
  const leapMinutes = (turn.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
  const atMinute = minuteOf(turn);
  if (leapMinutes > 0)
    return {
      ...day,
      skipped: { fromMinute: atMinute - leapMinutes, toMinute: atMinute },
      repeated: null,
    };
  return { ...day, skipped: null, repeated: { fromMinute: atMinute, toMinute: atMinute - leapMinutes } };
}

/** The days from the Monday of a date on. */
export function weekOf(date: string): readonly string[] {
  const plain = Temporal.PlainDate.from(date);
  const monday = plain.subtract({ days: plain.dayOfWeek - 1 });
  return Array.from({ length: 7 }, (_, later) => monday.add({ days: later }).toString());
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days;
}

/** The day of a moment, as a zone counts it. */
export function dateAt(ms: number, zone: string): string {
  return zoned(ms, zone).toPlainDate().toString();
}

/** What the wall clock shows at a moment, in minutes since midnight. */
export function minuteAt(ms: number, zone: string): number {
  return minuteOf(zoned(ms, zone));
}

/** The moment at which the wall clock shows so many minutes: of two the first, of none the one after the leap (RFC 5545). */
export function momentAt(date: string, minute: number, zone: string): number {
  return Temporal.PlainDate.from(date)
    .toPlainDateTime()
    .add({ minutes: minute })
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

export interface DayPart extends Stretch {
  readonly isFromDayBefore: boolean;
  readonly isIntoNextDay: boolean;
}

/** The part of a range that lies in a day, as the wall clock shows it; null when none of it does. */
export function partOf(
  range: { readonly startMs: number; readonly endMs: number },
  day: CalendarDay,
  zone: string,
): DayPart | null {
  if (range.endMs <= day.startMs || range.startMs >= day.endMs) return null;
  const isFromDayBefore = range.startMs < day.startMs;
  const isIntoNextDay = range.endMs > day.endMs;
  const fromMinute = isFromDayBefore ? 0 : minuteAt(range.startMs, zone);
  const toMinute = range.endMs >= day.endMs ? dayMinutes : minuteAt(range.endMs, zone);
  // In the hour that comes twice a range may end, by the wall clock, before it began.
  const heldMinutes = (Math.min(range.endMs, day.endMs) - Math.max(range.startMs, day.startMs)) / minuteMs;
  const isTurned = toMinute <= fromMinute;
  return {
    fromMinute,
    toMinute: isTurned ? Math.min(dayMinutes, fromMinute + heldMinutes) : toMinute,
    isFromDayBefore,
    isIntoNextDay,
  };
}

function zoned(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

function minuteOf({ hour, minute }: Temporal.ZonedDateTime): number {
  return hour * 60 + minute;
}
