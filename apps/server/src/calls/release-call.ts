import { type Call, type CallId, callRules, done, type Result, type UserId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { explainRefusal } from './explain-refusal.ts';
import { release } from './store.ts';

/** Gives an active call back to the front of the queue, with the waiting time it had. */
export async function releaseCall(
  app: Pick<App, 'db' | 'nudge'>,
  { callId, repId }: { readonly callId: CallId; readonly repId: UserId },
): Promise<Result<Call>> {
  const call = await release(app.db, { callId, repId });
  if (call === null) return explainRefusal(app, callId, (state) => callRules.release(state, repId));
  app.nudge();
  return done(call);
}
