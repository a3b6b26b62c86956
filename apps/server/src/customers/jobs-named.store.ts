import type { CustomerId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { betweenParts } from './searched.ts';

const part = (place: number) => sql`split_part(c.searched, ${betweenParts}, ${place})`;

/**
 * How a row `c` of customers is called, folded, each with a blank before every word, which is what its jobs are found by:
 * name and company, or email and numbers where it has neither.
 */
export const namesOfCustomer: Statement = sql`CASE WHEN ${part(1)} || ${part(2)} = '  ' THEN ${part(3)} || ${part(4)}
  ELSE ${part(1)} || ${part(2)} END`;

/** Lets the jobs of a held customer be found by the name that it has now. */
export async function nameJobs(tx: Pick<Database, 'rows'>, id: CustomerId): Promise<void> {
  await tx.rows(sql`UPDATE jobs SET searched = named.searched
    FROM (SELECT j.id, split_part(j.searched, ${betweenParts}, 1) || ${betweenParts} || ${namesOfCustomer} AS searched
      FROM customers c JOIN jobs j ON j.customer_id = c.id WHERE c.id = ${id}) AS named
    WHERE jobs.id = named.id AND jobs.searched <> named.searched`);
}
