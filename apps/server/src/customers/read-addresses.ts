import { type Address, type CustomerId, done, type Output, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { findAddress, type OfCustomer } from './addresses.store.ts';
import { find } from './store.ts';

/** The addresses of a customer, the oldest first. */
export async function listAddresses(
  app: Pick<App, 'db'>,
  id: CustomerId,
): Promise<Result<Output<'addresses.list'>>> {
  const customer = await find(app.db, id);
  if (customer === null) return refused('NOT_FOUND', 'There is no such customer.');
  return done({ items: customer.addresses, nextCursor: null });
}

/** One address of this customer; somebody else's is as if it were not there. */
export async function readAddress(app: Pick<App, 'db'>, of: OfCustomer): Promise<Result<Address>> {
  const address = await findAddress(app.db, of);
  return address === null ? refused('NOT_FOUND', 'This customer has no such address.') : done(address);
}
