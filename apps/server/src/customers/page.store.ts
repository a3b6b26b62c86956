import type { Customer } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { type CustomerRow, customerOf, customersWhole } from './customer-row.ts';
import { readQuery, shortestInside } from './query.ts';

type CustomerOrder = 'createdAt' | 'updatedAt' | 'firstName' | 'lastName' | 'company' | 'email' | 'id';

/** A page by its place in the whole list. Lists that live go by cursor; this is for those who must number their pages. */
interface Asked {
  /** Every word of it must be found in the customer; null for all customers. */
  readonly q: string | null;
  readonly sort: CustomerOrder;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Customers who are not archived, from one place of the list on, and how many there are in all. */
export async function pageOfCustomers(
  db: Pick<Database, 'fresh'>,
  { q, sort, isDescending, offset, limit }: Asked,
): Promise<{ readonly items: readonly Customer[]; readonly total: number }> {
  const isFound = q === null ? sql`TRUE` : finds(q);
  if (isFound === null) return { items: [], total: 0 };
  const isWanted = sql`archived_at IS NULL AND ${isFound}`;
  const order = sql`ORDER BY ${isDescending ? descending[sort] : ascending[sort]}`;
  const [counted] = await db.fresh<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM customers WHERE ${isWanted}`,
  );
  // What is passed over on the way to a page is counted by id, and only the page is read.
  const page = sql`SELECT id FROM customers WHERE ${isWanted} ${order} LIMIT ${limit} OFFSET ${offset}`;
  const rows = await db.fresh<CustomerRow>(
    sql`${customersWhole(sql`(SELECT *, row_number() OVER (${order}) AS place FROM customers
      WHERE id = ANY(ARRAY(${page})))`)} ORDER BY c.place`,
  );
  return { items: rows.map(customerOf), total: counted?.total ?? 0 };
}

/** Null where there is no letter and no digit to look for. Folded words hold no sign that means something in a pattern. */
function finds(q: string): Statement | null {
  const query = readQuery(q);
  if (query === null) return null;
  const words = query.words.map((word) => (word.length < shortestInside ? ` ${word}` : word));
  const all = words.map(holds).reduce((one, other) => sql`${one} AND ${other}`);
  return sql`((${all})${query.digits.reduce((some, digits) => sql`${some} OR ${holds(digits)}`, sql``)})`;
}

function holds(piece: string): Statement {
  return sql`searched LIKE ${`%${piece}%`}`;
}

/** The id breaks ties, so that pages meet without hole or repeat. Who has no such name comes last either way. */
const ascending: Readonly<Record<CustomerOrder, Statement>> = {
  createdAt: sql`created_at, id`,
  updatedAt: sql`updated_at, id`,
  firstName: sql`lower(first_name), id`,
  lastName: sql`lower(last_name), id`,
  company: sql`lower(company), id`,
  email: sql`email, id`,
  id: sql`id`,
};
const descending: Readonly<Record<CustomerOrder, Statement>> = {
  createdAt: sql`created_at DESC, id DESC`,
  updatedAt: sql`updated_at DESC, id DESC`,
  firstName: sql`lower(first_name) DESC NULLS LAST, id DESC`,
  lastName: sql`lower(last_name) DESC NULLS LAST, id DESC`,
  company: sql`lower(company) DESC NULLS LAST, id DESC`,
  email: sql`email DESC NULLS LAST, id DESC`,
  id: sql`id DESC`,
};
