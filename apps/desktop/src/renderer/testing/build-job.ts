import { type Job, newId, seededRandom } from '@ringdesk/shared';

let built = 0;
const source = { nowMs: () => Date.UTC(2026, 10, 21), random: seededRandom(7) };

/** A job with nothing special about it, each with an id of its own. */
export function buildJob(over: Partial<Job> = {}): Job {
  built += 1;
  return {
    id: newId.job(source),
    number: built,
    customerId: newId.customer(source),
    customerName: 'Maria Lopez',
    addressId: newId.address(source),
    address: '12 Oak Street, Austin, TX',
    timeZone: 'America/Chicago',
    callId: null,
    title: 'Water heater',
    description: '',
    status: 'unscheduled',
    schedule: null,
    lineItems: [],
    totalCents: 0,
    assignees: [],
    notes: [],
    tags: [],
    leadSource: null,
    startedAt: null,
    completedAt: null,
    canceledAt: null,
    version: 1,
    createdAt: '2026-11-21T10:00:00.000Z',
    createdBy: null,
    updatedAt: '2026-11-21T10:00:00.000Z',
    ...over,
  };
}
