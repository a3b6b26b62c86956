import {
  type Call,
  type CallId,
  callRules,
  done,
  missesUntilNotResponding,
  type Result,
  type UserId,
} from '@ringdesk/shared';
import type { App } from '../app.ts';
import { sql } from '../database/sql.ts';
import { explainRefusal } from './explain-refusal.ts';
import { endOffers } from './store.ts';

/** The rep says no to an offer; the next rep is asked at once. */
export async function declineCall(
  app: Pick<App, 'db' | 'nudge'>,
  { callId, repId }: { readonly callId: CallId; readonly repId: UserId },
): Promise<Result<Call>> {
  const [call] = await endOffers(app.db, {
    which: sql`c.id = ${callId} AND o.rep_id = ${repId}`,
    outcome: 'declined',
    missesUntilNotResponding,
    onBusyRow: 'wait',
  });
  if (call === undefined) return explainRefusal(app, callId, (state) => callRules.endOffer(state, repId));
  app.nudge();
  return done(call);
}
