import { Address, Customer, customerName } from '@ringdesk/shared';
import { type Statement, sql } from '../database/sql.ts';

/** A customer as PostgreSQL gives it, with numbers and addresses. */
export interface CustomerRow {
  readonly id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly notes: string;
  readonly lead_source: string | null;
  readonly tags: readonly string[];
  readonly time_zone: string;
  readonly archived_at: Date | null;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly updated_at: Date;
  readonly updated_by: string | null;
  readonly searched: string;
  readonly sort_name: string;
  readonly phones: readonly Customer['phones'][number][];
  readonly addresses: readonly AddressRow[];
}

export interface AddressRow {
  readonly id: string;
  readonly customer_id: string;
  readonly kind: string;
  readonly street: string;
  readonly unit: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly country: string;
  readonly version: number;
  /** A text where it comes as part of a customer. */
  readonly created_at: Date | string;
  readonly updated_at: Date | string;
}

/** Customers of `source` (a table or a WITH part that has the columns of customers) with numbers and addresses. */
export function customersWhole(source: Statement): Statement {
  return sql`SELECT c.*,
      (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'number', p.number, 'extension', nullif(p.extension, ''))
          ORDER BY p.position), '[]')
        FROM customer_phones p WHERE p.customer_id = c.id) AS phones,
      (SELECT coalesce(json_agg(a ORDER BY a.created_at, a.id), '[]') FROM addresses a WHERE a.customer_id = c.id) AS addresses
    FROM ${source} c`;
}

/** The customer as the outside sees it. */
export function customerOf(row: CustomerRow): Customer {
  const fields = {
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    email: row.email,
    phones: row.phones,
  };
  return Customer.parse({
    id: row.id,
    name: customerName(fields),
    ...fields,
    tags: row.tags,
    notes: row.notes,
    leadSource: row.lead_source,
    timeZone: row.time_zone,
    addresses: row.addresses.map(addressOf),
    archivedAt: row.archived_at === null ? null : iso(row.archived_at),
    version: row.version,
    createdAt: iso(row.created_at),
    createdBy: row.created_by,
    updatedAt: iso(row.updated_at),
    updatedBy: row.updated_by,
  });
}

export function addressOf(row: AddressRow): Address {
  return Address.parse({
    id: row.id,
    customerId: row.customer_id,
    kind: row.kind,
    street: row.street,
    unit: row.unit,
    city: row.city,
    state: row.state,
    zip: row.zip,
    country: row.country,
    version: row.version,
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  });
}

function iso(at: Date | string): string {
  return new Date(at).toISOString();
}
