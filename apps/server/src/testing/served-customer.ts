import { type AddressId, type CustomerId, type IdSource, newId } from '@ringdesk/shared';
import { searchedOf } from '../customers/searched.ts';
import { sql } from '../database/sql.ts';
import type { Floor } from './floor.ts';

/** A customer with one address, written straight into the tables: for tests of what hangs on customers. */
export async function servedCustomer(
  of: Pick<Floor, 'db'> &
    ({ readonly app: Pick<Floor['app'], 'clock' | 'random'> } | { readonly ids: IdSource }),
  { timeZone = 'America/Chicago', lastName = 'Lopez' } = {},
): Promise<{ customerId: CustomerId; addressId: AddressId }> {
  const { db } = of;
  const ids = 'ids' in of ? of.ids : { nowMs: of.app.clock.nowMs, random: of.app.random };
  const { searched } = searchedOf({
    firstName: 'Maria',
    lastName,
    company: null,
    email: null,
    phones: [],
    addresses: [],
  });
  const customerId = newId.customer(ids);
  const addressId = newId.address(ids);
  await db.rows(sql`WITH customer AS (
      INSERT INTO customers (id, first_name, last_name, tags, time_zone, searched)
      VALUES (${customerId}, 'Maria', ${lastName}, '{}', ${timeZone}, ${searched})
      RETURNING id
    ) INSERT INTO addresses (id, customer_id, street, city, state, zip)
      SELECT ${addressId}, id, '12 Oak Street', 'Springfield', 'IL', '62701' FROM customer`);
  return { customerId, addressId };
}
