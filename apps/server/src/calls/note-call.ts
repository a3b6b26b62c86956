import { type Call, type CallId, done, type Result, refused, type UserId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { find, writeNote } from './store.ts';

interface Note {
  readonly callId: CallId;
  readonly repId: UserId;
  readonly text: string;
  readonly version: number;
}

/** Keeps the notes of a call, unless it was changed since the version that the rep edited. */
export async function noteCall(app: Pick<App, 'db' | 'nudge'>, note: Note): Promise<Result<Call>> {
  const noted = await writeNote(app.db, note);
  if (noted !== null) {
    app.nudge();
    return done(noted);
  }
  const call = await find(app.db, note.callId);
  if (call === null) return refused('CALL_UNKNOWN');
  if (call.repId !== note.repId) return refused('NOT_YOURS');
  // The same words again, after an answer that was lost on the way, are no conflict.
  if (call.notes === note.text) return done(call);
  return refused('STALE', undefined, { version: call.version, notes: call.notes });
}
