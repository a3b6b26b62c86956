import type { Call, Refusal } from '@ringdesk/shared';
import { plainText } from '../ui/plain-text.ts';
import { queueMessages } from './queue.messages.ts';

/** Why the claim was refused, as a person would say it. */
export function sayRefusal(refusal: Refusal, call: Call): string {
  if (refusal.code === 'CALL_TAKEN' && call.repName !== null)
    return queueMessages.takenBy(plainText(call.repName));
  if (refusal.code === 'OFFERED_ELSEWHERE' && call.offeredToName !== null)
    return queueMessages.ringsFor(plainText(call.offeredToName));
  return refusal.message;
}
