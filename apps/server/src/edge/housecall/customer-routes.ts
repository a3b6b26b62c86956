import { type Address, type Customer, CustomerId, done, type Result, refused } from '@ringdesk/shared';
import { addressIn, addressOut, NewAddressBody } from './addresses.ts';
import {
  CustomerBody,
  changeIn,
  customerIn,
  customerOrders,
  customerOut,
  NewCustomerBody,
  numberNames,
} from './customers.ts';
import { editCustomer } from './edit.ts';
import { theirPath } from './names.ts';
import { pageOut, readPaging } from './paging.ts';
import type { Asked, Route } from './route.ts';

/** Customers and their addresses. */
export const customerRoutes: readonly Route[] = [
  { method: 'GET', path: '/customers', right: 'customers.list', answer: listCustomers },
  { method: 'POST', path: '/customers', right: 'customer.create', status: 201, answer: createCustomer },
  {
    method: 'GET',
    path: '/customers/:customer_id',
    right: 'customer.read',
    answer: async (asked) => shown(asked, await asked.ask('customer.read', idOf(asked))),
  },
  { method: 'PUT', path: '/customers/:customer_id', right: 'customer.change', answer: changeCustomer },
  {
    method: 'GET',
    path: '/customers/:customer_id/addresses',
    right: 'addresses.list',
    answer: listAddresses,
  },
  {
    method: 'POST',
    path: '/customers/:customer_id/addresses',
    right: 'address.create',
    answer: createAddress,
  },
  {
    method: 'GET',
    path: '/customers/:customer_id/addresses/:address_id',
    right: 'address.read',
    answer: async (asked) =>
      located(await asked.ask('address.read', { ...idOf(asked), addressId: asked.at('address_id') })),
  },
];

async function listCustomers({ query, records }: Asked): Promise<Result<object>> {
  const paging = readPaging(query, customerOrders);
  if (!paging.ok) return paging;
  const q = query.one('q')?.trim() || null;
  if (q !== null && q.length > 120)
    return refused('INPUT_INVALID', undefined, {
      errors: [{ path: 'q', message: 'at most 120 characters' }],
    });
  const { items, total } = await records.pageOfCustomers({ ...paging.value.numbered, q });
  const customers = items.map((customer) => customerOut(customer, query));
  return done(pageOut('customers', paging.value, { items: customers, total }));
}

async function createCustomer(asked: Asked): Promise<Result<object>> {
  const body = asked.body(NewCustomerBody);
  if (!body.ok) return body;
  const customer = customerIn(body.value);
  return shown(asked, await asked.ask('customer.create', customer, naming(customer.phones)));
}

async function changeCustomer(asked: Asked): Promise<Result<object>> {
  const body = asked.body(CustomerBody);
  if (!body.ok) return body;
  const changed = await editCustomer(asked, (was) => {
    const change = changeIn(body.value, was);
    return { change, rename: naming(change.phones) };
  });
  return shown(asked, changed);
}

async function listAddresses(asked: Asked): Promise<Result<object>> {
  const paging = readPaging(asked.query, { created_at: 'createdAt', updated_at: 'updatedAt' });
  if (!paging.ok) return paging;
  const { sort, isDescending, offset, limit } = paging.value.numbered;
  const customer = await asked.ask('customer.read', idOf(asked));
  if (!customer.ok) return customer;
  const sorted = customer.value.addresses.toSorted((a, b) => (keyOf(a, sort) < keyOf(b, sort) ? -1 : 1));
  const items = (isDescending ? sorted.toReversed() : sorted).slice(offset, offset + limit).map(addressOut);
  return done(pageOut('addresses', paging.value, { items, total: sorted.length }));
}

function keyOf(address: Address, sort: 'createdAt' | 'updatedAt'): string {
  return `${address[sort]} ${address.id}`;
}

async function createAddress(asked: Asked): Promise<Result<object>> {
  const body = asked.body(NewAddressBody);
  if (!body.ok) return body;
  return located(await asked.ask('address.create', { ...addressIn(body.value), ...idOf(asked) }));
}

function idOf(asked: Asked): { readonly id: CustomerId } {
  return { id: CustomerId.parse(asked.at('customer_id')) };
}

function naming(phones: Parameters<typeof numberNames>[0] | undefined) {
  const named = numberNames(phones ?? []);
  return (path: string) => theirPath(named(path));
}

function shown({ query }: Asked, customer: Result<Customer>): Result<object> {
  return customer.ok ? done(customerOut(customer.value, query)) : customer;
}

function located(address: Result<Address>): Result<object> {
  return address.ok ? done(addressOut(address.value)) : address;
}
