import type { Schedule } from '@ringdesk/shared';
import { Temporal } from 'temporal-polyfill';
import type { Bound } from './records.ts';

const written =
  /^((?:19[7-9]|20\d|21\d)\d-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/** A job that may take place at any time of a day is kept as these hours, by the clock on the customer's wall. */
const anytime = { firstHour: 8, hours: 10 } as const;
const anytimeMinutes = anytime.hours * 60;

/** A moment as they write it (ISO 8601); without a zone it is meant in the customer's. Null for what is none. */
export function momentIn(text: string, timeZone: string): string | null {
  const bound = boundIn(text);
  if (bound === null || !bound.isLocal) return bound?.at ?? null;
  return Temporal.PlainDateTime.from(bound.at).toZonedDateTime(timeZone).toInstant().toString();
}

/** A bound of a filter: without a zone it is meant in the zone of each job's customer. Null for what is none. */
export function boundIn(text: string): Bound | null {
  const [, date, time = '00:00', zone] = written.exec(text) ?? [];
  if (date === undefined) return null;
  try {
    return zone === undefined
      ? {
          at: Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' }).toString(),
          isLocal: true,
        }
      : { at: Temporal.Instant.from(`${date}T${time}${zone}`).toString(), isLocal: false };
  } catch {
    return null;
  }
}

/** Any time on this day (YYYY-MM-DD), or null for what is no day. */
export function anytimeOn(day: string, timeZone: string): Schedule | null {
  const bound = boundIn(day);
  if (bound === null || !/^\S{10}$/.test(day)) return null;
  const start = Temporal.PlainDateTime.from(bound.at).with({ hour: anytime.firstHour });
  const at = (hours: number) => start.add({ hours }).toZonedDateTime(timeZone).toInstant().toString();
  return { start: at(0), end: at(anytime.hours), arrivalWindowMinutes: anytimeMinutes };
}

/** Whether a time says no more than its day. */
export function isAnytime({ start, arrivalWindowMinutes }: Schedule, timeZone: string): boolean {
  const { hour, minute } = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone);
  return arrivalWindowMinutes === anytimeMinutes && hour === anytime.firstHour && minute === 0;
}

/** The day of a moment, where the customer lives. */
export function dayOf(moment: string, timeZone: string): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
