import {
  type Call,
  type CallId,
  callRules,
  done,
  type Result,
  refused,
  stateOf,
  type UserId,
} from '@ringdesk/shared';
import type { App } from '../app.ts';
import { claim, find, holdsActiveCall } from './store.ts';

/** The rep takes the call. Claiming one's own active call again answers it, so a repeated request is harmless. */
export async function claimCall(
  app: Pick<App, 'db' | 'nudge'>,
  { callId, repId }: { readonly callId: CallId; readonly repId: UserId },
): Promise<Result<Call>> {
  const won = await claim(app.db, { callId, repId });
  if (won === 'busy') return refused('REP_BUSY');
  if (won !== null) {
    app.nudge();
    return done(won);
  }
  const call = await find(app.db, callId);
  if (call === null) return refused('CALL_UNKNOWN');
  const rule = callRules.claim(stateOf(call), {
    id: repId,
    holdsActiveCall: await holdsActiveCall(app.db, repId),
  });
  if (!rule.ok) return rule;
  // Either it is this rep's already, or it came free in the moment between the two looks.
  return call.status === 'active' ? done(call) : refused('CALL_TAKEN');
}
