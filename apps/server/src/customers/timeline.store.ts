import { type CustomerId, TimelineEntry } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Change } from './changes.ts';

interface EntryRow {
  readonly kind: string;
  readonly at: Date;
  readonly id: string;
  readonly facts: Record<string, unknown>;
}

export interface TimelinePlace {
  readonly at: string;
  readonly id: string;
}

interface Asked {
  readonly id: CustomerId;
  /** The last entry of the page before, or null. */
  readonly before: TimelinePlace | null;
  readonly limit: number;
}

/** Calls, jobs and changes of a customer, newest first, from `before` on; each kind gives at most a page to the merge. */
export async function timeline(
  db: Pick<Database, 'rows'>,
  { id, before, limit }: Asked,
): Promise<readonly { readonly entry: TimelineEntry; readonly place: TimelinePlace }[]> {
  const [at, last] = [before?.at ?? null, before?.id ?? null];
  const rows = await db.rows<EntryRow>(sql`
    (SELECT 'call' AS kind, c.queued_at AS at, c.id, jsonb_build_object('callId', c.id, 'status', c.status,
        'topic', c.topic, 'disposition', c.disposition, 'repName', u.name) AS facts
      FROM calls c LEFT JOIN users u ON u.id = c.rep_id
      WHERE c.customer_id = ${id} AND (${at}::timestamptz IS NULL OR (c.queued_at, c.id) < (${at}::timestamptz, ${last}))
      ORDER BY c.queued_at DESC, c.id DESC LIMIT ${limit})
    UNION ALL
    (SELECT 'job', j.created_at, j.id, jsonb_build_object('jobId', j.id, 'title', j.title, 'status', j.status,
        'start', j.starts_at, 'end', j.ends_at)
      FROM jobs j
      WHERE j.customer_id = ${id} AND (${at}::timestamptz IS NULL OR (j.created_at, j.id) < (${at}::timestamptz, ${last}))
      ORDER BY j.created_at DESC, j.id DESC LIMIT ${limit})
    UNION ALL
    (SELECT 'change', g.at, g.id, jsonb_build_object('byName', coalesce(u.name, s.name, g.by_client), 'changes', g.changes)
      FROM customer_changes g LEFT JOIN users u ON u.id = g.by_id LEFT JOIN service_clients s ON s.id = g.by_client
      WHERE g.customer_id = ${id} AND (${at}::timestamptz IS NULL OR (g.at, g.id) < (${at}::timestamptz, ${last}))
      ORDER BY g.at DESC, g.id DESC LIMIT ${limit})
    ORDER BY at DESC, id DESC LIMIT ${limit}`);
  return rows.map((row) => ({ entry: entryOf(row), place: { at: row.at.toISOString(), id: row.id } }));
}

function entryOf({ kind, at, facts }: EntryRow): TimelineEntry {
  const { start, end, changes, ...rest } = facts;
  return TimelineEntry.parse({
    kind,
    at: at.toISOString(),
    ...rest,
    ...(kind === 'job' && { start: momentOf(start), end: momentOf(end) }),
    ...(kind === 'change' && { changes: changes as readonly Change[] }),
  });
}

function momentOf(at: unknown): string | null {
  return typeof at === 'string' ? new Date(at).toISOString() : null;
}
