import type { Input, Job, Output } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { type JobRow, jobOf, jobsWhole } from './job-row.ts';
import { isSought } from './searched.ts';

type Rows = Pick<Database, 'rows'>;
type Searchable = Pick<Database, 'rows' | 'fresh'>;
type Taken = Output<'jobs.taken'>['items'][number];

/** Where a page goes on: the value that is sorted by, and the id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

const yes = sql`TRUE`;

/** Jobs that fit the filters, sorted, at most `limit` from `after` on. */
export async function listJobs(
  db: Searchable,
  filter: Omit<Input<'jobs.list'>, 'cursor'> & { readonly after: Place | null },
): Promise<readonly Job[]> {
  const { q, status, customerId, assigneeId, callId, from, to, after, limit } = filter;
  const hasWords = q !== undefined && q !== '';
  const ask = hasWords ? db.fresh : db.rows;
  const { by, order, isAfter } = sorted[filter.sort](after);
  const rows = await ask<JobRow & Record<string, unknown>>(
    sql`${jobsWhole(sql`(
    SELECT j.*, row_number() OVER (${order}) AS place FROM jobs j
    WHERE ${by} ${isAfter} AND ${hasWords ? isSought(q) : yes}
      AND (${status ?? null}::text IS NULL OR j.status = ${status ?? null})
      AND (${customerId ?? null}::text IS NULL OR j.customer_id = ${customerId ?? null})
      AND (${callId ?? null}::text IS NULL OR j.call_id = ${callId ?? null})
      AND (${assigneeId ?? null}::text IS NULL
        OR EXISTS (SELECT FROM job_assignees g WHERE g.job_id = j.id AND g.user_id = ${assigneeId ?? null}))
      AND (${from ?? null}::timestamptz IS NULL OR j.ends_at > ${from ?? null}::timestamptz)
      AND (${to ?? null}::timestamptz IS NULL OR j.starts_at < ${to ?? null}::timestamptz)
    ${order} LIMIT ${limit})`)} ORDER BY j.place`,
  );
  return rows.map(jobOf);
}

interface Sorted {
  readonly by: Statement;
  readonly order: Statement;
  readonly isAfter: Statement;
}

/** Each way to sort, with a last word by id so that pages meet without hole or repeat. Sorting by start shows those with a time. */
const sorted: Readonly<Record<Input<'jobs.list'>['sort'], (after: Place | null) => Sorted>> = {
  '-createdAt': (after) => ({
    by: yes,
    order: sql`ORDER BY j.created_at DESC, j.id DESC`,
    isAfter: after === null ? sql`` : sql`AND (j.created_at, j.id) < (${after.at}::timestamptz, ${after.id})`,
  }),
  start: (after) => ({
    by: sql`j.starts_at IS NOT NULL`,
    order: sql`ORDER BY j.starts_at, j.id`,
    isAfter: after === null ? sql`` : sql`AND (j.starts_at, j.id) > (${after.at}::timestamptz, ${after.id})`,
  }),
  '-start': (after) => ({
    by: sql`j.starts_at IS NOT NULL`,
    order: sql`ORDER BY j.starts_at DESC, j.id DESC`,
    isAfter: after === null ? sql`` : sql`AND (j.starts_at, j.id) < (${after.at}::timestamptz, ${after.id})`,
  }),
};

/** Ranges that are taken between two moments by a customer's jobs, and by those of assignees. */
export async function takenRanges(
  db: Rows,
  of: {
    readonly customerId: string | null;
    readonly assigneeIds: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly exceptJobId: string | null;
  },
): Promise<readonly Taken[]> {
  const rows = await db.rows<JobRow & Record<string, unknown>>(
    sql`${jobsWhole(sql`(
    SELECT j.* FROM jobs j
    WHERE j.status <> 'canceled' AND j.starts_at < ${of.to}::timestamptz AND j.ends_at > ${of.from}::timestamptz
      AND j.id IS DISTINCT FROM ${of.exceptJobId}
      AND (j.customer_id = ${of.customerId} OR EXISTS (
        SELECT FROM job_assignees g WHERE g.job_id = j.id AND g.user_id = ANY(${of.assigneeIds}::text[])))
    ORDER BY j.starts_at, j.id LIMIT 1000)`)} ORDER BY j.starts_at, j.id`,
  );
  return rows.map(jobOf).flatMap((job) =>
    job.schedule === null
      ? []
      : [
          {
            jobId: job.id,
            title: job.title,
            start: job.schedule.start,
            end: job.schedule.end,
            customerId: job.customerId,
            customerName: job.customerName,
            assigneeIds: job.assignees.map((one) => one.id),
            by: job.customerId === of.customerId ? ('customer' as const) : ('assignee' as const),
          },
        ],
  );
}

/** Who may be given a job, by name. */
export async function findAssignees(db: Rows): Promise<Output<'jobs.assignees'>['items']> {
  return db.rows(
    sql`SELECT id, name FROM users WHERE disabled_at IS NULL ORDER BY lower(name), id LIMIT 500`,
  );
}

/** The zone of a customer, or null where there is no such customer. */
export async function zoneOf(db: Rows, customerId: string): Promise<string | null> {
  const [row] = await db.rows<{ time_zone: string }>(
    sql`SELECT time_zone FROM customers WHERE id = ${customerId}`,
  );
  return row?.time_zone ?? null;
}
