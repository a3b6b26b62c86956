import { z } from 'zod';
import { CallId, UserId } from '../kernel/ids.ts';
import { Moment } from '../kernel/page.ts';
import { done, type Result, refused } from '../kernel/result.ts';

export const CallStatus = z.enum(['waiting', 'offered', 'active', 'wrap_up', 'closed', 'abandoned']);
export type CallStatus = z.infer<typeof CallStatus>;

/** One caller on the line, from ring to closed, as desks and integrators see it. */
export const Call = z.object({
  id: CallId,
  status: CallStatus,
  from: z.string(),
  callerName: z.string().nullable(),
  line: z.string(),
  priority: z.number().int(),
  queuedAt: Moment,
  offeredTo: UserId.nullable(),
  offeredToName: z.string().nullable(),
  repId: UserId.nullable(),
  repName: z.string().nullable(),
  claimedAt: Moment.nullable(),
  endedAt: Moment.nullable(),
  wrapUpEndsAt: Moment.nullable(),
  wrappedAt: Moment.nullable(),
  customerId: z.string().nullable(),
  patientId: z.string().nullable(),
  jobIds: z.array(z.string()),
  disposition: z.string().nullable(),
  notes: z.string(),
  topic: z.string().nullable(),
  version: z.number().int(),
  lastSeq: z.number().int(),
});
export type Call = z.infer<typeof Call>;

/** The life of a call; each state carries only what is true in it. */
export type CallState =
  | { readonly status: 'waiting' }
  | { readonly status: 'offered'; readonly offeredTo: UserId }
  | { readonly status: 'active'; readonly repId: UserId }
  | { readonly status: 'wrap_up'; readonly repId: UserId }
  | { readonly status: 'closed'; readonly repId: UserId | null }
  | { readonly status: 'abandoned' };

/** The state in a flat call; a call whose fields do not fit its status is a bug and throws. */
export function stateOf(call: Pick<Call, 'status' | 'offeredTo' | 'repId'>): CallState {
  const { status, offeredTo, repId } = call;
  if (status === 'waiting' || status === 'abandoned') return { status };
  if (status === 'closed') return { status, repId };
  if (status === 'offered' && offeredTo !== null) return { status, offeredTo };
  if ((status === 'active' || status === 'wrap_up') && repId !== null) return { status, repId };
  throw new Error(`a call is ${status} without its rep`);
}

/** Over: the caller is gone and nobody works on it any more. */
export function isOver(call: Pick<Call, 'status'>): boolean {
  return call.status === 'closed' || call.status === 'abandoned';
}

/** The caller is on the line. */
export function isOnTheLine(call: Pick<Call, 'status'>): boolean {
  return call.status === 'waiting' || call.status === 'offered' || call.status === 'active';
}

/** Asks a rep to take a waiting call. */
export function offer(call: CallState, repId: UserId): Result<CallState> {
  if (call.status === 'waiting') return done({ status: 'offered', offeredTo: repId });
  return refused(call.status === 'offered' ? 'OFFERED_ELSEWHERE' : gone(call));
}

/** Takes the call: one's own offer, or a waiting call that nobody is being asked for. Exactly one rep wins. */
export function claim(
  call: CallState,
  rep: { readonly id: UserId; readonly holdsActiveCall: boolean },
): Result<CallState> {
  if (call.status === 'active' && call.repId === rep.id) return done(call);
  if (call.status !== 'waiting' && call.status !== 'offered') return refused(gone(call));
  if (call.status === 'offered' && call.offeredTo !== rep.id) return refused('OFFERED_ELSEWHERE');
  if (rep.holdsActiveCall) return refused('REP_BUSY');
  return done({ status: 'active', repId: rep.id });
}

/** The offer ends without a claim (declined, missed, withdrawn): the call waits again, with its old waiting time. */
export function endOffer(call: CallState, repId: UserId): Result<CallState> {
  if (call.status === 'offered' && call.offeredTo === repId) return done({ status: 'waiting' });
  return refused('OFFER_EXPIRED');
}

/** Gives an active call back to the front of the queue. Also what happens when its rep vanished. */
export function release(call: CallState, repId: UserId): Result<CallState> {
  const held = heldBy(call, repId);
  return held.ok ? done({ status: 'waiting' }) : held;
}

/** The conversation is over; the wrap-up begins. */
export function end(call: CallState, repId: UserId): Result<CallState> {
  const held = heldBy(call, repId);
  return held.ok ? done({ status: 'wrap_up', repId }) : held;
}

/** The caller hung up: an active call goes to wrap-up, one that nobody had taken is abandoned. */
export function hangUp(call: CallState): Result<CallState> {
  if (call.status === 'active') return done({ status: 'wrap_up', repId: call.repId });
  if (call.status === 'waiting' || call.status === 'offered') return done({ status: 'abandoned' });
  return refused('CALL_ENDED');
}

/** The rep has picked a disposition, or the time for it ran out. */
export function wrapUp(call: CallState, repId: UserId): Result<CallState> {
  if (call.status === 'closed' || call.status === 'abandoned') return refused('CALL_ENDED');
  if (call.status === 'wrap_up' && call.repId === repId) return done({ status: 'closed', repId });
  if (call.status === 'active' && call.repId === repId) return refused('CALL_ACTIVE');
  return refused('NOT_YOURS');
}

/** Says whose call it is: the rep who holds it, during the conversation and after. */
export function link(call: CallState, repId: UserId): Result<CallState> {
  if (call.status === 'closed' || call.status === 'abandoned') return refused('CALL_ENDED');
  const isMine = (call.status === 'active' || call.status === 'wrap_up') && call.repId === repId;
  return isMine ? done(call) : refused('NOT_YOURS');
}

function heldBy(call: CallState, repId: UserId): Result<CallState> {
  if (call.status === 'active' && call.repId === repId) return done(call);
  if (call.status === 'wrap_up' || call.status === 'closed' || call.status === 'abandoned')
    return refused('CALL_ENDED');
  return refused('NOT_YOURS');
}

function gone(call: CallState): 'CALL_TAKEN' | 'CALL_ENDED' {
  return call.status === 'active' ? 'CALL_TAKEN' : 'CALL_ENDED';
}
