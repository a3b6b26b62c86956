import { type Customer, type CustomerId, done, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { find } from './store.ts';

/** One customer with numbers and addresses, archived or not. */
export async function readCustomer(app: Pick<App, 'db'>, id: CustomerId): Promise<Result<Customer>> {
  const customer = await find(app.db, id);
  return customer === null ? refused('NOT_FOUND', 'There is no such customer.') : done(customer);
}
