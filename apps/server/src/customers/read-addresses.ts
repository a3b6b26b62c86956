import { type Address, done, type Input, type Output, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { findAddress, type OfCustomer } from './addresses.store.ts';
import { AddressPlaceShape, badCursor, cursorOf, readCursor } from './page-place.ts';
import { find } from './store.ts';

/** A page of the addresses of a customer, the oldest first. */
export async function listAddresses(
  app: Pick<App, 'db'>,
  { id, cursor, limit }: Input<'addresses.list'>,
): Promise<Result<Output<'addresses.list'>>> {
  const after = readCursor(AddressPlaceShape, cursor);
  if (after === 'unreadable') return badCursor;
  const customer = await find(app.db, id);
  if (customer === null) return refused('NOT_FOUND', 'There is no such customer.');
  const rest = customer.addresses.filter((it) => after === null || isBehind(it, after));
  const items = rest.slice(0, limit);
  const last = rest.length > limit ? items.at(-1) : undefined;
  return done({
    items,
    nextCursor: last === undefined ? null : cursorOf({ at: last.createdAt, id: last.id }),
  });
}

function isBehind(it: Address, after: { readonly at: string; readonly id: string }): boolean {
  return it.createdAt > after.at || (it.createdAt === after.at && it.id > after.id);
}

/** One address of this customer; somebody else's is as if it were not there. */
export async function readAddress(app: Pick<App, 'db'>, of: OfCustomer): Promise<Result<Address>> {
  const address = await findAddress(app.db, of);
  return address === null ? refused('NOT_FOUND', 'This customer has no such address.') : done(address);
}
