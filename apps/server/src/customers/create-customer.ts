import {
  type Customer,
  done,
  type IdSource,
  type Input,
  newId,
  type Result,
  refused,
} from '@ringdesk/shared';
import type { App } from '../app.ts';
import type { By } from './by.ts';
import { changesBetween } from './changes.ts';
import { defaultZone, zoneOf } from './home-zone.ts';
import { readPhones, uniqueTags } from './phones.ts';
import { find, insertAll, type NewAddress, type NewCustomer } from './store.ts';

type Said = Input<'customer.create'>;

/** Makes a customer with numbers and addresses, or nothing at all. */
export async function createCustomer(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  said: Said,
  by: By,
): Promise<Result<Customer>> {
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  const customer = newCustomer(said, ids);
  if (!customer.ok) return customer;
  return app.db.transaction(async (tx) => {
    await insertAll(tx, [customer.value], { by, ids });
    const made = await find(tx, customer.value.id);
    if (made === null) throw new Error('a customer that was just made is not there');
    return done(made);
  });
}

/** What was said as it is kept: numbers in E.164, each tag once, the zone of the first address unless one is named. */
export function newCustomer(said: Said, ids: IdSource): Result<NewCustomer> {
  const addresses = inOrder((said.addresses ?? []).map((address) => newAddress(address, ids)));
  const [home] = addresses;
  const { phones, errors } = readPhones(said.phones ?? [], home?.country);
  if (errors.length > 0) return refused('INPUT_INVALID', undefined, { errors: [...errors] });
  const fields = {
    firstName: said.firstName ?? null,
    lastName: said.lastName ?? null,
    company: said.company ?? null,
    email: said.email ?? null,
    phones: [...phones],
    tags: [...uniqueTags(said.tags ?? [])],
    notes: said.notes ?? '',
    leadSource: said.leadSource ?? null,
    timeZone: said.timeZone ?? (home && zoneOf(home)) ?? defaultZone,
  };
  return done({ id: newId.customer(ids), ...fields, addresses, changes: changesBetween(null, fields) });
}

/** What was made at one moment is listed by its ids: these go up in the order in which the addresses were said. */
function inOrder(addresses: readonly NewAddress[]): readonly NewAddress[] {
  const ids = addresses.map(({ id }) => id).toSorted();
  return addresses.map((address, i) => ({ ...address, id: ids[i] ?? address.id }));
}

export function newAddress(said: NonNullable<Said['addresses']>[number], ids: IdSource): NewAddress {
  return {
    id: newId.address(ids),
    kind: said.kind ?? 'service',
    street: said.street,
    unit: said.unit ?? null,
    city: said.city ?? null,
    state: said.state ?? null,
    zip: said.zip ?? null,
    country: said.country ?? 'US',
  };
}
