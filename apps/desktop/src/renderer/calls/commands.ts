import type { Answer, Call, CallId, CustomerId } from '@ringdesk/shared';
import { ask } from '../realtime/desk-client.ts';
import { callAnswered } from './desk.store.ts';

/** Takes a waiting call, or the one that rings for me. */
export const claimCall = (callId: CallId) => keeping(ask('call.claim', { callId }));

/** Says no to the offer of this call. */
export const declineCall = (callId: CallId) => keeping(ask('call.decline', { callId }));

/** Gives my active call back to the front of the queue. */
export const releaseCall = (callId: CallId) => keeping(ask('call.release', { callId }));

/** Ends the conversation; the wrap-up begins. */
export const endCall = (callId: CallId) => keeping(ask('call.end', { callId }));

/** Closes a call with the key of its disposition, and with last notes if given. */
export const wrapUpCall = (callId: CallId, disposition: string, notes?: string) =>
  keeping(
    ask('call.wrap-up', notes === undefined ? { callId, disposition } : { callId, disposition, notes }),
  );

/** Keeps the notes; `version` is the call that was edited, a newer one answers STALE. */
export const noteCall = (callId: CallId, text: string, version: number) =>
  keeping(ask('call.note', { callId, text, version }));

/** Links the call to a customer, or with null to nobody again. */
export const linkCall = (callId: CallId, customerId: CustomerId | null) =>
  keeping(ask('call.link', { callId, customerId }));

/** The desk shows an answered call at once and not only when its event comes. */
async function keeping(asked: Promise<Answer<Call>>): Promise<Answer<Call>> {
  const answer = await asked;
  if (answer.ok) callAnswered(answer.value);
  return answer;
}
