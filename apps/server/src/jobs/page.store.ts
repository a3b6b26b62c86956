import type { Job, JobStatus } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { type JobRow, jobOf, jobsWhole } from './job-row.ts';

type JobOrder = 'createdAt' | 'updatedAt' | 'number' | 'id' | 'title' | 'status';

/** A moment, or with `isLocal` the time on the wall where the customer of each job lives. */
interface Bound {
  readonly at: string;
  readonly isLocal: boolean;
}

/** A page by its place in the whole list. Lists that live go by cursor; this is for those who must number their pages. */
interface Asked {
  readonly customerId: string | null;
  /** Jobs of any of these; of everybody when there is none. */
  readonly assigneeIds: readonly string[];
  readonly statuses: readonly JobStatus[];
  /** Inclusive bounds; a job without a time fits none. */
  readonly startsFrom: Bound | null;
  readonly startsTo: Bound | null;
  readonly endsFrom: Bound | null;
  readonly endsTo: Bound | null;
  readonly sort: JobOrder;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Jobs that fit, from one place of the list on, and how many there are in all. */
export async function pageOfJobs(
  db: Pick<Database, 'fresh'>,
  asked: Asked,
): Promise<{ readonly items: readonly Job[]; readonly total: number }> {
  const isWanted = wanted(asked);
  const order = sql`ORDER BY ${(asked.isDescending ? descending : ascending)[asked.sort]}`;
  const [counted] = await db.fresh<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM jobs j WHERE ${isWanted}`,
  );
  // What is passed over on the way to a page is counted by id, and only the page is read.
  const page = sql`SELECT j.id FROM jobs j WHERE ${isWanted} ${order} LIMIT ${asked.limit} OFFSET ${asked.offset}`;
  const rows = await db.fresh<JobRow & Record<string, unknown>>(
    sql`${jobsWhole(sql`(SELECT j.*, row_number() OVER (${order}) AS place FROM jobs j
      WHERE j.id = ANY(ARRAY(${page})))`)} ORDER BY j.place`,
  );
  return { items: rows.map(jobOf), total: counted?.total ?? 0 };
}

function wanted(asked: Asked): Statement {
  const { customerId, assigneeIds, statuses, startsFrom, startsTo, endsFrom, endsTo } = asked;
  const conditions = [
    customerId === null ? null : sql`j.customer_id = ${customerId}`,
    statuses.length === 0 ? null : sql`j.status = ANY(${statuses}::text[])`,
    assigneeIds.length === 0
      ? null
      : sql`EXISTS (SELECT FROM job_assignees g WHERE g.job_id = j.id AND g.user_id = ANY(${assigneeIds}::text[]))`,
    startsFrom && isWithin(sql`j.starts_at`, startsFrom, sides.from),
    startsTo && isWithin(sql`j.starts_at`, startsTo, sides.to),
    endsFrom && isWithin(sql`j.ends_at`, endsFrom, sides.from),
    endsTo && isWithin(sql`j.ends_at`, endsTo, sides.to),
  ];
  return conditions.filter((one) => one !== null).reduce((all, one) => sql`${all} AND ${one}`, sql`TRUE`);
}

interface Side {
  readonly is: Statement;
  readonly surely: Statement;
  readonly perhaps: Statement;
}
const sides = {
  from: { is: sql`>=`, surely: sql`+`, perhaps: sql`-` },
  to: { is: sql`<=`, surely: sql`-`, perhaps: sql`+` },
} as const satisfies Record<string, Side>;

/**
 * Whether a moment lies on this side of a bound. A wall anywhere shows at most fifteen hours more or less than UTC, so the
 * zone of the customer is looked up only for what lies nearer than that.
 */
function isWithin(column: Statement, { at, isLocal }: Bound, { is, surely, perhaps }: Side): Statement {
  if (!isLocal) return sql`${column} ${is} ${at}::timestamptz`;
  const inUtc = sql`${at}::timestamp AT TIME ZONE 'UTC'`;
  const onTheWall = sql`${column} AT TIME ZONE (SELECT time_zone FROM customers WHERE id = j.customer_id)`;
  // Said first, or a zone would be looked up for each job without a time.
  return sql`${column} IS NOT NULL AND (${column} ${is} ${inUtc} ${surely} interval '15 hours' OR (
    ${column} ${is} ${inUtc} ${perhaps} interval '15 hours' AND ${onTheWall} ${is} ${at}::timestamp))`;
}

/** The id breaks ties, so that pages meet without hole or repeat. */
const ascending: Readonly<Record<JobOrder, Statement>> = {
  createdAt: sql`j.created_at, j.id`,
  updatedAt: sql`j.updated_at, j.id`,
  number: sql`j.number`,
  id: sql`j.id`,
  title: sql`lower(j.title), j.id`,
  status: sql`j.status, j.id`,
};
const descending: Readonly<Record<JobOrder, Statement>> = {
  createdAt: sql`j.created_at DESC, j.id DESC`,
  updatedAt: sql`j.updated_at DESC, j.id DESC`,
  number: sql`j.number DESC`,
  id: sql`j.id DESC`,
  title: sql`lower(j.title) DESC, j.id DESC`,
  status: sql`j.status DESC, j.id DESC`,
};
