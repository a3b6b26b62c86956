import { CustomerId, JobStatus, type Question, UserId } from '@ringdesk/shared';
import { z } from 'zod';

const Day = z.iso.date();
export const JobsView = z.enum(['list', 'day', 'week', 'board']);
export type JobsView = z.infer<typeof JobsView>;

/** What is shown of the jobs, and how, as it stands in the address; what makes no sense there is as if it were not. */
export const JobFilters = z.object({
  view: JobsView.optional().catch(undefined),
  /** A day of the calendar's day or week. */
  day: Day.optional().catch(undefined),
  // Words that look like a number come out of an address as one.
  q: z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().max(120))
    .optional()
    .catch(undefined),
  status: JobStatus.optional().catch(undefined),
  assignee: UserId.optional().catch(undefined),
  customer: CustomerId.optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
  /** Canceled jobs in the calendar, where they are out of the way otherwise. */
  canceled: z.literal('too').optional().catch(undefined),
  sort: z.enum(['start', '-start']).optional().catch(undefined),
});
export type JobFilters = z.infer<typeof JobFilters>;

export const noFilters = {
  q: undefined,
  status: undefined,
  assignee: undefined,
  customer: undefined,
  from: undefined,
  to: undefined,
} as const satisfies Partial<JobFilters>;

export type AskedJobs = Omit<Question<'jobs.list'>, 'cursor' | 'limit'>;

/** Whether fewer than all are shown; status and days narrow the list only, the other views have their own. */
export function isNarrowed({ view, q, assignee, customer, status, from, to }: JobFilters): boolean {
  const ofList = (view ?? 'list') === 'list' ? [status, from, to] : [];
  return [q, assignee, customer, ...ofList].some((value) => value !== undefined && value !== '');
}

/** What every view asks: whose jobs, and the words in them. */
export function askedOf({ q, assignee, customer }: JobFilters): AskedJobs {
  const words = q?.trim() ?? '';
  return {
    ...(words === '' ? {} : { q: words }),
    ...(assignee === undefined ? {} : { assigneeId: assignee }),
    ...(customer === undefined ? {} : { customerId: customer }),
  };
}

/** What the list asks: days are whole days of this computer's clock, the last one included. */
export function askedByList(filters: JobFilters): AskedJobs {
  const { status, from, to, sort } = filters;
  return {
    ...askedOf(filters),
    ...(status === undefined ? {} : { status }),
    ...(from === undefined ? {} : { from: startOf(from, 0).toISOString() }),
    ...(to === undefined ? {} : { to: startOf(to, 1).toISOString() }),
    sort: sort ?? '-createdAt',
  };
}

function startOf(day: string, later: number): Date {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date;
}
