import { refused } from '@ringdesk/shared';
import type { Handlers } from '../app.ts';

const soon = async () => refused('UNAVAILABLE');

export function customerHandlers(): Pick<
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
    'customers.list': soon,
    'customers.lookup': soon,
    'customers.import': soon,
    'customers.export': soon,
    'customer.create': soon,
    'customer.read': soon,
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
