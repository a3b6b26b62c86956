import { type Address, type Customer, type CustomerId, type IdSource, newId } from '@ringdesk/shared';
import { type Database, sqlState } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { By } from './by.ts';
import type { Change } from './changes.ts';
import { type CustomerRow, customerOf, customersWhole } from './customer-row.ts';
import { nameJobs } from './jobs-named.store.ts';
import { searchedOf, withRemains, wordsIn } from './searched.ts';

type Rows = Pick<Database, 'rows'>;

/** A customer that begins, normalised. */
export type NewCustomer = Pick<
  Customer,
  | 'id'
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'email'
  | 'phones'
  | 'tags'
  | 'notes'
  | 'leadSource'
  | 'timeZone'
> & {
  readonly addresses: readonly NewAddress[];
  readonly changes: readonly Change[];
};
export type NewAddress = Pick<
  Address,
  'id' | 'kind' | 'street' | 'unit' | 'city' | 'state' | 'zip' | 'country'
>;

/** Somebody names the row: as PostgreSQL says it from 18 on, and before. */
const namedElsewhere = ['23001', '23503'];

export async function find(db: Rows, id: CustomerId): Promise<Customer | null> {
  const [row] = await db.rows<CustomerRow>(customersWhole(sql`(SELECT * FROM customers WHERE id = ${id})`));
  return row === undefined ? null : customerOf(row);
}

/** The customer, kept from other writers until the transaction is over; jobs and calls may still be linked. */
export async function hold(tx: Rows, id: CustomerId): Promise<Customer | null> {
  const held = await tx.rows(sql`SELECT id FROM customers WHERE id = ${id} FOR NO KEY UPDATE`);
  // Read only now: what was seen before the lock may have changed while waiting for it.
  return held.length === 0 ? null : find(tx, id);
}

/** Stores customers with numbers, addresses and the first entry of their history, all in one statement. */
export async function insertAll(
  db: Rows,
  customers: readonly NewCustomer[],
  { by, ids }: { readonly by: By; readonly ids: IdSource },
): Promise<void> {
  if (customers.length === 0) return;
  const said = customers.map((it) => ({ ...it, ...searchedOf(it), changeId: newId.row(ids) }));
  await learnWords(db, new Set(said.flatMap(wordsIn)));
  await db.rows(sql`WITH said AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS said(id text, "firstName" text, "lastName" text,
        company text, email text, notes text, "leadSource" text, tags text[], "timeZone" text, searched text, "sortName" text,
        "spokenName" text, "companyName" text, phones jsonb, addresses jsonb, changes jsonb, "changeId" text)
    ), customer AS (
      INSERT INTO customers (id, first_name, last_name, company, email, notes, lead_source, tags, time_zone, searched, sort_name,
        spoken_name, company_name, created_at, created_by, updated_at, updated_by)
      SELECT id, "firstName", "lastName", company, email, notes, "leadSource", tags, "timeZone", searched, "sortName",
        "spokenName", "companyName", desk_now(), ${by.byId}, desk_now(), ${by.byId} FROM said
    ), phone AS (
      INSERT INTO customer_phones (customer_id, kind, number, extension, position)
      SELECT said.id, phone->>'kind', phone->>'number', coalesce(phone->>'extension', ''), place
      FROM said, jsonb_array_elements(said.phones) WITH ORDINALITY AS phones(phone, place)
    ), address AS (
      INSERT INTO addresses (id, customer_id, kind, street, unit, city, state, zip, country, created_at, updated_at)
      SELECT a.id, said.id, a.kind, a.street, a.unit, a.city, a.state, a.zip, a.country, desk_now(), desk_now()
      FROM said, jsonb_to_recordset(said.addresses) AS a(id text, kind text, street text, unit text, city text, state text,
        zip text, country text)
    ) INSERT INTO customer_changes (id, customer_id, at, by_id, by_client, changes)
      SELECT "changeId", id, desk_now(), ${by.byId}, ${by.byClient}, changes FROM said`);
}

/** Writes a held customer anew, if it still is of that version. */
export async function update(
  tx: Rows,
  customer: Customer,
  { by, version }: { readonly by: By; readonly version: number },
): Promise<boolean> {
  const { searched, sortName, spokenName, companyName } = searchedOf(customer);
  await learnWords(tx, wordsIn({ searched }));
  const written =
    await tx.rows(sql`UPDATE customers SET first_name = ${customer.firstName}, last_name = ${customer.lastName},
      company = ${customer.company}, email = ${customer.email}, notes = ${customer.notes},
      lead_source = ${customer.leadSource}, tags = ${customer.tags}, time_zone = ${customer.timeZone},
      searched = ${searched}, sort_name = ${sortName}, spoken_name = ${spokenName}, company_name = ${companyName},
      version = version + 1, updated_at = desk_now(), updated_by = ${by.byId}
    WHERE id = ${customer.id} AND version = ${version} RETURNING id`);
  await nameJobs(tx, customer.id);
  return written.length === 1;
}

export async function replacePhones(tx: Rows, { id, phones }: Customer): Promise<void> {
  await tx.rows(sql`DELETE FROM customer_phones WHERE customer_id = ${id}`);
  await tx.rows(sql`INSERT INTO customer_phones (customer_id, kind, number, extension, position)
    SELECT ${id}, kind, number, coalesce(extension, ''), place FROM unnest(${phones.map((it) => it.kind)}::text[],
      ${phones.map((it) => it.number)}::text[], ${phones.map((it) => it.extension)}::text[])
      WITH ORDINALITY AS phones(kind, number, extension, place)`);
}

/** Keeps who changed what, in the caller's transaction. */
export async function recordChange(
  tx: Rows,
  ids: IdSource,
  it: { readonly id: CustomerId; readonly by: By; readonly changes: readonly Change[] },
): Promise<void> {
  await tx.rows(sql`INSERT INTO customer_changes (id, customer_id, at, by_id, by_client, changes)
    VALUES (${newId.row(ids)}, ${it.id}, desk_now(), ${it.by.byId}, ${it.by.byClient}, ${JSON.stringify(it.changes)}::jsonb)`);
}

/** Removes a customer unless calls or jobs hang on it: then PostgreSQL refuses, and there is no moment between. */
export async function remove(db: Rows, id: CustomerId): Promise<'deleted' | 'has history' | 'missing'> {
  try {
    const gone = await db.rows(sql`DELETE FROM customers WHERE id = ${id} RETURNING id`);
    return gone.length === 1 ? 'deleted' : 'missing';
  } catch (error) {
    if (namedElsewhere.includes(sqlState(error) ?? '')) return 'has history';
    throw error;
  }
}

/** Archives a customer, or takes it back; false when it is so already, or is not there. */
export async function setArchived(
  tx: Rows,
  { id, by, isArchived }: { readonly id: CustomerId; readonly by: By; readonly isArchived: boolean },
): Promise<boolean> {
  const changed = await tx.rows(sql`UPDATE customers
    SET archived_at = CASE WHEN ${isArchived}::boolean THEN desk_now() END, version = version + 1,
      updated_at = desk_now(), updated_by = ${by.byId}
    WHERE id = ${id} AND (archived_at IS NULL) = ${isArchived}::boolean RETURNING id`);
  return changed.length === 1;
}

/** How many customers there are, counted no further than `most`. */
export async function countUpTo(db: Rows, most: number): Promise<number> {
  return (await db.rows(sql`SELECT FROM customers LIMIT ${most}`)).length;
}

/** Every customer with this number in E.164 that is not archived, the last changed first. */
export async function withPhone(db: Rows, number: string): Promise<readonly Customer[]> {
  const rows = await db.rows<CustomerRow>(
    sql`${customersWhole(sql`(SELECT * FROM customers WHERE archived_at IS NULL
      AND id IN (SELECT customer_id FROM customer_phones WHERE number = ${number}))`)} ORDER BY c.updated_at DESC, c.id DESC`,
  );
  return rows.map(customerOf);
}

/** Adds words to the dictionary that slips are looked up in. In one order, so that two writers never wait for each other. */
export async function learnWords(db: Rows, words: Iterable<string>): Promise<void> {
  const unknown = await db.rows<{
    word: string;
  }>(sql`SELECT word FROM unnest(${[...words]}::text[]) AS said(word)
    WHERE NOT EXISTS (SELECT FROM customer_words known WHERE known.word = said.word)`);
  if (unknown.length === 0) return;
  const learned = unknown
    .map((it) => it.word)
    .sort()
    .map(withRemains);
  await db.rows(sql`INSERT INTO customer_words (word, remains)
    SELECT word, remains FROM jsonb_to_recordset(${JSON.stringify(learned)}::jsonb) AS learned(word text, remains text[])
    ON CONFLICT (word) DO NOTHING`);
}
