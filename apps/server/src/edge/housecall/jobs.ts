import {
  type Customer,
  done,
  type Job,
  type JobStatus,
  type Question,
  type Result,
  refused,
  totalCents,
} from '@ringdesk/shared';
import { z } from 'zod';
import { addressOut } from './addresses.ts';
import { company } from './company.ts';
import { customerOfJobOut } from './customers.ts';
import { LineBody, lineIn, workOf } from './line-items.ts';
import { isExpanded, type Query } from './query.ts';
import type { JobFilter, JobOrder } from './records.ts';
import { ScheduleBody, scheduleIn, scheduleOut } from './schedules.ts';
import { boundIn } from './times.ts';

/** A new job. Numbers are given here, so a wished `invoice_number` is not taken; there are no `job_fields`. */
export const JobBody = z.object({
  customer_id: z.string(),
  address_id: z.string(),
  schedule: ScheduleBody.nullish(),
  assigned_employee_ids: z.array(z.string()).nullish(),
  line_items: z.array(LineBody).nullish(),
  tags: z.array(z.string()).nullish(),
  lead_source: z.string().nullish(),
  notes: z.string().max(20_000).nullish(),
});

export const NoteBody = z.object({ content: z.string() });
export const TagBody = z.object({ tag_id: z.string() });

/** Their attributes to sort by, and our orders. */
export const jobOrders = {
  created_at: 'createdAt',
  updated_at: 'updatedAt',
  invoice_number: 'number',
  id: 'id',
  description: 'title',
  work_status: 'status',
} as const satisfies Record<string, JobOrder>;

/** What their jobs are, by what ours are. Nobody rates here, and who cancels is the company. */
const workStatuses: Readonly<Record<JobStatus, string>> = {
  unscheduled: 'needs scheduling',
  scheduled: 'scheduled',
  in_progress: 'in progress',
  completed: 'complete unrated',
  canceled: 'pro canceled',
};

/** What ours are, by the words of their filter and those of their answers. */
const statuses: Readonly<Record<string, JobStatus>> = {
  unscheduled: 'unscheduled',
  'needs scheduling': 'unscheduled',
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  'in progress': 'in_progress',
  completed: 'completed',
  'complete rated': 'completed',
  'complete unrated': 'completed',
  canceled: 'canceled',
  'user canceled': 'canceled',
  'pro canceled': 'canceled',
};

/** A job is called by its first line; one without lines by this. */
const unnamed = 'Service call';

export function jobIn(body: z.infer<typeof JobBody>, timeZone: string): Result<Question<'job.create'>> {
  const schedule = scheduleIn(body.schedule, timeZone);
  if (!schedule.ok) return schedule;
  const lineItems = (body.line_items ?? []).map(lineIn);
  return done({
    customerId: body.customer_id,
    addressId: body.address_id,
    title: lineItems[0]?.name || unnamed,
    schedule: schedule.value,
    lineItems,
    assigneeIds: [...(body.assigned_employee_ids ?? [])],
    tags: [...(body.tags ?? [])],
    leadSource: body.lead_source ?? null,
  });
}

/** The filters of a list of jobs. */
export function filterIn(query: Query): Result<JobFilter> {
  const bad: string[] = [];
  const bound = (name: string) => {
    const text = query.one(name);
    const read = text === null || text === '' ? null : boundIn(text);
    if (text && read === null) bad.push(name);
    return read;
  };
  const words = query.all('work_status');
  const wished = words.map((word) => (Object.hasOwn(statuses, word) ? statuses[word] : undefined));
  const filter = {
    customerId: idIn(query.one('customer_id') || null),
    assigneeIds: query
      .all('employee_ids')
      .map((id) => idIn(id))
      .filter((id) => id !== null),
    statuses: wished.filter((status) => status !== undefined),
    startsFrom: bound('scheduled_start_min'),
    startsTo: bound('scheduled_start_max'),
    endsFrom: bound('scheduled_end_min'),
    endsTo: bound('scheduled_end_max'),
  };
  const errors = bad.map((path) => ({ path, message: 'expected a time such as 2026-11-24T15:30:00' }));
  if (wished.includes(undefined))
    errors.push({
      path: 'work_status',
      message: 'expected some of unscheduled, scheduled, in_progress, completed, canceled',
    });
  return errors.length > 0 ? refused('INPUT_INVALID', undefined, { errors }) : done(filter);
}

/** What cannot be an id is nobody's, and finds nothing. */
function idIn(text: string | null): string | null {
  return text === null || /^\w{1,60}$/.test(text) ? text : 'nobody';
}

interface Around {
  readonly customer: Customer;
  /** Those who have the job, in their shape. */
  readonly employees: readonly object[];
  readonly query: Query;
}

/** A job in their shape. There are no payments here, so all of it is outstanding. */
export function jobOut(job: Job, { customer, employees, query }: Around): object {
  const address = customer.addresses.find((one) => one.id === job.addressId);
  return {
    id: job.id,
    invoice_number: String(job.number),
    description: [job.title, job.description].filter((part) => part !== '').join('\n'),
    customer: customerOfJobOut(customer),
    address: address === undefined ? null : addressOut(address),
    notes: job.notes.map(noteOut),
    work_status: workStatuses[job.status],
    work_timestamps: { on_my_way_at: null, started_at: job.startedAt, completed_at: job.completedAt },
    schedule: scheduleOut(job, isExpanded(query, 'appointments')),
    total_amount: job.totalCents,
    outstanding_balance: job.totalCents,
    subtotal: totalCents(workOf(job.lineItems)),
    assigned_employees: employees,
    tags: job.tags,
    original_estimate_id: null,
    original_estimate_uuids: [],
    lead_source: job.leadSource,
    job_fields: {},
    created_at: job.createdAt,
    updated_at: job.updatedAt,
    canceled_at: null,
    deleted_at: job.canceledAt,
    ...company,
    ...(isExpanded(query, 'attachments') && { attachments: [] }),
  };
}

export function noteOut({ id, text }: Job['notes'][number]): object {
  return { id, content: text };
}
