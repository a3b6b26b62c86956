import { type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { conflictsWith, type KeptJob } from './store.ts';

/** The refusal of a time that is taken, with the jobs in the way as they are now; null when none is any more. */
export async function refuseOverlap(
  app: Pick<App, 'db'>,
  { id, customerId, schedule }: Pick<KeptJob, 'id' | 'customerId' | 'schedule'>,
): Promise<Result<never> | null> {
  if (schedule === null) throw new Error('a job without a time cannot overlap');
  const conflicts = await conflictsWith(app.db, { ...schedule, customerId, exceptId: id });
  return conflicts.length === 0 ? null : refused('JOB_OVERLAPS', undefined, { conflicts });
}
