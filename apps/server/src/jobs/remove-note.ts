import { done, type Job, type JobId, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { deleteNote, findJob } from './store.ts';

/** Takes a note off a job. */
export async function removeNote(
  app: Pick<App, 'db'>,
  of: { readonly jobId: JobId; readonly noteId: string },
): Promise<Result<Job>> {
  const isRemoved = await deleteNote(app.db, of);
  const job = await findJob(app.db, of.jobId);
  if (job === null) return refused('NOT_FOUND', 'There is no such job.');
  return isRemoved ? done(job) : refused('NOT_FOUND', 'This job has no such note.');
}
