import type { Job } from '@ringdesk/shared';
import { type CalendarDay, type DayPart, partOf } from './calendar-days.ts';
import { slotMinutes } from './calendar-moves.ts';
import { ownZone } from './job-times.ts';
import { inLanes, type Placed } from './lanes.ts';

/** A job as it stands in a day; shorter ones are drawn as high as half an hour, so that they can be read. */
export interface DayJob extends DayPart {
  readonly job: Job;
}

/** The part of a job that lies in a day; null when none of it does. */
export function jobIn(job: Job, day: CalendarDay): DayJob | null {
  if (job.schedule === null) return null;
  const range = { startMs: Date.parse(job.schedule.start), endMs: Date.parse(job.schedule.end) };
  const part = partOf(range, day, ownZone);
  if (part === null) return null;
  const fromMinute = Math.min(part.fromMinute, 24 * 60 - slotMinutes);
  return { ...part, job, fromMinute, toMinute: Math.max(part.toMinute, fromMinute + slotMinutes) };
}

/** The jobs of a day, side by side where they overlap. */
export function jobsOf(day: CalendarDay, jobs: readonly Job[]): readonly Placed<DayJob>[] {
  return inLanes(jobs.map((job) => jobIn(job, day)).filter((it) => it !== null));
}

/** So many jobs stand side by side where a day is fullest. */
export function mostLanes(placed: readonly Placed<DayJob>[]): number {
  return Math.max(1, ...placed.map(({ lanes }) => lanes));
}
