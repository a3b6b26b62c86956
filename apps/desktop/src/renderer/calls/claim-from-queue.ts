import type { Call, Refusal } from '@ringdesk/shared';
import { notice } from '../ui/notices.store.ts';
import { claimCall } from './commands.ts';
import { queueMessages } from './queue.messages.ts';
import { pickCall } from './queue-view.store.ts';

/** Claims a waiting call with a click. A refusal is one sentence in the corner, with the name of who was quicker. */
export async function claimFromQueue(call: Call, latest: () => Call | null): Promise<void> {
  const answer = await claimCall(call.id);
  if (answer.ok) pickCall(null);
  else
    notice(
      sayRefusal(answer.error, latest() ?? call),
      answer.error.code === 'UNAVAILABLE' ? 'trouble' : 'info',
    );
}

/** Why the claim was refused, as a person would say it. */
export function sayRefusal(refusal: Refusal, call: Call): string {
  if (refusal.code === 'CALL_TAKEN' && call.repName !== null) return queueMessages.takenBy(call.repName);
  if (refusal.code === 'OFFERED_ELSEWHERE' && call.offeredToName !== null)
    return queueMessages.ringsFor(call.offeredToName);
  return refusal.message;
}
