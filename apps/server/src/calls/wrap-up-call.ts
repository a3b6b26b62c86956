import { type Call, type CallId, callRules, done, type Result, type UserId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { sql } from '../database/sql.ts';
import { explainRefusal } from './explain-refusal.ts';
import { close } from './store.ts';

interface WrapUp {
  readonly callId: CallId;
  readonly repId: UserId;
  readonly disposition: string;
  readonly notes: string | null;
}

/** Closes a call with its disposition; its rep may be asked for the next one. */
export async function wrapUpCall(app: Pick<App, 'db' | 'nudge'>, wrapUp: WrapUp): Promise<Result<Call>> {
  const { callId, repId, disposition, notes } = wrapUp;
  const [call] = await close(app.db, {
    which: sql`id = ${callId} AND rep_id = ${repId}`,
    disposition,
    notes,
  });
  if (call === undefined) return explainRefusal(app, callId, (state) => callRules.wrapUp(state, repId));
  app.nudge();
  return done(call);
}
