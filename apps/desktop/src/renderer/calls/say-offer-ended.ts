import type { Call, Payload, UserId } from '@ringdesk/shared';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { callMessages } from './call.messages.ts';
import { deskCallNow, meNow } from './desk.store.ts';

const say = callMessages.offer;

/** The word of what became of the call may come just after the word that its offer ended. */
const settleMs = 250;

/** Tells in the corner why an offer left that the rep did not answer. */
export function sayOfferEnded({ callId, outcome }: Payload<'call.offer-ended'>): void {
  setTimeout(() => {
    const sentence = whyEnded(outcome, deskCallNow(callId), meNow()?.id ?? null);
    if (sentence !== '') notice(sentence, outcome === 'missed' ? 'careful' : 'info');
  }, settleMs);
}

/** Why an offer is gone, in one sentence; empty when the rep answered it and knows. */
export function whyEnded(
  outcome: Payload<'call.offer-ended'>['outcome'],
  call: Pick<Call, 'status' | 'offeredTo' | 'repId' | 'repName' | 'callerName'> | null,
  me: UserId | null,
): string {
  if (call === null) return say.ended[outcome];
  if (outcome === 'missed' && call.status === 'waiting') return say.missedAlone;
  if (outcome === 'missed' && call.status === 'offered' && call.offeredTo === me) return say.missedAgain;
  if (outcome !== 'withdrawn') return say.ended[outcome];
  if (call.status === 'abandoned')
    return say.callerLeft(plainText(call.callerName ?? callMessages.theCaller));
  if (call.repId !== null && call.repId === me) return '';
  if (call.repId !== null && call.repName !== null) return say.takenBy(plainText(call.repName));
  return say.ended.withdrawn;
}
