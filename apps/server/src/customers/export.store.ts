import type { Customer } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type CustomerRow, customerOf, customersWhole } from './customer-row.ts';
import { type CustomerFilter, isWanted } from './list.store.ts';

interface Asked {
  readonly filter: CustomerFilter;
  /** Folded words that all must stand in a customer. */
  readonly words: readonly string[];
  /** The id of the last customer of the page before. */
  readonly after: string;
  readonly limit: number;
}

/** A page of all that fit, by id. */
export async function exportPage(
  db: Pick<Database, 'fresh'>,
  { filter, words, after, limit }: Asked,
): Promise<readonly Customer[]> {
  const fits = words.reduce((all, word) => sql`${all} AND searched LIKE ${`%${word}%`}`, isWanted(filter));
  const rows = await db.fresh<CustomerRow>(
    sql`${customersWhole(sql`(SELECT * FROM customers
    WHERE id > ${after} AND ${fits} ORDER BY id LIMIT ${limit})`)} ORDER BY c.id`,
  );
  return rows.map(customerOf);
}
