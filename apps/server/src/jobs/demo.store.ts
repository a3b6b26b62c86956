import type { Job } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** Somebody who can be served: with the address to go to. */
export interface Served {
  readonly customerId: Job['customerId'];
  readonly addressId: Job['addressId'];
  readonly timeZone: string;
}

/** Lets one node at a time fill an installation with jobs; false where there are jobs already. */
export async function mayFill(tx: Rows): Promise<boolean> {
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtext('jobs.demo'))`);
  return (await tx.rows(sql`SELECT FROM jobs LIMIT 1`)).length === 0;
}

/** So many customers with an address, always in the same order. */
export async function customersToServe(tx: Rows, most: number): Promise<readonly Served[]> {
  return tx.rows<Served & Record<string, unknown>>(sql`
    SELECT c.id AS "customerId", c.time_zone AS "timeZone", a.id AS "addressId"
    FROM customers c CROSS JOIN LATERAL (
      SELECT id FROM addresses WHERE customer_id = c.id ORDER BY created_at, id LIMIT 1) a
    WHERE c.archived_at IS NULL ORDER BY hashtext(c.sort_name), c.sort_name LIMIT ${most}`);
}

/** The reps by name. */
export async function repIds(tx: Rows): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT id FROM users WHERE role = 'rep' AND disabled_at IS NULL ORDER BY name, id LIMIT 10`,
  );
  return rows.map(({ id }) => id);
}

/** Lets jobs look as if they had been booked and done at their own time. */
export async function setBack(tx: Rows): Promise<void> {
  await tx.rows(sql`UPDATE jobs SET
    created_at = least(created_at, starts_at - interval '3 days'), updated_at = least(updated_at, ends_at),
    started_at = CASE WHEN started_at IS NOT NULL THEN starts_at END,
    completed_at = CASE WHEN completed_at IS NOT NULL THEN ends_at END
    WHERE starts_at IS NOT NULL`);
}
