import { done, type Input, type Job, newId, type Result, refused, statusAfter } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { refusalFor } from './check-footing.ts';
import { keptLines } from './line-items.ts';
import { refuseOverlap } from './refuse-overlap.ts';
import { findFooting, insertJob } from './store.ts';
import { untilSettled } from './until-settled.ts';

/** Books a job for a customer; an overlap with another of their jobs is refused, with the jobs in the way. */
export async function createJob(
  app: Pick<App, 'db' | 'clock' | 'random' | 'nudge'>,
  wish: Input<'job.create'>,
  byId: string | null,
): Promise<Result<Job>> {
  const booked = await untilSettled(() => attempt(app, wish, byId));
  if (booked.ok && booked.value.callId !== null) app.nudge();
  return booked;
}

async function attempt(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  wish: Input<'job.create'>,
  byId: string | null,
): Promise<Result<Job> | null> {
  const { customerId, addressId, callId = null, schedule = null, assigneeIds = [] } = wish;
  const isUnfit = refusalFor(await findFooting(app.db, { customerId, addressId, callId, assigneeIds }), {
    customerId,
    callId,
    assigneeIds,
  });
  if (isUnfit !== null) return isUnfit;
  const becomes = statusAfter(null, { status: wish.status, hasSchedule: schedule !== null });
  if ('allowed' in becomes) return refused('JOB_STATUS_BARRED', undefined, { allowed: becomes.allowed });
  const job = {
    id: newId.job({ nowMs: app.clock.nowMs, random: app.random }),
    customerId,
    addressId,
    callId,
    byId,
    title: wish.title,
    description: wish.description ?? '',
    status: becomes.status,
    schedule,
    lineItems: keptLines(app, wish.lineItems ?? [], []),
    assigneeIds: [...new Set(assigneeIds)],
    tags: [...new Set(wish.tags ?? [])],
    leadSource: wish.leadSource ?? null,
  };
  const booked = await insertJob(app.db, job);
  if (booked === 'overlaps') return refuseOverlap(app, job);
  return booked === 'moved' ? null : done(booked);
}
