import { z } from 'zod';
import { AddressId, CallId, CustomerId, JobId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Moment, PageRequest, pageOf } from '../kernel/page.ts';
import { Count, text } from '../kernel/text.ts';
import { Address, AddressFields, Customer, customerFields, Tag } from './customer.ts';

const OneCustomer = z.strictObject({ id: CustomerId });
const OneAddress = z.strictObject({ id: CustomerId, addressId: AddressId });
const Nothing = z.object({});
const NewCustomer = z.strictObject({
  ...customerFields,
  addresses: z.array(AddressFields).max(20).optional(),
});
const someone = {
  error: 'say at least one of first name, last name, company, email and phone',
  path: ['lastName'],
};

/** A found customer; `matched` names the fields that the words were found in, for highlighting. */
const Found = Customer.extend({ matched: z.array(z.enum(['name', 'company', 'email', 'phone', 'address'])) });

/** One thing that happened with a customer, newest first. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    at: Moment,
    callId: CallId,
    status: z.string(),
    topic: z.string().nullable(),
    disposition: z.string().nullable(),
    repName: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('job'),
    at: Moment,
    jobId: JobId,
    title: z.string(),
    status: z.string(),
    start: Moment.nullable(),
    end: Moment.nullable(),
  }),
  z.object({
    kind: z.literal('change'),
    at: Moment,
    byName: z.string().nullable(),
    changes: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** One line of a file, as its columns say it; nothing of it is trusted. */
const ImportRow = z.record(z.string().max(60), text(2000));

export const customerOperations = {
  'customers.list': operation({
    about:
      'Customers. With `q` a search as typed over name, company, email, phone and address, best first; without, by name, newest or last changed.',
    input: PageRequest.extend({
      q: text(120).trim().optional(),
      tag: Tag.optional(),
      leadSource: text(80).optional(),
      archived: z.enum(['no', 'only', 'too']).default('no'),
      sort: z.enum(['name', '-createdAt', '-updatedAt']).default('name'),
    }),
    output: z.object({ items: z.array(Found), nextCursor: z.string().nullable() }),
    http: { method: 'GET', path: '/customers' },
  }),
  'customers.lookup': operation({
    about:
      'Every customer with this number, however it is written: none, one or several, never a silent pick. Archived ones are in the list of customers.',
    input: z.strictObject({ phone: text(40).trim().min(3) }),
    output: z.object({ phone: z.string(), items: z.array(Customer), nextCursor: z.null() }),
    http: { method: 'GET', path: '/customers/lookup' },
  }),
  'customer.create': operation({
    about: 'Makes a customer, with addresses if given.',
    input: NewCustomer.refine(isSomeone, someone),
    output: Customer,
    http: { method: 'POST', path: '/customers', status: 201 },
  }),
  'customer.read': operation({
    about: 'One customer with addresses.',
    input: OneCustomer,
    output: Customer,
    http: { method: 'GET', path: '/customers/:id' },
  }),
  'customer.change': operation({
    about:
      'Changes what is given and nothing else. `version` is the customer that was edited; a newer one answers STALE.',
    input: OneCustomer.extend({ version: Count, ...customerFields }),
    output: Customer,
    refuses: ['CUSTOMER_ARCHIVED'],
    http: { method: 'PATCH', path: '/customers/:id' },
  }),
  'customer.delete': operation({
    about: 'Removes a customer; one with calls or jobs is archived instead and can be restored.',
    input: OneCustomer,
    output: z.object({ outcome: z.enum(['deleted', 'archived']) }),
    http: { method: 'DELETE', path: '/customers/:id' },
  }),
  'customer.restore': operation({
    about: 'Takes an archived customer back.',
    input: OneCustomer,
    output: Customer,
    http: { method: 'POST', path: '/customers/:id/restore' },
  }),
  'customer.timeline': operation({
    about: 'Calls, jobs and changes of a customer, newest first.',
    input: PageRequest.extend({ id: CustomerId }),
    output: pageOf(TimelineEntry),
    http: { method: 'GET', path: '/customers/:id/timeline' },
  }),
  'customers.import': operation({
    about:
      'Reads lines of a file as customers, at most 200 at once. With `isDryRun` nothing is written: each line is told as it would become, or what is wrong with it. Lines that are there already (same number or email) are told as such.',
    input: z.strictObject({
      rows: z.array(ImportRow).min(1).max(200),
      /** Our field for each column of the file. */
      columns: z.record(z.string().max(60), z.string().max(60)),
      isDryRun: z.boolean(),
      onDuplicate: z.enum(['skip', 'create', 'update']).default('skip'),
    }),
    output: z.object({
      results: z.array(
        z.object({
          line: z.number().int(),
          outcome: z.enum(['created', 'updated', 'skipped', 'refused']),
          customerId: CustomerId.nullable(),
          name: z.string().nullable(),
          problems: z.array(z.object({ path: z.string(), message: z.string() })),
        }),
      ),
    }),
    http: { method: 'POST', path: '/customers/import' },
  }),
  'customers.export': operation({
    about: 'Customers as CSV (RFC 4180), with the same filters as the list.',
    input: z.strictObject({
      q: text(120).trim().optional(),
      tag: Tag.optional(),
      leadSource: text(80).optional(),
      archived: z.enum(['no', 'only', 'too']).default('no'),
    }),
    output: z.string(),
    http: { method: 'GET', path: '/customers.csv', contentType: 'text/csv' },
  }),
  'addresses.list': operation({
    about: 'The addresses of a customer, the oldest first.',
    input: PageRequest.extend({ id: CustomerId }),
    output: pageOf(Address),
    http: { method: 'GET', path: '/customers/:id/addresses' },
  }),
  'address.create': operation({
    about: 'Adds an address to a customer.',
    input: AddressFields.extend({ id: CustomerId }),
    output: Address,
    refuses: ['CUSTOMER_ARCHIVED'],
    http: { method: 'POST', path: '/customers/:id/addresses', status: 201 },
  }),
  'address.read': operation({
    about: 'One address.',
    input: OneAddress,
    output: Address,
    http: { method: 'GET', path: '/customers/:id/addresses/:addressId' },
  }),
  'address.change': operation({
    about: 'Changes what is given of an address; a stale `version` answers STALE.',
    input: AddressFields.partial().extend({ id: CustomerId, addressId: AddressId, version: Count }),
    output: Address,
    refuses: ['CUSTOMER_ARCHIVED'],
    http: { method: 'PATCH', path: '/customers/:id/addresses/:addressId' },
  }),
  'address.delete': operation({
    about: 'Removes an address that no job uses.',
    input: OneAddress,
    output: Nothing,
    refuses: ['ADDRESS_IN_USE'],
    http: { method: 'DELETE', path: '/customers/:id/addresses/:addressId' },
  }),
} as const;

function isSomeone(it: {
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  company?: string | null | undefined;
  email?: string | null | undefined;
  phones?: readonly unknown[] | undefined;
}): boolean {
  const { firstName, lastName, company, email, phones = [] } = it;
  return phones.length > 0 || [firstName, lastName, company, email].some((part) => typeof part === 'string');
}
