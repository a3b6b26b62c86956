import {
  type Address,
  type Customer,
  type CustomerId,
  operations,
  type Question,
  type Result,
  type UserId,
} from '@ringdesk/shared';
import { createCustomer } from '../customers/create-customer.ts';
import { listCustomers } from '../customers/list-customers.ts';
import type { Floor } from './floor.ts';

export const dana = { byId: 'usr_dana' as UserId, byClient: null };

/** What a verb answers when it is not refused. */
export function good<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Makes a customer as a rep would, from what a door would have read. */
export async function makeCustomer(
  { app }: Pick<Floor, 'app'>,
  said: Question<'customer.create'> = { firstName: 'Maria', lastName: 'Lopez' },
  by = dana,
): Promise<Customer> {
  return good(await createCustomer(app, operations['customer.create'].input.parse(said), by));
}

/** The customers that a list or a search shows, page by page until the end. */
export async function allListed(
  { app }: Pick<Floor, 'app'>,
  asked: Question<'customers.list'>,
): Promise<readonly Customer[]> {
  const found: Customer[] = [];
  for (let cursor: string | undefined; ; ) {
    const input = operations['customers.list'].input.parse({ ...asked, ...(cursor && { cursor }) });
    const page = good(await listCustomers(app, input));
    found.push(...page.items);
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
}

export const namesOf = (customers: readonly Pick<Customer, 'name'>[]) => customers.map((it) => it.name);
export const nobody = 'cus_nobody' as CustomerId;
export const addressOf = (customer: Customer): Address => {
  const [first] = customer.addresses;
  if (first === undefined) throw new Error(`${customer.name} has no address`);
  return first;
};
