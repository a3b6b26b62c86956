import type { WishedTime } from './recognised.ts';
import type { Window } from './windows.ts';
import { instantOf } from './zone.ts';

/** A wish as it is told: a day, a time or both, and the instants of them. */
export function wishOf(date: string | null, window: Window | null, timeZone: string): WishedTime {
  const from = window?.from ?? null;
  const to = window?.to ?? null;
  const instant = (time: string | null) =>
    date === null || time === null ? null : instantOf(date, time, timeZone);
  return { date, from, to, start: instant(from), end: instant(to) };
}

const dayFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'long',
  month: 'long',
  day: 'numeric',
});

/** `Tuesday, March 10, 4:00 PM to 6:00 PM`. */
export function textOf({ date, from, to }: WishedTime): string {
  const day = date === null ? [] : [dayFormat.format(new Date(`${date}T12:00:00Z`))];
  const time =
    from !== null && to !== null
      ? [`${clock(from)} to ${clock(to)}`]
      : from !== null
        ? [`from ${clock(from)}`]
        : to !== null
          ? [`before ${clock(to)}`]
          : [];
  return [...day, ...time].join(', ');
}

function clock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}
