import { type Call, type CallId, type CallState, type Result, refused, stateOf } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { find } from './store.ts';

/** Why a conditional update found no row: the rule says it for the call as it is now. */
export async function explainRefusal(
  app: Pick<App, 'db'>,
  callId: CallId,
  rule: (state: CallState) => Result<CallState>,
): Promise<Result<Call>> {
  const call = await find(app.db, callId);
  if (call === null) return refused('CALL_UNKNOWN');
  const verdict = rule(stateOf(call));
  // The rule would allow it now: the call changed between the two looks, and asking again will do.
  return verdict.ok ? refused('STALE') : verdict;
}
