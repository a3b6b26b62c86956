import { done, type Input, type Job, type Result, refused, statusAfter } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { refusalFor } from './check-footing.ts';
import { keptLines } from './line-items.ts';
import { refuseOverlap } from './refuse-overlap.ts';
import { findFooting, findJob, updateJob } from './store.ts';

type Wish = Input<'job.change'>;

/** Changes what is given of a job, when it is still at the version that was edited. */
export async function changeJob(app: Pick<App, 'db' | 'clock' | 'random'>, wish: Wish): Promise<Result<Job>> {
  const job = await findJob(app.db, wish.id);
  if (job === null) return refused('NOT_FOUND', 'There is no such job.');
  if (job.version !== wish.version) return refused('STALE', undefined, { version: job.version });
  const isUnfit = await checkChanged(app, job, wish);
  if (isUnfit !== null) return isUnfit;
  const schedule = wish.schedule === undefined ? job.schedule : wish.schedule;
  const becomes = statusAfter(job.status, { status: statusWish(job, wish), hasSchedule: schedule !== null });
  if ('allowed' in becomes) return refused('JOB_STATUS_BARRED', undefined, { allowed: becomes.allowed });
  const next = {
    ...job,
    version: wish.version,
    addressId: wish.addressId ?? job.addressId,
    title: wish.title ?? job.title,
    description: wish.description ?? job.description,
    status: becomes.status,
    schedule,
    lineItems: wish.lineItems === undefined ? job.lineItems : keptLines(app, wish.lineItems, job.lineItems),
    assigneeIds: [...new Set(wish.assigneeIds ?? job.assignees.map((one) => one.id))],
    tags: [...new Set(wish.tags ?? job.tags)],
    leadSource: wish.leadSource === undefined ? job.leadSource : wish.leadSource,
  };
  const changed = await updateJob(app.db, next);
  if (changed === 'overlaps') return refuseOverlap(app, next);
  if (changed !== null) return done(changed);
  const newer = await findJob(app.db, wish.id);
  return refused('STALE', undefined, newer === null ? undefined : { version: newer.version });
}

/** Whatever is newly leaned on must be there; what was there before may stay as it is. */
async function checkChanged(app: Pick<App, 'db'>, job: Job, wish: Wish): Promise<Result<never> | null> {
  const { customerId } = job;
  const before = new Set<string>(job.assignees.map((one) => one.id));
  const assigneeIds = (wish.assigneeIds ?? []).filter((id) => !before.has(id));
  const addressId = wish.addressId ?? job.addressId;
  const footing = await findFooting(app.db, { customerId, addressId, callId: null, assigneeIds });
  // A job of an archived customer may still be canceled or completed.
  const stillServed = footing.customer === 'archived' ? { ...footing, customer: 'there' as const } : footing;
  return refusalFor(stillServed, { customerId, callId: null, assigneeIds });
}

/** A job whose time is taken away or given, without a word about its status, follows its time. */
function statusWish(job: Job, wish: Wish): Job['status'] | undefined {
  if (wish.status !== undefined) return wish.status;
  return wish.schedule === undefined ? job.status : undefined;
}
