import {
  type Customer,
  Customer as CustomerShape,
  type FieldError,
  type Job,
  Job as JobShape,
  type LineItem,
  type Result,
} from '@ringdesk/shared';

/** The moment at which the samples were made. */
export const at = '2026-11-24T16:00:00.000Z';
export const maria: Customer = CustomerShape.parse({
  id: 'cus_1',
  name: 'Maria Lopez',
  firstName: 'Maria',
  lastName: 'Lopez',
  company: null,
  email: null,
  phones: [
    { kind: 'mobile', number: '+14155550132', extension: null },
    { kind: 'mobile', number: '+14155550133', extension: null },
    { kind: 'work', number: '+14155550140', extension: null },
  ],
  tags: [],
  notes: 'Dog in the yard',
  leadSource: null,
  timeZone: 'America/Chicago',
  addresses: [],
  archivedAt: null,
  version: 1,
  createdAt: at,
  createdBy: null,
  updatedAt: at,
  updatedBy: null,
});
export const line = (id: string, more: Partial<LineItem> = {}): LineItem => ({
  id,
  name: id,
  description: null,
  kind: 'labor',
  unitPriceCents: 10_000,
  unitCostCents: 0,
  quantity: 1,
  isTaxable: true,
  ...more,
});
export const job: Job = JobShape.parse({
  id: 'job_1',
  number: 7,
  customerId: 'cus_1',
  customerName: 'Maria Lopez',
  addressId: 'adr_1',
  address: '12 Oak Street',
  timeZone: 'America/Chicago',
  callId: null,
  title: 'Water heater',
  description: 'Leaks',
  status: 'scheduled',
  schedule: { start: '2026-11-24T16:00:00.000Z', end: '2026-11-24T18:00:00.000Z', arrivalWindowMinutes: 30 },
  lineItems: [line('li_1'), line('li_2')],
  totalCents: 20_000,
  assignees: [],
  notes: [],
  tags: [],
  leadSource: null,
  startedAt: null,
  completedAt: null,
  canceledAt: null,
  version: 1,
  createdAt: at,
  createdBy: null,
  updatedAt: at,
});

/** The fields that a refusal names. */
export function errorsOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : (result.error.details?.errors ?? []).map(({ path }: FieldError) => path);
}
