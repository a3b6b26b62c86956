import type { Address, AddressId, CustomerId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { By } from './by.ts';
import { type AddressRow, addressOf } from './customer-row.ts';
import { searchedOf, wordsIn } from './searched.ts';
import { find, learnWords, type NewAddress } from './store.ts';

type Rows = Pick<Database, 'rows'>;

export interface OfCustomer {
  readonly id: CustomerId;
  readonly addressId: AddressId;
}

/** An address, if it is this customer's. */
export async function findAddress(db: Rows, { id, addressId }: OfCustomer): Promise<Address | null> {
  const [row] = await db.rows<AddressRow>(
    sql`SELECT * FROM addresses WHERE id = ${addressId} AND customer_id = ${id}`,
  );
  return row === undefined ? null : addressOf(row);
}

export async function insertAddress(tx: Rows, customerId: CustomerId, it: NewAddress): Promise<void> {
  await tx.rows(sql`INSERT INTO addresses (id, customer_id, kind, street, unit, city, state, zip, country, created_at, updated_at)
    VALUES (${it.id}, ${customerId}, ${it.kind}, ${it.street}, ${it.unit}, ${it.city}, ${it.state}, ${it.zip}, ${it.country},
      desk_now(), desk_now())`);
}

/** Writes an address of a held customer anew. */
export async function updateAddress(tx: Rows, it: Address): Promise<void> {
  await tx.rows(sql`UPDATE addresses SET kind = ${it.kind}, street = ${it.street}, unit = ${it.unit}, city = ${it.city},
      state = ${it.state}, zip = ${it.zip}, country = ${it.country}, version = version + 1, updated_at = desk_now()
    WHERE id = ${it.id} AND customer_id = ${it.customerId} AND version = ${it.version}`);
}

/** Removes an address of a held customer; false when a job uses it: jobs hold the customer, too, before they name one. */
export async function removeAddress(tx: Rows, { id, addressId }: OfCustomer): Promise<boolean> {
  const gone = await tx.rows(sql`DELETE FROM addresses WHERE id = ${addressId} AND customer_id = ${id}
    AND NOT EXISTS (SELECT FROM jobs WHERE address_id = ${addressId}) RETURNING id`);
  return gone.length === 1;
}

/**
 * After a change of addresses: what is searched, the zone if it follows them, and who changed the customer last. The zone is
 * a field of the customer, so that a new one makes a new version.
 */
export async function settleAddresses(
  tx: Rows,
  it: { readonly id: CustomerId; readonly by: By; readonly timeZone: string | null },
): Promise<void> {
  const customer = await find(tx, it.id);
  if (customer === null) return;
  const { searched } = searchedOf(customer);
  await learnWords(tx, wordsIn({ searched }));
  await tx.rows(sql`UPDATE customers SET searched = ${searched}, time_zone = coalesce(${it.timeZone}, time_zone),
    version = version + CASE WHEN ${it.timeZone} <> time_zone THEN 1 ELSE 0 END, updated_at = desk_now(), updated_by = ${it.by.byId} WHERE id = ${it.id}`);
}
