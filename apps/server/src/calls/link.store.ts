import type { Call, CallId, CustomerId, UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type CallRow, callOf, callsWithNames } from './call-row.ts';
import { tell } from './store.ts';

type Rows = Pick<Database, 'rows'>;

/** Links a call that the rep holds to a customer who is not archived, or to nobody; null when one of these is not so. */
export async function link(
  db: Rows,
  of: { readonly callId: CallId; readonly repId: UserId; readonly customerId: CustomerId | null },
): Promise<Call | null> {
  // The customer's row is held meanwhile, so that who archives or removes it comes before or after, never between.
  const [row] = await db.rows<CallRow>(sql`WITH customer AS MATERIALIZED (
      SELECT id FROM customers WHERE id = ${of.customerId} AND archived_at IS NULL FOR SHARE
    ), linked AS (
      UPDATE calls SET customer_id = ${of.customerId}, version = version + 1
      WHERE id = ${of.callId} AND rep_id = ${of.repId} AND status IN ('active', 'wrap_up')
        AND customer_id IS DISTINCT FROM ${of.customerId}
        AND (${of.customerId}::text IS NULL OR EXISTS (SELECT FROM customer)) RETURNING *
    ), told AS (${tell({ calls: sql`SELECT id FROM linked` })})
    ${callsWithNames(sql`linked`)}`);
  return row === undefined ? null : callOf(row);
}

/** Whether a customer is archived; null for one who is not there. */
export async function customerIsArchived(db: Rows, id: CustomerId): Promise<boolean | null> {
  const [row] = await db.rows<{ archived: boolean }>(
    sql`SELECT archived_at IS NOT NULL AS archived FROM customers WHERE id = ${id}`,
  );
  return row?.archived ?? null;
}
