import {
  type Address,
  type Customer,
  type CustomerId,
  done,
  type IdSource,
  type Input,
  type Result,
  refused,
} from '@ringdesk/shared';
import type { App } from '../app.ts';
import type { Database } from '../database/database.ts';
import {
  findAddress,
  insertAddress,
  type OfCustomer,
  removeAddress,
  settleAddresses,
  updateAddress,
} from './addresses.store.ts';
import type { By } from './by.ts';
import { addressLine, type Change } from './changes.ts';
import { newAddress } from './create-customer.ts';
import { defaultZone, zoneOf } from './home-zone.ts';
import { hold, recordChange } from './store.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random'>;
type Tx = Pick<Database, 'rows'>;

const noAddress = 'This customer has no such address.';

/** Adds an address. The first one also tells in which zone a customer lives of whom nobody said it. */
export function addAddress(
  app: Parts,
  { id, ...said }: Input<'address.create'>,
  by: By,
): Promise<Result<Address>> {
  return ofHeld(app, { id, by }, async (tx, { customer, ids, keep }) => {
    const address = newAddress(said, ids);
    await insertAddress(tx, id, address);
    const isFirst = customer.addresses.length === 0 && customer.timeZone === defaultZone;
    const zone = isFirst ? zoneOf(address) : null;
    const moved = zone === null || zone === customer.timeZone ? [] : [zoneChange(customer, zone)];
    await keep([{ field: 'address', before: null, after: addressLine(address) }, ...moved], zone);
    return foundAddress(tx, { id, addressId: address.id });
  });
}

/** Changes what is given of an address and nothing else, unless it was changed since the version that was edited. */
export function changeAddress(
  app: Parts,
  { id, addressId, version, ...given }: Input<'address.change'>,
  by: By,
): Promise<Result<Address>> {
  return ofHeld(app, { id, by }, async (tx, { keep }) => {
    const was = await findAddress(tx, { id, addressId });
    if (was === null) return refused('NOT_FOUND', noAddress);
    const next: Address = { ...was, ...withoutUndefined(given) };
    if (isSame(was, next)) return done(was);
    if (was.version !== version) return refused('STALE', undefined, { version: was.version, address: was });
    await updateAddress(tx, next);
    await keep([{ field: 'address', before: addressLine(was), after: addressLine(next) }], null);
    return foundAddress(tx, { id, addressId });
  });
}

/** Removes an address that no job uses. */
export function deleteAddress(
  app: Parts,
  { id, addressId }: OfCustomer,
  by: By,
): Promise<Result<Record<string, never>>> {
  return ofHeld(app, { id, by }, async (tx, { keep }) => {
    const was = await findAddress(tx, { id, addressId });
    if (was === null) return refused('NOT_FOUND', noAddress);
    if (!(await removeAddress(tx, { id, addressId }))) return refused('ADDRESS_IN_USE');
    await keep([{ field: 'address', before: addressLine(was), after: null }], null);
    return done({});
  });
}

interface Held {
  readonly customer: Customer;
  readonly ids: IdSource;
  /** Keeps what is searched and the history in step; with a zone, the customer moves there. */
  readonly keep: (changes: readonly Change[], timeZone: string | null) => Promise<void>;
}

/** Does something with the addresses of a customer who is not archived, while nobody else does. */
function ofHeld<Value>(
  app: Parts,
  { id, by }: { readonly id: CustomerId; readonly by: By },
  work: (tx: Tx, held: Held) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  return app.db.transaction(async (tx) => {
    const customer = await hold(tx, id);
    if (customer === null) return refused('NOT_FOUND', 'There is no such customer.');
    if (customer.archivedAt !== null) return refused('CUSTOMER_ARCHIVED');
    const keep: Held['keep'] = async (changes, timeZone) => {
      await settleAddresses(tx, { id, by, timeZone });
      await recordChange(tx, ids, { id, by, changes });
    };
    return work(tx, { customer, ids, keep });
  });
}

async function foundAddress(tx: Tx, of: OfCustomer): Promise<Result<Address>> {
  const address = await findAddress(tx, of);
  if (address === null) throw new Error('an address that was just written is not there');
  return done(address);
}

function zoneChange(customer: Customer, zone: string): Change {
  return { field: 'timeZone', before: customer.timeZone, after: zone };
}

const shownFields = ['kind', 'street', 'unit', 'city', 'state', 'zip', 'country'] as const;

function isSame(a: Address, b: Address): boolean {
  return shownFields.every((field) => a[field] === b[field]);
}

type Given = Omit<Input<'address.change'>, 'id' | 'addressId' | 'version'>;

/** The fields that were named: one that is missing must not become one that is emptied. */
function withoutUndefined({ kind, street, unit, city, state, zip, country }: Given): Partial<Address> {
  return {
    ...(kind !== undefined && { kind }),
    ...(street !== undefined && { street }),
    ...(unit !== undefined && { unit }),
    ...(city !== undefined && { city }),
    ...(state !== undefined && { state }),
    ...(zip !== undefined && { zip }),
    ...(country !== undefined && { country }),
  };
}
