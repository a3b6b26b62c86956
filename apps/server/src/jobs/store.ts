import {
  type CallId,
  type CustomerId,
  type Job,
  JobConflict,
  type JobId,
  type JobStatus,
  type LineItem,
} from '@ringdesk/shared';
import type { z } from 'zod';
import { namesOfCustomer } from '../customers/jobs-named.store.ts';
import { type Database, sqlState } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { type JobRow, jobOf, jobsWhole } from './job-row.ts';
import { titleSearched } from './searched.ts';

type Rows = Pick<Database, 'rows'>;
type Conflict = z.infer<typeof JobConflict>;

const exclusionViolation = '23P01';
const namesNobody = '23503';

/** A job as it is to be kept. */
export interface KeptJob {
  readonly id: JobId;
  readonly customerId: CustomerId;
  readonly addressId: string;
  readonly title: string;
  readonly description: string;
  readonly status: JobStatus;
  readonly schedule: {
    readonly start: string;
    readonly end: string;
    readonly arrivalWindowMinutes: number;
  } | null;
  readonly lineItems: readonly LineItem[];
  readonly assigneeIds: readonly string[];
  readonly tags: readonly string[];
  readonly leadSource: string | null;
}

/** What a job leans on, as of now: null or an empty list where it is not there. */
export interface Footing {
  readonly customer: 'there' | 'archived' | null;
  readonly isAddressTheirs: boolean;
  /** The customer whom the call is linked to; undefined where there is no such call. */
  readonly callCustomerId: string | null | undefined;
  /** Those of the wished assignees who may be given a job. */
  readonly assigneeIds: readonly string[];
}

/** Looks up what a job would lean on. */
export async function findFooting(
  db: Rows,
  of: {
    readonly customerId: string;
    readonly addressId: string;
    readonly callId: CallId | null;
    readonly assigneeIds: readonly string[];
  },
): Promise<Footing> {
  const [row] = await db.rows<{
    archived: boolean | null;
    address: boolean;
    has_call: boolean;
    call_customer: string | null;
    assignees: string[];
  }>(sql`SELECT (SELECT archived_at IS NOT NULL FROM customers WHERE id = ${of.customerId}) AS archived,
    EXISTS (SELECT FROM addresses WHERE id = ${of.addressId} AND customer_id = ${of.customerId}) AS address,
    EXISTS (SELECT FROM calls WHERE id = ${of.callId}) AS has_call,
    (SELECT customer_id FROM calls WHERE id = ${of.callId}) AS call_customer,
    ARRAY(SELECT id FROM users WHERE id = ANY(${of.assigneeIds}::text[]) AND disabled_at IS NULL) AS assignees`);
  const archived = row?.archived ?? null;
  return {
    customer: archived === null ? null : archived ? 'archived' : 'there',
    isAddressTheirs: row?.address === true,
    callCustomerId: row?.has_call === true ? row.call_customer : undefined,
    assigneeIds: row?.assignees ?? [],
  };
}

/** Why a job was not written: its time is taken, or something it leans on, or it itself, is not as it was when it was looked at. */
type Unwritten = 'overlaps' | 'moved';

/**
 * Books a job in one statement; PostgreSQL's exclusion constraint refuses an overlap. The customer's row is locked first,
 * so that many who book at once wait in line instead of deadlocking, and whoever archives comes before or after.
 */
export async function insertJob(
  db: Rows,
  job: KeptJob & { readonly callId: CallId | null; readonly byId: string | null },
): Promise<Job | Unwritten> {
  const { start = null, end = null, arrivalWindowMinutes = 0 } = job.schedule ?? {};
  return orUnwritten(async () => {
    const [written] = await db.rows(sql`WITH customer AS MATERIALIZED (
        SELECT id, ${namesOfCustomer} AS names FROM customers c
        WHERE id = ${job.customerId} AND archived_at IS NULL FOR NO KEY UPDATE
      ), called AS (
        UPDATE calls SET job_ids = array_append(job_ids, ${job.id}::text), version = version + 1
        FROM customer WHERE calls.id = ${job.callId} AND calls.customer_id = customer.id RETURNING calls.id
      ), told AS (
        INSERT INTO outbox (event, call_id) SELECT 'call.changed', id FROM called
      ), job AS (
        INSERT INTO jobs (id, customer_id, address_id, call_id, title, description, status, starts_at, ends_at,
          arrival_window_minutes, lead_source, tags, searched, started_at, completed_at, canceled_at, created_at, created_by,
          updated_at)
        SELECT ${job.id}, id, ${job.addressId}, (SELECT id FROM called), ${job.title}, ${job.description}, ${job.status},
          ${start}::timestamptz, ${end}::timestamptz, ${arrivalWindowMinutes}, ${job.leadSource}, ${job.tags}::text[],
          ${titleSearched(job.title)} || names,
          CASE WHEN ${job.status} IN ('in_progress', 'completed') THEN desk_now() END,
          CASE WHEN ${job.status} = 'completed' THEN desk_now() END,
          CASE WHEN ${job.status} = 'canceled' THEN desk_now() END, desk_now(), ${job.byId}, desk_now()
        FROM customer WHERE ${job.callId}::text IS NULL OR EXISTS (SELECT FROM called) RETURNING id
      ), lines AS (${linesOf(job, sql`job`)}), given AS (
        INSERT INTO job_assignees (job_id, user_id) SELECT job.id, u FROM job, unnest(${job.assigneeIds}::text[]) u
      ) SELECT id FROM job`);
    return written === undefined ? 'moved' : mustFind(db, job.id);
  });
}

/** Writes a job over, when it is still at the version that was edited. */
export async function updateJob(
  db: Rows,
  job: KeptJob & { readonly version: number },
): Promise<Job | Unwritten> {
  const { start = null, end = null, arrivalWindowMinutes = 0 } = job.schedule ?? {};
  return orUnwritten(async () => {
    const [written] = await db.rows(sql`WITH customer AS (
        SELECT id, ${namesOfCustomer} AS names FROM customers c WHERE id = ${job.customerId} FOR NO KEY UPDATE
      ), job AS (
        UPDATE jobs SET address_id = ${job.addressId}, title = ${job.title}, description = ${job.description},
          status = ${job.status}, starts_at = ${start}::timestamptz, ends_at = ${end}::timestamptz,
          arrival_window_minutes = ${arrivalWindowMinutes}, lead_source = ${job.leadSource}, tags = ${job.tags}::text[],
          searched = ${titleSearched(job.title)} || customer.names,
          started_at = CASE WHEN ${job.status} IN ('in_progress', 'completed') THEN coalesce(started_at, desk_now())
            WHEN ${job.status} = 'canceled' THEN started_at END,
          completed_at = CASE WHEN ${job.status} = 'completed' THEN coalesce(completed_at, desk_now()) END,
          canceled_at = CASE WHEN ${job.status} = 'canceled' THEN coalesce(canceled_at, desk_now()) END,
          version = version + 1, updated_at = desk_now()
        FROM customer WHERE jobs.id = ${job.id} AND jobs.customer_id = customer.id AND version = ${job.version}
        RETURNING jobs.id
      ), old_lines AS (
        DELETE FROM job_line_items l USING job WHERE l.job_id = job.id
          AND l.id <> ALL(${job.lineItems.map((line) => line.id)}::text[])
      ), lines AS (${linesOf(job, sql`job`)}), taken AS (
        DELETE FROM job_assignees USING job WHERE job_id = job.id AND user_id <> ALL(${job.assigneeIds}::text[])
      ), given AS (
        INSERT INTO job_assignees (job_id, user_id) SELECT job.id, u FROM job, unnest(${job.assigneeIds}::text[]) u
        ON CONFLICT DO NOTHING
      ) SELECT id FROM job`);
    return written === undefined ? 'moved' : mustFind(db, job.id);
  });
}

/** The jobs of a customer that take some of this time; one without a time takes none (a range without ends would be all time). */
export async function conflictsWith(
  db: Rows,
  of: {
    readonly customerId: string;
    readonly start: string;
    readonly end: string;
    readonly exceptId: string;
  },
): Promise<readonly Conflict[]> {
  const rows = await db.rows<{ id: string; title: string; starts_at: Date; ends_at: Date }>(sql`
    SELECT id, title, starts_at, ends_at FROM jobs
    WHERE customer_id = ${of.customerId} AND id <> ${of.exceptId} AND status <> 'canceled' AND starts_at IS NOT NULL
      AND tstzrange(starts_at, ends_at, '[)') && tstzrange(${of.start}::timestamptz, ${of.end}::timestamptz, '[)')
    ORDER BY starts_at LIMIT 20`);
  return rows.map((row) =>
    JobConflict.parse({
      jobId: row.id,
      title: row.title,
      start: row.starts_at.toISOString(),
      end: row.ends_at.toISOString(),
    }),
  );
}

/** One job, or null. */
export async function findJob(db: Rows, id: string): Promise<Job | null> {
  const [row] = await db.rows<JobRow & Record<string, unknown>>(
    sql`${jobsWhole(sql`(SELECT * FROM jobs WHERE id = ${id})`)}`,
  );
  return row === undefined ? null : jobOf(row);
}

/** Adds a note; false where there is no such job. */
export async function insertNote(
  db: Rows,
  note: { readonly id: string; readonly jobId: JobId; readonly text: string; readonly byId: string | null },
): Promise<boolean> {
  const rows = await db.rows(sql`WITH job AS (
      UPDATE jobs SET version = version + 1, updated_at = desk_now() WHERE id = ${note.jobId} RETURNING id
    ) INSERT INTO job_notes (id, job_id, text, by_id, at) SELECT ${note.id}, id, ${note.text}, ${note.byId}, desk_now()
      FROM job RETURNING id`);
  return rows.length > 0;
}

/** Takes a note off its job; false where there is no such note. */
export async function deleteNote(
  db: Rows,
  of: { readonly jobId: JobId; readonly noteId: string },
): Promise<boolean> {
  const rows = await db.rows(sql`WITH note AS (
      DELETE FROM job_notes WHERE id = ${of.noteId} AND job_id = ${of.jobId} RETURNING job_id
    ) UPDATE jobs SET version = version + 1, updated_at = desk_now() FROM note WHERE jobs.id = note.job_id RETURNING jobs.id`);
  return rows.length > 0;
}

function linesOf({ lineItems }: KeptJob, job: Statement): Statement {
  const placed = lineItems.map((line, position) => ({ ...line, position }));
  return sql`INSERT INTO job_line_items (id, job_id, position, name, description, kind, unit_price_cents, unit_cost_cents,
      quantity, is_taxable)
    SELECT l.id, job.id, l.position, l.name, l.description, l.kind, l."unitPriceCents", l."unitCostCents", l.quantity, l."isTaxable"
    FROM ${job}, json_to_recordset(${JSON.stringify(placed)}::json) AS l(id text, position int, name text, description text,
      kind text, "unitPriceCents" int, "unitCostCents" int, quantity numeric, "isTaxable" boolean)
    ON CONFLICT (id) DO UPDATE SET position = EXCLUDED.position, name = EXCLUDED.name, description = EXCLUDED.description,
      kind = EXCLUDED.kind, unit_price_cents = EXCLUDED.unit_price_cents, unit_cost_cents = EXCLUDED.unit_cost_cents,
      quantity = EXCLUDED.quantity, is_taxable = EXCLUDED.is_taxable WHERE job_line_items.job_id = EXCLUDED.job_id`;
}

async function orUnwritten(write: () => Promise<Job | Unwritten>): Promise<Job | Unwritten> {
  try {
    return await write();
  } catch (error) {
    if (sqlState(error) === exclusionViolation) return 'overlaps';
    if (sqlState(error) === namesNobody) return 'moved';
    throw error;
  }
}

async function mustFind(db: Rows, id: string): Promise<Job> {
  const job = await findJob(db, id);
  if (job === null) throw new Error('a job that was written is not there');
  return job;
}
