import { type Call, callRules, type ErrorCode, isOver, stateOf, type UserId } from '@ringdesk/shared';

/** What a rep could do with a call; `code` says why not. */
type Leave = { readonly isAllowed: true } | { readonly isAllowed: false; readonly code: ErrorCode };

export interface Leaves {
  readonly claim: Leave;
  readonly end: Leave;
  readonly release: Leave;
  readonly note: Leave;
}

export interface Asker {
  readonly id: UserId;
  readonly holdsActiveCall: boolean;
}

/** The rules of the call, asked ahead, so that a button never offers what the server would refuse. */
export function leavesOf(call: Call, rep: Asker): Leaves {
  const state = stateOf(call);
  return {
    claim: leaveFrom(callRules.claim(state, rep)),
    end: leaveFrom(callRules.end(state, rep.id)),
    release: leaveFrom(callRules.release(state, rep.id)),
    note: leaveToNote(call, rep),
  };
}

/** Notes belong to the rep who has or had the call, also after it is closed. */
function leaveToNote(call: Call, rep: Asker): Leave {
  if (call.repId === rep.id) return { isAllowed: true };
  return { isAllowed: false, code: isOver(call) ? 'CALL_ENDED' : 'NOT_YOURS' };
}

function leaveFrom(result: ReturnType<typeof callRules.claim>): Leave {
  return result.ok ? { isAllowed: true } : { isAllowed: false, code: result.error.code };
}

/** Whose the call is, from where this rep sits; what the status line, colour and icon are drawn from. */
export type Side = 'waiting' | 'ringing-me' | 'ringing-other' | 'mine' | 'my-wrap-up' | 'others' | 'ended';

export function sideOf(call: Call, me: UserId): Side {
  if (isOver(call)) return 'ended';
  if (call.status === 'waiting') return 'waiting';
  if (call.status === 'offered') return call.offeredTo === me ? 'ringing-me' : 'ringing-other';
  if (call.repId !== me) return 'others';
  return call.status === 'active' ? 'mine' : 'my-wrap-up';
}

/** From when to when the clock in the header runs: the wait, then the talk; null for `to` while it ticks. */
export function spanOf(call: Call): { readonly from: string; readonly to: string | null } {
  return { from: call.claimedAt ?? call.queuedAt, to: call.endedAt };
}
