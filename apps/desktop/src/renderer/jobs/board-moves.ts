import { type Job, type JobStatus, nextStatuses, type Question, statusAfter } from '@ringdesk/shared';

type Change = Omit<Question<'job.change'>, 'id' | 'version'>;

/** Why a job cannot be moved to a status. */
export type Barred = 'same' | 'needs a time' | 'has not begun' | 'is over' | 'not from there';

export type Move = { readonly change: Change } | { readonly barred: Barred };

/** What moving a job to a status takes, or why it cannot be. A job that becomes unscheduled loses its time. */
export function moveOf(job: Pick<Job, 'status' | 'schedule'>, to: JobStatus): Move {
  if (job.status === to) return { barred: 'same' };
  if (!nextStatuses[job.status].includes(to)) return { barred: whyNot(job.status) };
  if (to === 'unscheduled')
    return { change: job.schedule === null ? { status: to } : { status: to, schedule: null } };
  const after = statusAfter(job.status, { status: to, hasSchedule: job.schedule !== null });
  if ('status' in after) return { change: { status: to } };
  return { barred: to === 'scheduled' ? 'needs a time' : 'not from there' };
}

function whyNot(from: JobStatus): Barred {
  if (from === 'completed' || from === 'canceled') return 'is over';
  return from === 'unscheduled' ? 'has not begun' : 'not from there';
}

/** The job as it will be once a change is done. */
export function foreseen(job: Job, change: Change): Job {
  const schedule =
    change.schedule === undefined
      ? job.schedule
      : change.schedule === null
        ? null
        : { ...change.schedule, arrivalWindowMinutes: change.schedule.arrivalWindowMinutes ?? 0 };
  const wished = change.status ?? (change.schedule === undefined ? job.status : undefined);
  const after = statusAfter(job.status, { status: wished, hasSchedule: schedule !== null });
  return { ...job, schedule, status: 'status' in after ? after.status : job.status };
}
