import { z } from 'zod';
import { AddressId, CallId, CustomerId, JobId, UserId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Moment, PageRequest, pageOf } from '../kernel/page.ts';
import { Count, line, lineOrNone, text } from '../kernel/text.ts';
import { Job, JobStatus, NewLineItems, NewSchedule } from './job.ts';

const OneJob = z.strictObject({ id: JobId });
const fields = {
  addressId: AddressId,
  title: line(200, 'expected some words'),
  description: text(20_000),
  schedule: NewSchedule.nullable(),
  lineItems: NewLineItems,
  assigneeIds: z.array(UserId).max(20),
  tags: z.array(line(40, 'expected a word')).max(30),
  leadSource: lineOrNone(80),
};
/** Ids in one parameter, separated by commas. */
const Ids = z
  .string()
  .max(1000)
  .transform((list) => list.split(',').filter((one) => one !== ''))
  .pipe(z.array(UserId).max(20));
/** A range that is taken, and by what. */
const Taken = z.object({
  jobId: JobId,
  title: z.string(),
  start: Moment,
  end: Moment,
  customerId: CustomerId,
  customerName: z.string(),
  assigneeIds: z.array(UserId),
  /** Taken by this very customer: nothing else fits there. By an assignee only: it may be booked all the same. */
  by: z.enum(['customer', 'assignee']),
});

export const jobOperations = {
  'jobs.list': operation({
    about:
      'Jobs: by status, customer, assignee, call, and those whose time touches `from` to `to`; with `q` those whose title, number or customer name has every word, accents ignored.',
    input: PageRequest.extend({
      q: text(120).trim().optional(),
      status: JobStatus.optional(),
      customerId: CustomerId.optional(),
      assigneeId: UserId.optional(),
      callId: CallId.optional(),
      from: Moment.optional(),
      to: Moment.optional(),
      sort: z.enum(['-createdAt', 'start', '-start']).default('-createdAt'),
    }),
    output: pageOf(Job),
    http: { method: 'GET', path: '/jobs' },
  }),
  'jobs.taken': operation({
    about: 'What is taken between two moments, for a customer and for assignees.',
    input: z.strictObject({
      customerId: CustomerId.optional(),
      assigneeIds: Ids.optional(),
      from: Moment,
      to: Moment,
      exceptJobId: JobId.optional(),
    }),
    output: z.object({ items: z.array(Taken), nextCursor: z.null() }),
    http: { method: 'GET', path: '/jobs/taken' },
  }),
  'jobs.free': operation({
    about:
      'The next free times of a length, at working hours of the customer’s zone, when neither the customer nor an assignee is taken.',
    input: z.strictObject({
      customerId: CustomerId,
      assigneeIds: Ids.optional(),
      after: Moment,
      minutes: z.coerce.number().int().min(15).max(1440),
      limit: z.coerce.number().int().min(1).max(10).default(3),
    }),
    output: z.object({ items: z.array(z.object({ start: Moment, end: Moment })), nextCursor: z.null() }),
    http: { method: 'GET', path: '/jobs/free' },
  }),
  'jobs.assignees': operation({
    about: 'Who may be given a job.',
    input: z.strictObject({}),
    output: z.object({ items: z.array(z.object({ id: UserId, name: z.string() })), nextCursor: z.null() }),
    http: { method: 'GET', path: '/jobs/assignees' },
  }),
  'job.create': operation({
    about:
      'Books a job. A time that overlaps another job of the customer is refused with JOB_OVERLAPS and the jobs in the way; back to back is fine.',
    input: z.strictObject({
      customerId: CustomerId,
      addressId: fields.addressId,
      callId: CallId.optional(),
      title: fields.title,
      description: fields.description.optional(),
      schedule: fields.schedule.optional(),
      status: JobStatus.optional(),
      lineItems: fields.lineItems.optional(),
      assigneeIds: fields.assigneeIds.optional(),
      tags: fields.tags.optional(),
      leadSource: fields.leadSource.optional(),
    }),
    output: Job,
    refuses: ['JOB_OVERLAPS', 'JOB_STATUS_BARRED', 'CUSTOMER_ARCHIVED', 'CUSTOMER_UNLINKED'],
    http: { method: 'POST', path: '/jobs', status: 201 },
  }),
  'job.read': operation({
    about: 'One job.',
    input: OneJob,
    output: Job,
    http: { method: 'GET', path: '/jobs/:id' },
  }),
  'job.change': operation({
    about:
      'Changes what is given and nothing else; a schedule of null takes the time away. A stale `version` answers STALE, a status that cannot follow JOB_STATUS_BARRED, an overlap JOB_OVERLAPS.',
    input: z.strictObject({
      id: JobId,
      version: Count,
      addressId: fields.addressId.optional(),
      title: fields.title.optional(),
      description: fields.description.optional(),
      schedule: fields.schedule.optional(),
      status: JobStatus.optional(),
      lineItems: fields.lineItems.optional(),
      assigneeIds: fields.assigneeIds.optional(),
      tags: fields.tags.optional(),
      leadSource: fields.leadSource.optional(),
    }),
    output: Job,
    refuses: ['JOB_OVERLAPS', 'JOB_STATUS_BARRED'],
    http: { method: 'PATCH', path: '/jobs/:id' },
  }),
  'job.note': operation({
    about: 'Adds a note to a job.',
    input: OneJob.extend({ text: text(20_000).trim().min(1) }),
    output: Job,
    http: { method: 'POST', path: '/jobs/:id/notes', status: 201 },
  }),
} as const;
