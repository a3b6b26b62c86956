import { Temporal } from 'temporal-polyfill';

interface Range {
  readonly start: string;
  readonly end: string;
}

interface Wish {
  /** ISO 8601. */
  readonly after: string;
  readonly minutes: number;
  readonly limit: number;
  /** IANA name; days and hours are meant in it. */
  readonly timeZone: string;
}

/** Working hours, in the zone of the customer: Monday to Saturday, eight to six. */
const firstHour = 8;
const lastHour = 18;
const lastWorkday = 6;
const stepMinutes = 30;
const daysAhead = 60;

/**
 * The next times of a length that touch nothing that is taken: on the half hour, within working hours of the customer's
 * zone. A day that loses or gains an hour has its hours by the clock on the wall. What takes longer than a day begins with one.
 */
export function freeTimes(
  taken: readonly Range[],
  { after, minutes, limit, timeZone }: Wish,
): readonly Range[] {
  const busy = taken.map((one) => ({ start: Date.parse(one.start), end: Date.parse(one.end) }));
  const first = Temporal.Instant.from(after).toZonedDateTimeISO(timeZone);
  const isLong = minutes > (lastHour - firstHour) * 60;
  const found: Range[] = [];
  for (let day = 0; day < daysAhead && found.length < limit; day++) {
    const date = first.toPlainDate().add({ days: day });
    if (date.dayOfWeek > lastWorkday) continue;
    for (const start of startsOn(date, timeZone)) {
      const end = start.add({ minutes });
      const closes = date.toZonedDateTime({ timeZone, plainTime: { hour: lastHour } });
      const isInDay = isBefore(end, closes) || (isLong && start.hour === firstHour && start.minute === 0);
      const isInTime = Temporal.ZonedDateTime.compare(start, first) >= 0 && isInDay;
      const from = start.epochMilliseconds;
      const to = end.epochMilliseconds;
      if (!isInTime || busy.some((one) => one.start < to && from < one.end)) continue;
      found.push({ start: new Date(from).toISOString(), end: new Date(to).toISOString() });
      // The next one follows this one: three free times are three choices, not one moved by half an hour.
      busy.push({ start: from, end: to });
      if (found.length === limit) break;
    }
  }
  return found;
}

/** The moments of a day at which a job may begin. */
function startsOn(date: Temporal.PlainDate, timeZone: string): readonly Temporal.ZonedDateTime[] {
  const starts: Temporal.ZonedDateTime[] = [];
  for (let minute = firstHour * 60; minute < lastHour * 60; minute += stepMinutes)
    starts.push(
      date.toZonedDateTime({ timeZone, plainTime: { hour: Math.floor(minute / 60), minute: minute % 60 } }),
    );
  return starts;
}

function isBefore(end: Temporal.ZonedDateTime, closes: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(end, closes) <= 0;
}
