import type { Customer, CustomerId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { type CustomerRow, customerOf, customersWhole } from './customer-row.ts';

type Fresh = Pick<Database, 'fresh'>;

/** Which customers are wanted; null leaves it open. */
export interface CustomerFilter {
  readonly archived: 'no' | 'only' | 'too';
  readonly tag: string | null;
  readonly leadSource: string | null;
}

export type Sort = 'name' | '-createdAt' | '-updatedAt';

/** Where a page goes on: the value that is sorted by, and the id. */
export interface ListPlace {
  readonly key: string;
  readonly id: string;
}

/** A customer with what is searched of it. */
export interface FoundCustomer {
  readonly customer: Customer;
  readonly searched: string;
}

const archivedIs: Readonly<Record<CustomerFilter['archived'], Statement>> = {
  no: sql`archived_at IS NULL`,
  only: sql`archived_at IS NOT NULL`,
  too: sql`TRUE`,
};

export function isWanted({ archived, tag, leadSource }: CustomerFilter): Statement {
  const hasTag = tag === null ? sql`` : sql` AND tags @> ARRAY[${tag}]::text[]`;
  const isFrom = leadSource === null ? sql`` : sql` AND lead_source = ${leadSource}`;
  return sql`${archivedIs[archived]}${hasTag}${isFrom}`;
}

/** Customers in one order, at most `limit` from `after` on. */
export async function list(
  db: Fresh,
  it: CustomerFilter & { readonly sort: Sort; readonly after: ListPlace | null; readonly limit: number },
): Promise<readonly { readonly customer: Customer; readonly place: ListPlace }[]> {
  const { column, isAfter, order } = sorts[it.sort];
  const goesOn = it.after === null ? sql`` : sql` AND ${isAfter(it.after)}`;
  const rows = await db.fresh<CustomerRow & { readonly key: Date | string }>(
    sql`${customersWhole(sql`(SELECT *, ${column} AS key, row_number() OVER (${order}) AS place FROM customers
      WHERE ${isWanted(it)}${goesOn} ${order} LIMIT ${it.limit})`)} ORDER BY c.place`,
  );
  return rows.map((row) => ({
    customer: customerOf(row),
    place: { key: typeof row.key === 'string' ? row.key : row.key.toISOString(), id: row.id },
  }));
}

/** Each way to sort, with a last word by id so that pages meet without hole or repeat. */
const sorts: Readonly<
  Record<
    Sort,
    { readonly column: Statement; readonly order: Statement; readonly isAfter: (it: ListPlace) => Statement }
  >
> = {
  name: {
    column: sql`sort_name`,
    order: sql`ORDER BY sort_name, id`,
    isAfter: ({ key, id }) => sql`(sort_name, id) > (${key}, ${id})`,
  },
  '-createdAt': {
    column: sql`created_at`,
    order: sql`ORDER BY created_at DESC, id DESC`,
    isAfter: ({ key, id }) => sql`(created_at, id) < (${key}::timestamptz, ${id})`,
  },
  '-updatedAt': {
    column: sql`updated_at`,
    order: sql`ORDER BY updated_at DESC, id DESC`,
    isAfter: ({ key, id }) => sql`(updated_at, id) < (${key}::timestamptz, ${id})`,
  },
};

/** Customers by their ids. */
export async function findAll(
  db: Fresh,
  ids: readonly CustomerId[],
): Promise<ReadonlyMap<string, FoundCustomer>> {
  if (ids.length === 0) return new Map();
  const rows = await db.fresh<CustomerRow>(
    customersWhole(sql`(SELECT * FROM customers WHERE id = ANY(${ids}))`),
  );
  return new Map(rows.map((row) => [row.id, { customer: customerOf(row), searched: row.searched }]));
}
