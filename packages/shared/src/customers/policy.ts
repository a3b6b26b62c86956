import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about customers. */
export const customerPolicy = {
  'customers.list': 'reps and services with read-records',
  'customers.lookup': 'reps and services with read-records',
  'customers.import': 'supervisors',
  'customers.export': 'supervisors',
  'customer.create': 'reps and services with write-records',
  'customer.read': 'reps and services with read-records',
  'customer.change': 'reps and services with write-records',
  'customer.delete': 'reps and services with write-records',
  'customer.restore': 'reps and services with write-records',
  'customer.timeline': 'reps and services with read-records',
  'addresses.list': 'reps and services with read-records',
  'address.create': 'reps and services with write-records',
  'address.read': 'reps and services with read-records',
  'address.change': 'reps and services with write-records',
  'address.delete': 'reps and services with write-records',
} as const satisfies Policy;
