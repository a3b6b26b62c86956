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

/** How often a claim looks again at a call that changed hands while it was looking. */
const mostLooks = 3;

/** The rep takes the call. Claiming one's own active call again answers it, so a repeated request is harmless. */
export async function claimCall(
  app: Pick<App, 'db' | 'nudge'>,
  { callId, repId }: { readonly callId: CallId; readonly repId: UserId },
): Promise<Result<Call>> {
  for (let looks = 1; ; looks++) {
    const won = await claim(app.db, { callId, repId });
    if (won === 'busy') return refused('REP_BUSY');
    if (won !== null) {
      app.nudge();
      return done(won);
    }
    const call = await find(app.db, callId);
    if (call === null) return refused('CALL_UNKNOWN');
    const rule = callRules.claim(stateOf(call), { id: repId, holdsActiveCall: false });
    if (!rule.ok) return rule;
    if (call.status === 'active') return done(call);
    if (await holdsActiveCall(app.db, repId)) return refused('REP_BUSY');
    // It came free, or began to ring for this rep, in the moment between the two looks.
    if (looks === mostLooks) return refused('CALL_TAKEN');
  }
}
