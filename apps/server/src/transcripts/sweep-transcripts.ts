import type { App } from '../app.ts';
import { foldCall, unfolded } from './store.ts';

/** Folds the transcripts of calls that are over. Answers how many. */
export async function sweepTranscripts(app: Pick<App, 'db'>): Promise<number> {
  const over = await unfolded(app.db);
  for (const callId of over) await foldCall(app.db, callId);
  return over.length;
}
