/** Calendar days and hours in a time zone, by the rules that `Intl` knows. */

/** A day in the calendar: `2026-03-10`. */
export type CalendarDay = string;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  // Zones are few; a client that invents them must not fill the memory.
  if (formats.size < 600) formats.set(timeZone, format);
  return format;
}

/** All sentences of a turn ask for the same instant. */
let asked = { atMs: Number.NaN, timeZone: '', minutes: 0 };

/** Minutes that the zone is ahead of UTC at an instant; it changes with daylight saving. */
export function offsetMinutes(at: Date, timeZone: string): number {
  if (asked.atMs !== at.getTime() || asked.timeZone !== timeZone)
    asked = { atMs: at.getTime(), timeZone, minutes: readOffset(at, timeZone) };
  return asked.minutes;
}

function readOffset(at: Date, timeZone: string): number {
  const parts = new Map<string, number>(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: string) => parts.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((local - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
}

/** The day it is in the zone. */
export function dayIn(at: Date, timeZone: string): CalendarDay {
  return new Date(at.getTime() + offsetMinutes(at, timeZone) * 60_000).toISOString().slice(0, 10);
}

/** The day so many days later. */
export function daysAfter(day: CalendarDay, days: number): CalendarDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 = Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The instant of a day and time (`16:00`) in the zone; a time that the clocks skip is the one after the change. */
export function instantOf(day: CalendarDay, time: string, timeZone: string): string {
  const plain = Date.parse(`${day}T${time}:00Z`);
  const first = plain - offsetMinutes(new Date(plain), timeZone) * 60_000;
  const second = plain - offsetMinutes(new Date(first), timeZone) * 60_000;
  return new Date(second).toISOString();
}
