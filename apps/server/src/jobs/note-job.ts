import { done, type Input, type Job, newId, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { findJob, insertNote } from './store.ts';

/** Adds a note to a job. */
export async function noteJob(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  { id: jobId, text }: Input<'job.note'>,
  byId: string | null,
): Promise<Result<Job>> {
  const id = `note_${newId.row({ nowMs: app.clock.nowMs, random: app.random })}`;
  const isNoted = await insertNote(app.db, { id, jobId, text, byId });
  const job = isNoted ? await findJob(app.db, jobId) : null;
  return job === null ? refused('NOT_FOUND', 'There is no such job.') : done(job);
}
