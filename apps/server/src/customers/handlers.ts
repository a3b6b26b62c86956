import { refused } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import { byOf } from './by.ts';
import { createCustomer } from './create-customer.ts';
import { listCustomers } from './list-customers.ts';
import { lookupCustomers } from './lookup-customers.ts';
import { readCustomer } from './read-customer.ts';

const soon = async () => refused('UNAVAILABLE');

export function customerHandlers(
  app: Pick<App, 'db' | 'clock' | 'random'>,
): Pick<
  Handlers,
  | 'customers.list'
  | 'customers.lookup'
  | 'customers.import'
  | 'customers.export'
  | 'customer.create'
  | 'customer.read'
  | 'customer.change'
  | 'customer.delete'
  | 'customer.restore'
  | 'customer.timeline'
  | 'addresses.list'
  | 'address.create'
  | 'address.read'
  | 'address.change'
  | 'address.delete'
> {
  return {
    'customers.list': ({ input }) => listCustomers(app, input),
    'customers.lookup': ({ input }) => lookupCustomers(app, input),
    'customers.import': soon,
    'customers.export': soon,
    'customer.create': ({ input, asker }) => createCustomer(app, input, byOf(asker)),
    'customer.read': ({ input }) => readCustomer(app, input.id),
    'customer.change': soon,
    'customer.delete': soon,
    'customer.restore': soon,
    'customer.timeline': soon,
    'addresses.list': soon,
    'address.create': soon,
    'address.read': soon,
    'address.change': soon,
    'address.delete': soon,
  };
}
