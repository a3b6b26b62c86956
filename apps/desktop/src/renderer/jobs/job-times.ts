import type { Schedule } from '@ringdesk/shared';
import { Temporal } from 'temporal-polyfill';

/** The zone of whoever looks: every time on the desk is told in it. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone });
  formats.set(key, known);
  return known;
}

const clock = { hour: 'numeric', minute: '2-digit' } as const;
const day = { weekday: 'short', month: 'short', day: 'numeric' } as const;

/** `2:00 PM`. */
export function sayClock(ms: number, zone = ownZone): string {
  return format(zone, clock).format(ms);
}

/** `2:00 – 4:00 PM`; with days where it ends on another one. */
export function sayClocks({ start, end }: Pick<Schedule, 'start' | 'end'>, zone = ownZone): string {
  return format(zone, clock).formatRange(new Date(start), new Date(end));
}

/** `Tue, Nov 24, 2:00 – 4:00 PM`, with the year when it is another one. */
export function sayTime(
  { start, end }: Pick<Schedule, 'start' | 'end'>,
  nowMs: number,
  zone = ownZone,
): string {
  const isOtherYear = yearOf(Date.parse(start), zone) !== yearOf(nowMs, zone);
  const options = { ...day, ...clock, ...(isOtherYear ? { year: 'numeric' as const } : {}) };
  return format(zone, options).formatRange(new Date(start), new Date(end));
}

/** `Tue 2 PM`, or `Dec 1, 2 PM` when that Tuesday is not the next one: where room is scarce. */
export function sayStart(start: string, nowMs: number, zone = ownZone): string {
  const ms = Date.parse(start);
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  const time = at.minute === 0 ? format(zone, { hour: 'numeric' }) : format(zone, clock);
  const isNear = today.until(at.toPlainDate()).days < 7;
  const date = isNear
    ? format(zone, { weekday: 'short' }).format(ms)
    : format(zone, { month: 'short', day: 'numeric' }).format(ms);
  return isNear ? `${date} ${time.format(ms)}` : `${date}, ${time.format(ms)}`;
}

/** `Tue, Nov 24`. */
export function sayDate(date: string, options: Intl.DateTimeFormatOptions = day): string {
  return format('UTC', options).format(new Date(`${date}T12:00:00Z`));
}

/** What the clock shows where the customer is, when that is not what it shows here: `4:00 PM in Chicago`. */
export function sayThere(ms: number, customerZone: string, zone = ownZone): string | null {
  const [here, there] = [zone, customerZone].map((it) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(it),
  );
  if (here === undefined || there === undefined || here.offsetNanoseconds === there.offsetNanoseconds)
    return null;
  const isSameDay = here.toPlainDate().equals(there.toPlainDate());
  const words = format(customerZone, isSameDay ? clock : { weekday: 'short', ...clock }).format(ms);
  return `${words} in ${cityOf(customerZone)}`;
}

/** `America/Argentina/Buenos_Aires` is known as Buenos Aires. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function yearOf(ms: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).year;
}

/** The days that are shown: `November 23 – 29, 2026`. */
export function sayDays(dates: readonly string[]): string {
  const [first, last] = [dates[0], dates.at(-1)].map((date) => new Date(`${date}T12:00:00Z`));
  if (first === undefined || last === undefined) return '';
  const isOne = dates.length === 1;
  const words = format('UTC', {
    ...(isOne ? { weekday: 'long' as const } : {}),
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  });
  return isOne ? words.format(first) : words.formatRange(first, last);
}
