import { type Call, type CallId, callRules, done, type Result, type UserId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { explainRefusal } from './explain-refusal.ts';
import { end } from './store.ts';

/** The rep ends the conversation; the wrap-up begins and its deadline is a row. */
export async function endCall(
  app: Pick<App, 'db' | 'nudge' | 'routing'>,
  { callId, repId }: { readonly callId: CallId; readonly repId: UserId },
): Promise<Result<Call>> {
  const call = await end(app.db, { callId, repId, wrapUpSeconds: app.routing.wrapUpSeconds });
  if (call === null) return explainRefusal(app, callId, (state) => callRules.end(state, repId));
  app.nudge();
  return done(call);
}
