import { done, type FieldError, type Job, type Result, refused } from '@ringdesk/shared';
import { z } from 'zod';
import type { JobChange, NewSchedule } from './route.ts';
import { anytimeOn, dayOf, isAnytime, momentIn } from './times.ts';

const minutes = z.number().int().min(0).max(1440).nullish();

/** When a new job is to take place. */
export const ScheduleBody = z.object({
  scheduled_start: z.string().nullish(),
  scheduled_end: z.string().nullish(),
  arrival_window: minutes,
  anytime: z.boolean().nullish(),
  anytime_start_date: z.string().nullish(),
});

const Dispatched = z.array(z.object({ employee_id: z.string() }));

/** Another time for a job. Nobody is notified from here, so `notify` and `notify_pro` say nothing. */
export const RescheduleBody = z.object({
  start_time: z.string(),
  end_time: z.string().nullish(),
  arrival_window_in_minutes: minutes,
  dispatched_employees: Dispatched.nullish(),
});

export const DispatchBody = z.object({ dispatched_employees: Dispatched });

const usualMs = 60 * 60 * 1000;

/** The time of a new job, or null for none. Without an end it takes an hour; times without a zone are the customer's. */
export function scheduleIn(
  body: z.infer<typeof ScheduleBody> | null | undefined,
  timeZone: string,
): Result<NewSchedule | null> {
  const { scheduled_start: start, scheduled_end: end, arrival_window: window, anytime } = body ?? {};
  if (anytime) {
    const day = anytimeOn(body?.anytime_start_date ?? '', timeZone);
    return day === null
      ? wrong('schedule.anytime_start_date', 'expected a day such as 2026-11-24')
      : done(day);
  }
  if (!start && !end) return done(null);
  return timesIn(
    { start: ['schedule.scheduled_start', start], end: ['schedule.scheduled_end', end] },
    timeZone,
    {
      lengthMs: usualMs,
      arrivalWindowMinutes: window ?? 0,
    },
  );
}

/** Another time for a job: without an end it takes as long as before, and who is not named stays. */
export function rescheduled(body: z.infer<typeof RescheduleBody>, job: Job): Result<JobChange> {
  const was = job.schedule;
  const schedule = timesIn(
    { start: ['start_time', body.start_time], end: ['end_time', body.end_time] },
    job.timeZone,
    {
      lengthMs: was === null ? usualMs : Date.parse(was.end) - Date.parse(was.start),
      arrivalWindowMinutes: body.arrival_window_in_minutes ?? was?.arrivalWindowMinutes ?? 0,
    },
  );
  if (!schedule.ok) return schedule;
  const given = body.dispatched_employees;
  return done({
    schedule: schedule.value,
    ...(given && { assigneeIds: given.map((one) => one.employee_id) }),
  });
}

type Told = readonly [path: string, text: string | null | undefined];

function timesIn(
  { start, end }: { readonly start: Told; readonly end: Told },
  timeZone: string,
  usual: { readonly lengthMs: number; readonly arrivalWindowMinutes: number },
): Result<NewSchedule> {
  const starts = momentIn(start[1] ?? '', timeZone);
  if (starts === null) return wrong(start[0], noTime);
  const ends = end[1]
    ? momentIn(end[1], timeZone)
    : new Date(Date.parse(starts) + usual.lengthMs).toISOString();
  if (ends === null) return wrong(end[0], noTime);
  return done({ start: starts, end: ends, arrivalWindowMinutes: usual.arrivalWindowMinutes });
}

const noTime =
  'expected a time such as 2026-11-24T15:30:00, in the zone of the customer, or with a zone of its own';

function wrong(path: string, message: string): Result<never> {
  const errors: FieldError[] = [{ path, message }];
  return refused('INPUT_INVALID', undefined, { errors });
}

/** The time of a job within the job; a job without a time has no times here. */
export function scheduleOut(job: Job, isExpanded: boolean): object {
  const { schedule } = job;
  return {
    ...(schedule && { scheduled_start: schedule.start, scheduled_end: schedule.end }),
    arrival_window: schedule?.arrivalWindowMinutes ?? 0,
    ...(isExpanded && { appointments: appointmentsOut(job) }),
  };
}

/** A job has one time, so it has one appointment, or none. */
export function appointmentsOut({ id, schedule, timeZone, assignees }: Job): object[] {
  if (schedule === null) return [];
  return [
    {
      id: id.replace('job_', 'apt_'),
      start_date: dayOf(schedule.start, timeZone),
      start_time: schedule.start,
      end_time: schedule.end,
      anytime: isAnytime(schedule, timeZone),
      arrival_window_minutes: schedule.arrivalWindowMinutes,
      dispatched_employees_ids: assignees.map((one) => one.id),
    },
  ];
}
