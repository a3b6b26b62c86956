import type { App, Handlers } from '../app.ts';
import { byOf } from './by.ts';
import { addAddress, changeAddress, deleteAddress } from './change-addresses.ts';
import { changeCustomer } from './change-customer.ts';
import { createCustomer } from './create-customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { exportCustomers } from './export-customers.ts';
import { importCustomers } from './import-customers.ts';
import { listCustomers } from './list-customers.ts';
import { lookupCustomers } from './lookup-customers.ts';
import { listAddresses, readAddress } from './read-addresses.ts';
import { readCustomer } from './read-customer.ts';
import { readTimeline } from './read-timeline.ts';
import { restoreCustomer } from './restore-customer.ts';

type CustomerHandlers = Pick<
  Handlers,
  Extract<
    keyof Handlers,
    `customer.${string}` | `customers.${string}` | `address.${string}` | `addresses.${string}`
  >
>;

export function customerHandlers(app: Pick<App, 'db' | 'clock' | 'random'>): CustomerHandlers {
  return {
    'customers.list': ({ input }) => listCustomers(app, input),
    'customers.lookup': ({ input }) => lookupCustomers(app, input),
    'customers.import': ({ input, asker }) => importCustomers(app, input, byOf(asker)),
    'customers.export': ({ input }) => exportCustomers(app, input),
    'customer.create': ({ input, asker }) => createCustomer(app, input, byOf(asker)),
    'customer.read': ({ input }) => readCustomer(app, input.id),
    'customer.change': ({ input, asker }) => changeCustomer(app, input, byOf(asker)),
    'customer.delete': ({ input, asker }) => deleteCustomer(app, input.id, byOf(asker)),
    'customer.restore': ({ input, asker }) => restoreCustomer(app, input.id, byOf(asker)),
    'customer.timeline': ({ input }) => readTimeline(app, input),
    'addresses.list': ({ input }) => listAddresses(app, input),
    'address.create': ({ input, asker }) => addAddress(app, input, byOf(asker)),
    'address.read': ({ input }) => readAddress(app, input),
    'address.change': ({ input, asker }) => changeAddress(app, input, byOf(asker)),
    'address.delete': ({ input, asker }) => deleteAddress(app, input, byOf(asker)),
  };
}
