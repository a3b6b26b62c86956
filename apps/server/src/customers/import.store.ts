import type { Customer, CustomerId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type CustomerRow, customerOf, customersWhole } from './customer-row.ts';

type Rows = Pick<Database, 'rows'>;

/** Lets one import write at a time: two files with the same people would otherwise not see each other. */
export async function importAlone(tx: Rows): Promise<void> {
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtext('customers.import'))`);
}

/** A customer who is there already, by one of its numbers or its email. */
export interface Known {
  readonly id: CustomerId;
  readonly by: string;
}

/** Who of the customers that are not archived has one of these numbers or emails. */
export async function knownBy(
  db: Rows,
  { numbers, emails }: { readonly numbers: readonly string[]; readonly emails: readonly string[] },
): Promise<readonly Known[]> {
  return db.rows<{ id: CustomerId; by: string }>(sql`
    SELECT c.id, p.number AS by FROM customer_phones p JOIN customers c ON c.id = p.customer_id
    WHERE p.number = ANY(${numbers}::text[]) AND c.archived_at IS NULL
    UNION SELECT id, email FROM customers WHERE email = ANY(${emails}::text[]) AND archived_at IS NULL
    ORDER BY id`);
}

/** These customers as they are now. */
export async function findAll(db: Rows, ids: readonly CustomerId[]): Promise<readonly Customer[]> {
  const rows = await db.rows<CustomerRow>(
    customersWhole(sql`(SELECT * FROM customers WHERE id = ANY(${ids}::text[]))`),
  );
  return rows.map(customerOf);
}

/** Keeps other writers from these customers, in one order, so that two never wait for each other. */
export async function holdAll(tx: Rows, ids: readonly CustomerId[]): Promise<void> {
  await tx.rows(sql`SELECT id FROM customers WHERE id = ANY(${ids}::text[]) ORDER BY id FOR NO KEY UPDATE`);
}
