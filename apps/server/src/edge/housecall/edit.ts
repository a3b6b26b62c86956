import { type Customer, CustomerId, type Job, JobId, type Result } from '@ringdesk/shared';
import { theirPath } from './names.ts';
import type { Asked, CustomerChange, JobChange } from './route.ts';

/** Their records carry no version, so who writes at the moment when a desk or another node does tries again instead of hearing of it. */
const mostTurns = 25;

async function inTurn<Value>(turn: () => Promise<Result<Value>>): Promise<Result<Value>> {
  for (let turns = 1; ; turns++) {
    const result = await turn();
    if (result.ok || result.error.code !== 'STALE' || turns === mostTurns) return result;
  }
}

/** Reads the job of the path, and writes what is to change of it as it is now. */
export function editJob(
  { ask, at }: Asked,
  changeOf: (job: Job) => Result<JobChange>,
  rename: (path: string) => string = theirPath,
): Promise<Result<{ readonly was: Job; readonly job: Job }>> {
  const id = JobId.parse(at('job_id'));
  return inTurn(async () => {
    const was = await ask('job.read', { id });
    if (!was.ok) return was;
    const change = changeOf(was.value);
    if (!change.ok) return change;
    const job = await ask('job.change', { ...change.value, id, version: was.value.version }, rename);
    return job.ok ? { ok: true, value: { was: was.value, job: job.value } } : job;
  });
}

/** The same with the customer of the path. */
export function editCustomer(
  { ask, at }: Asked,
  changeOf: (was: Customer) => { readonly change: CustomerChange; readonly rename: (path: string) => string },
): Promise<Result<Customer>> {
  const id = CustomerId.parse(at('customer_id'));
  return inTurn(async () => {
    const was = await ask('customer.read', { id });
    if (!was.ok) return was;
    const { change, rename } = changeOf(was.value);
    return ask('customer.change', { ...change, id, version: was.value.version }, rename);
  });
}
