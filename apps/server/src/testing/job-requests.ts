import { newId } from '@ringdesk/shared';
import { insertJob } from '../jobs/store.ts';
import { type HttpRequest, post } from './ask-http.ts';
import { patch } from './people.ts';
import { servedCustomer } from './served-customer.ts';
import { signIn } from './test-desk.ts';
import type { TestServer } from './test-server.ts';

const ids = { nowMs: Date.now, random: Math.random };
const from = '2026-11-24T15:00:00.000Z';
const to = '2026-11-24T17:00:00.000Z';

/** A good request for each operation on jobs; each call of one makes what it needs. */
export function jobRequests(server: TestServer) {
  const asked = async (request: HttpRequest = {}): Promise<HttpRequest> => {
    const { accessToken } = await signIn(server.url, 'rep', 'Booker');
    return { ...request, headers: { ...request.headers, authorization: `Bearer ${accessToken}` } };
  };
  const customer = () => servedCustomer({ db: server.db, ids });
  const booked = async () => {
    const { customerId, addressId } = await customer();
    const job = { id: newId.job(ids), customerId, addressId, title: 'Water heater leaks', description: '' };
    const rest = { status: 'unscheduled', schedule: null, lineItems: [], assigneeIds: [], tags: [] } as const;
    await insertJob(server.db, { ...job, ...rest, leadSource: null, callId: null, byId: null });
    return job.id;
  };
  return {
    'jobs.list': async () => ['/jobs?status=scheduled&limit=5', await asked()] as const,
    'jobs.taken': async () => {
      const { customerId } = await customer();
      return [`/jobs/taken?customerId=${customerId}&from=${from}&to=${to}`, await asked()] as const;
    },
    'jobs.free': async () => {
      const { customerId } = await customer();
      return [`/jobs/free?customerId=${customerId}&after=${from}&minutes=60`, await asked()] as const;
    },
    'jobs.assignees': async () => ['/jobs/assignees', await asked()] as const,
    'job.create': async () => {
      const { customerId, addressId } = await customer();
      const schedule = { start: from, end: to };
      const wish = { customerId, addressId, title: 'Water heater leaks', schedule };
      return ['/jobs', await asked(post(wish))] as const;
    },
    'job.read': async () => [`/jobs/${await booked()}`, await asked()] as const,
    'job.change': async () =>
      [`/jobs/${await booked()}`, await asked(patch({ version: 1, title: 'Water heater' }))] as const,
    'job.note': async () =>
      [`/jobs/${await booked()}/notes`, await asked(post({ text: 'bring a ladder' }))] as const,
  };
}
