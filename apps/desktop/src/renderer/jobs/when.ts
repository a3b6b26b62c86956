import { Temporal } from 'temporal-polyfill';
import { momentAt } from './calendar-days.ts';

/** A time as somebody said it: a day, and by the wall clock a range, a beginning, or a window in which it may lie. */
export interface When {
  /** ISO 8601, such as 2026-11-24. */
  readonly date: string;
  /** Minutes since midnight. */
  readonly from: number | null;
  readonly to: number | null;
  /** How long it takes, where that was said. */
  readonly minutes: number | null;
  /** `from` and `to` are the edges of a window, such as of a morning, not the time itself. */
  readonly isWindow: boolean;
}

export interface Now {
  /** Today and the minutes since midnight, where the customer is. */
  readonly date: string;
  readonly minute: number;
}

const hour = 60;
const workday = { from: 8 * hour, to: 18 * hour };
const parts: Readonly<Record<string, readonly [from: number, to: number]>> = {
  morning: [8 * hour, 12 * hour],
  noon: [12 * hour, 14 * hour],
  afternoon: [12 * hour, 17 * hour],
  evening: [17 * hour, 20 * hour],
  tonight: [17 * hour, 20 * hour],
};
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayWord = '(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?';
const monthWord =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?';
const clockWord = '(\\d{1,2})(?:[:.]?([0-5]\\d))?\\s*(am|pm|a|p)?';
const fillers = /\b(?:at|on|the|around|about|between|from|of|this|please|in|o'?clock)\b|[,.;]/g;

/** Text that is read piece by piece; what was understood is taken out of it. */
class Reading {
  rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  take(pattern: string): RegExpExecArray | null {
    const found = new RegExp(`(?<![\\w:])(?:${pattern})(?![\\w:])`).exec(this.rest);
    if (found === null) return null;
    this.rest = `${this.rest.slice(0, found.index)} ${this.rest.slice(found.index + found[0].length)}`;
    return found;
  }
}

/**
 * A time as a rep types it: `tue 2-4`, `tomorrow morning`, `24 nov 14:00 for 2h`, `next friday after 4`. Hours without am or
 * pm are those of a working day. Null when some of it is not understood: nothing is guessed from half of what was typed.
 */
export function readWhen(typed: string, now: Now): When | null {
  const text = typed
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\b([ap])\.\s?m\.?/g, '$1m');
  if (text.trim() === '') return null;
  const reading = new Reading(text);
  const minutes = readLength(reading);
  const day = readDay(reading, now.date);
  const time = readTime(reading);
  if (day === undefined || time === 'impossible') return null;
  if (reading.rest.replace(fillers, ' ').trim() !== '') return null;
  if (day === null && time === null) return null;
  if (time === null) return { date: day ?? now.date, ...workday, minutes, isWindow: true };
  const hasPassed = day === null && (time.isWindow ? time.to : time.from) <= now.minute;
  return { date: day ?? plus(now.date, hasPassed ? 1 : 0), ...time, minutes };
}

function readLength(reading: Reading): number | null {
  const hours = reading.take(
    '(?:for )?(\\d+(?:\\.\\d+)?)\\s?(?:h|hr|hrs|hours?)(?:\\s?(\\d{1,2})\\s?(?:m|min)?)?',
  );
  if (hours !== null) return Math.round(Number(hours[1]) * hour) + Number(hours[2] ?? 0);
  const minutes = reading.take('(?:for )?(\\d{1,3})\\s?(?:m|min|mins|minutes)');
  if (minutes !== null) return Number(minutes[1]);
  if (reading.take('(?:for )?(?:half an hour|half hour)') !== null) return hour / 2;
  return reading.take('for an hour') === null ? null : hour;
}

/** The day that was said; null where none was, undefined where there is no such day. */
function readDay(reading: Reading, today: string): string | null | undefined {
  const iso = reading.take('(\\d{4})-(\\d{2})-(\\d{2})');
  if (iso !== null) return dateOf(today, [iso[1], iso[2], iso[3]]);
  const first = reading.take(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthWord}(?:,? (\\d{4}))?`);
  if (first !== null) return dateOf(today, [first[3], monthOf(first[2]), first[1]]);
  const last = reading.take(`${monthWord} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`);
  if (last !== null) return dateOf(today, [last[3], monthOf(last[1]), last[2]]);
  const slashed = reading.take('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?');
  if (slashed !== null) return dateOf(today, [slashed[3], slashed[1], slashed[2]]);
  if (reading.take('(?:the )?day after tomorrow') !== null) return plus(today, 2);
  if (reading.take('tomorrow|tmrw|tom') !== null) return plus(today, 1);
  if (reading.take('today') !== null) return today;
  const later = reading.take('in (\\d{1,2}|a) (days?|weeks?)');
  if (later !== null)
    return plus(today, (later[1] === 'a' ? 1 : Number(later[1])) * (later[2]?.startsWith('week') ? 7 : 1));
  const named = reading.take(`(next |this )?${weekdayWord}`);
  if (named !== null) return weekdayFrom(today, weekdays.indexOf(named[2] ?? ''), named[1] === 'next ');
  if (reading.take('next week') !== null) return weekdayFrom(today, 0, true);
  return /(?<!\w)tonight(?!\w)/.test(reading.rest) ? today : null;
}

/** The next such day, today included; `next` means that of the week after this one. */
function weekdayFrom(today: string, weekday: number, isNextWeek: boolean): string {
  const date = Temporal.PlainDate.from(today);
  const ahead = weekday + 1 - date.dayOfWeek;
  if (isNextWeek) return plus(today, ahead + 7);
  return plus(today, ahead < 0 ? ahead + 7 : ahead);
}

/** A date that exists; without a year the next one that is not long past. */
function dateOf(
  today: string,
  [year, month, day]: readonly (string | number | undefined)[],
): string | undefined {
  const base = Temporal.PlainDate.from(today);
  const make = (inYear: number) =>
    Temporal.PlainDate.from({ year: inYear, month: Number(month), day: Number(day) }, { overflow: 'reject' });
  try {
    if (year !== undefined) return make(Number(year)).toString();
    const near = make(base.year);
    return (Temporal.PlainDate.compare(near, base) < 0 ? make(base.year + 1) : near).toString();
  } catch {
    return undefined;
  }
}

interface Time {
  readonly from: number;
  readonly to: number;
  readonly isWindow: boolean;
}

function readTime(
  reading: Reading,
): (Time | { from: number; to: null; isWindow: false }) | 'impossible' | null {
  const range = reading.take(`(?:between |from )?${clockWord}\\s*(?:-|to|until|till|and)\\s*${clockWord}`);
  if (range !== null) return rangeIn(clockIn(range, 1), clockIn(range, 4));
  const after = reading.take(`(?:after|from|not before) ${clockWord}`);
  if (after !== null) return windowIn(minuteOf(clockIn(after, 1)), Math.max(workday.to, 20 * hour));
  const before = reading.take(`(?:before|by|until|till) ${clockWord}`);
  if (before !== null) return windowIn(workday.from, minuteOf(clockIn(before, 1)));
  const part = reading.take('(?:in the )?(morning|afternoon|evening|tonight)');
  const [from, to] = parts[part?.[1] ?? ''] ?? [];
  if (from !== undefined && to !== undefined) {
    const at = reading.take(`(?:at )?${clockWord}`);
    return at === null ? { from, to, isWindow: true } : exactly(minuteNear(clockIn(at, 1), from));
  }
  if (reading.take('noon|midday') !== null) return exactly(12 * hour);
  const at = reading.take(`(?:at )?${clockWord}`);
  return at === null ? null : exactly(minuteOf(clockIn(at, 1)));
}

interface ClockTime {
  readonly hours: number;
  readonly minutes: number;
  readonly half: 'am' | 'pm' | null;
}

function clockIn(found: RegExpExecArray, at: number): ClockTime {
  const half = found[at + 2]?.[0];
  return {
    hours: Number(found[at]),
    minutes: Number(found[at + 1] ?? 0),
    half: half === undefined ? null : half === 'a' ? 'am' : 'pm',
  };
}

function exactly(from: number | null) {
  return from === null ? ('impossible' as const) : { from, to: null, isWindow: false as const };
}

function windowIn(from: number | null, to: number | null): Time | 'impossible' {
  return from === null || to === null || to <= from ? 'impossible' : { from, to, isWindow: true };
}

/** `2-4pm` is in the afternoon, `11-1pm` begins before noon, `9-5` is a working day. */
function rangeIn(start: ClockTime, end: ClockTime): Time | 'impossible' {
  const to = minuteOf(end);
  const borrowed = start.half === null && end.half !== null ? minuteOf({ ...start, half: end.half }) : null;
  const from = borrowed !== null && to !== null && borrowed < to ? borrowed : minuteOf(start);
  if (from === null || to === null) return 'impossible';
  const later = to <= from && end.half === null ? to + 12 * hour : to;
  return later <= from || later > 24 * hour ? 'impossible' : { from, to: later, isWindow: false };
}

/** Minutes since midnight; an hour from one to six without am or pm is one of the afternoon. */
function minuteOf({ hours, minutes, half }: ClockTime): number | null {
  if (hours > 24 || (half !== null && (hours > 12 || hours === 0))) return null;
  const isAfternoon = half === 'pm' || (half === null && hours >= 1 && hours <= 6);
  const clock = half === 'am' && hours === 12 ? 0 : isAfternoon && hours < 12 ? hours + 12 : hours;
  return clock * hour + minutes > 24 * hour ? null : clock * hour + minutes;
}

/** `evening at 8` is eight in the evening. */
function minuteNear(time: ClockTime, from: number): number | null {
  const minute = minuteOf(time);
  return minute !== null && time.half === null && minute < from && minute + 12 * hour < 24 * hour
    ? minute + 12 * hour
    : minute;
}

function monthOf(word: string | undefined): number {
  return months.indexOf(word ?? '') + 1;
}

function plus(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export interface Range {
  /** ISO 8601. */
  readonly start: string;
  readonly end: string;
}

export const usualMinutes = 120;
const stepMinutes = 30;

/** The moments that are meant: of a window the first free part that is long enough, else its beginning. */
export function rangeOf(when: When, zone: string, taken: readonly Range[]): Range {
  const { date, from, to, isWindow } = when;
  const start = from ?? workday.from;
  const minutes = when.minutes ?? (isWindow || to === null ? usualMinutes : to - start);
  const exact = rangeAt(date, { start, minutes, zone });
  if (!isWindow || to === null)
    return to === null || when.minutes !== null ? exact : wallRange(date, { start, end: to, zone });
  for (let at = start; at + minutes <= to; at += stepMinutes) {
    const wish = rangeAt(date, { start: at, minutes, zone });
    if (!taken.some((one) => touches(one, wish))) return wish;
  }
  return exact;
}

/** A range that begins by the wall clock and lasts so many real minutes. */
export function rangeAt(
  date: string,
  at: { readonly start: number; readonly minutes: number; readonly zone: string },
): Range {
  const from = momentAt(date, at.start, at.zone);
  return { start: iso(from), end: iso(from + at.minutes * 60_000) };
}

/** A range between two times of the wall clock. */
export function wallRange(
  date: string,
  at: { readonly start: number; readonly end: number; readonly zone: string },
): Range {
  return { start: iso(momentAt(date, at.start, at.zone)), end: iso(momentAt(date, at.end, at.zone)) };
}

/** Whether two ranges share some time; back to back they do not. */
export function touches(a: Range, b: Range): boolean {
  return Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
