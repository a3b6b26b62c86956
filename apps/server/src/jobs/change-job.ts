import { done, type Input, type Job, type Result, refused, statusAfter } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { refusalFor } from './check-footing.ts';
import { keptLines } from './line-items.ts';
import { refuseOverlap } from './refuse-overlap.ts';
import { findFooting, findJob, type KeptJob, updateJob } from './store.ts';
import { untilSettled } from './until-settled.ts';

type Wish = Input<'job.change'>;

/** Changes what is given of a job, when it is still at the version that was edited. */
export function changeJob(app: Pick<App, 'db' | 'clock' | 'random'>, wish: Wish): Promise<Result<Job>> {
  return untilSettled(() => attempt(app, wish));
}

async function attempt(app: Pick<App, 'db' | 'clock' | 'random'>, wish: Wish): Promise<Result<Job> | null> {
  const job = await findJob(app.db, wish.id);
  if (job === null) return refused('NOT_FOUND', 'There is no such job.');
  const next = wished(app, job, wish);
  // The same again, after an answer that was lost on the way, is no conflict.
  if (!('allowed' in next) && isSame(job, next)) return done(job);
  if (job.version !== wish.version) return refused('STALE', undefined, { version: job.version, job });
  if ('allowed' in next) return refused('JOB_STATUS_BARRED', undefined, { allowed: next.allowed });
  const isUnfit = await checkChanged(app, job, wish);
  if (isUnfit !== null) return isUnfit;
  const changed = await updateJob(app.db, { ...next, version: wish.version });
  if (changed === 'overlaps') return refuseOverlap(app, next);
  return changed === 'moved' ? null : done(changed);
}

/** The job as it is wished, or what it may become instead. */
function wished(
  app: Pick<App, 'clock' | 'random'>,
  job: Job,
  wish: Wish,
): KeptJob | { readonly allowed: readonly Job['status'][] } {
  const schedule = wish.schedule === undefined ? job.schedule : wish.schedule;
  const becomes = statusAfter(job.status, { status: statusWish(job, wish), hasSchedule: schedule !== null });
  if ('allowed' in becomes) return becomes;
  return {
    id: job.id,
    customerId: job.customerId,
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
}

/** Whether a job says already what is wished; lines are the same when they say the same, whatever their ids. */
function isSame(job: Job, next: KeptJob): boolean {
  return said({ ...job, assigneeIds: job.assignees.map((one) => one.id) }) === said(next);
}

function said(it: Omit<KeptJob, 'id' | 'customerId'>): string {
  const { addressId, title, description, status, schedule, tags, leadSource } = it;
  const lines = it.lineItems.map(({ name, description: about, kind, ...line }) => [
    name,
    about,
    kind,
    line.unitPriceCents,
    line.unitCostCents,
    line.quantity,
    line.isTaxable,
  ]);
  const time = schedule && [schedule.start, schedule.end, schedule.arrivalWindowMinutes];
  const who = it.assigneeIds.toSorted();
  return JSON.stringify([addressId, title, description, status, time, lines, who, tags, leadSource]);
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
