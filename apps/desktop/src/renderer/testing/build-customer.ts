import { Customer } from '@ringdesk/shared';

const at = '2026-11-24T15:00:00.000Z';

/** A customer as the server tells it; `over` says what matters to a test. */
export function buildCustomer(over: Partial<Customer> = {}): Customer {
  return Customer.parse({
    id: 'cus_1',
    name: 'Maria',
    firstName: 'Maria',
    lastName: null,
    company: null,
    email: null,
    phones: [],
    tags: [],
    notes: '',
    leadSource: null,
    timeZone: 'America/Chicago',
    addresses: [],
    archivedAt: null,
    version: 1,
    createdAt: at,
    createdBy: null,
    updatedAt: at,
    updatedBy: null,
    ...over,
  });
}
