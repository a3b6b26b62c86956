import { z } from 'zod';
import { AddressId, CallId, CustomerId, JobId, UserId } from '../kernel/ids.ts';
import { Moment, ZonedMoment } from '../kernel/page.ts';
import { Count, line, text } from '../kernel/text.ts';

export const JobStatus = z.enum(['unscheduled', 'scheduled', 'in_progress', 'completed', 'canceled']);
export type JobStatus = z.infer<typeof JobStatus>;

/** What a job may become, by what it is. A job with a schedule is never `unscheduled`, one without never `scheduled`. */
export const nextStatuses: Readonly<Record<JobStatus, readonly JobStatus[]>> = {
  unscheduled: ['scheduled', 'canceled'],
  scheduled: ['unscheduled', 'in_progress', 'completed', 'canceled'],
  in_progress: ['scheduled', 'completed', 'canceled'],
  completed: ['in_progress'],
  canceled: ['unscheduled', 'scheduled'],
};

export const LineItemKind = z.enum([
  'labor',
  'materials',
  'fixed discount',
  'percent discount',
  'fixed gratuity',
]);

/** One line of what is charged: prices in whole cents, at most two decimals in the quantity. */
export const LineItem = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  kind: LineItemKind,
  unitPriceCents: z.number().int(),
  unitCostCents: z.number().int(),
  quantity: z.number(),
  isTaxable: z.boolean(),
});
export type LineItem = z.infer<typeof LineItem>;

const Cents = z.number().int().min(-100_000_000).max(100_000_000);
const wholePercent = 10_000;

const NewLineItem = z
  .strictObject({
    /** Of a line that is there already and stays; a line without is new. */
    id: z.string().max(40).optional(),
    name: line(200, 'expected some words'),
    description: text(2000).nullable().optional(),
    kind: LineItemKind.default('labor'),
    unitPriceCents: Cents.default(0),
    unitCostCents: Cents.default(0),
    quantity: z.number().min(0).max(1_000_000).multipleOf(0.01).default(1),
    isTaxable: z.boolean().default(true),
  })
  .refine(({ kind, unitPriceCents }) => kind === 'labor' || kind === 'materials' || unitPriceCents >= 0, {
    error: 'expected it without a minus: the kind says whether it comes off or on top',
    path: ['unitPriceCents'],
  })
  .refine(({ kind, unitPriceCents }) => kind !== 'percent discount' || unitPriceCents <= wholePercent, {
    error: `expected hundredths of a percent, at most ${wholePercent}`,
    path: ['unitPriceCents'],
  });

/** What the lines of one job may move, in cents: far from where whole numbers lose their last digit. */
const mostCents = 100_000_000_000;

export const NewLineItems = z
  .array(NewLineItem)
  .max(200)
  .refine(
    (lines) =>
      lines.reduce((sum, line) => sum + Math.abs(line.unitPriceCents * line.quantity), 0) <= mostCents,
    `the lines of a job come to at most ${mostCents} cents`,
  );

/** When a job takes place: from `start` up to, not including, `end`. */
export const Schedule = z.object({
  start: Moment,
  end: Moment,
  /** How much later than `start` the crew may arrive, in minutes. */
  arrivalWindowMinutes: z.number().int(),
});
export type Schedule = z.infer<typeof Schedule>;

const longestJobDays = 31;

export const NewSchedule = z
  .strictObject({
    start: ZonedMoment,
    end: ZonedMoment,
    arrivalWindowMinutes: z.number().int().min(0).max(1440).default(0),
  })
  .refine(({ start, end }) => Date.parse(start) < Date.parse(end), {
    error: 'the end must come after the start',
    path: ['end'],
  })
  .refine(({ start, end }) => Date.parse(end) - Date.parse(start) <= longestJobDays * 86_400_000, {
    error: `a job takes at most ${longestJobDays} days`,
    path: ['end'],
  });

export const JobNote = z.object({
  id: z.string(),
  text: z.string(),
  byId: UserId.nullable(),
  byName: z.string().nullable(),
  at: Moment,
});

/** A ticket: what is to be done for a customer, where and when. */
export const Job = z.object({
  id: JobId,
  /** A number that people can say; it grows. */
  number: z.number().int(),
  customerId: CustomerId,
  customerName: z.string(),
  addressId: AddressId,
  /** The address in one line, as it is now. */
  address: z.string(),
  /** The zone in which this job's times are meant: the customer's. */
  timeZone: z.string(),
  callId: CallId.nullable(),
  title: z.string(),
  description: z.string(),
  status: JobStatus,
  schedule: Schedule.nullable(),
  lineItems: z.array(LineItem),
  totalCents: z.number().int(),
  assignees: z.array(z.object({ id: UserId, name: z.string() })),
  notes: z.array(JobNote),
  tags: z.array(z.string()),
  leadSource: z.string().nullable(),
  startedAt: Moment.nullable(),
  completedAt: Moment.nullable(),
  canceledAt: Moment.nullable(),
  version: Count,
  createdAt: Moment,
  createdBy: UserId.nullable(),
  updatedAt: Moment,
});
export type Job = z.infer<typeof Job>;

/** A job that is in the way of another. */
export const JobConflict = z.object({ jobId: JobId, start: Moment, end: Moment, title: z.string() });
