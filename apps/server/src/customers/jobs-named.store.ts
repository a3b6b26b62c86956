import type { CustomerId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { betweenParts } from './searched.ts';

/** Name and company of a row `c` of customers, folded, each with a blank before every word: what its jobs are found by. */
export const namesOfCustomer: Statement = sql`split_part(c.searched, ${betweenParts}, 1) || split_part(c.searched, ${betweenParts}, 2)`;

/** Lets the jobs of a held customer be found by the name that it has now. */
export async function nameJobs(tx: Pick<Database, 'rows'>, id: CustomerId): Promise<void> {
  await tx.rows(sql`UPDATE jobs SET searched = named.searched
    FROM (SELECT j.id, split_part(j.searched, ${betweenParts}, 1) || ${betweenParts} || ${namesOfCustomer} AS searched
      FROM customers c JOIN jobs j ON j.customer_id = c.id WHERE c.id = ${id}) AS named
    WHERE jobs.id = named.id AND jobs.searched <> named.searched`);
}
