import {
  type Call,
  type CallId,
  type DeskSnapshot,
  isOver,
  type Payload,
  type RingingOffer,
  type User,
} from '@ringdesk/shared';

/** A change that was told, kept for a while because a snapshot may be older than it. */
type Change = Payload<'call.changed'>;

/** What this desk knows of the calls. `null` for `me` until the first snapshot. */
export interface Desk {
  readonly me: User | null;
  /** Every change up to here is in. */
  readonly rev: number;
  /** Changes were told that do not follow on: the desk must be opened again. */
  readonly hasGap: boolean;
  readonly calls: ReadonlyMap<CallId, Call>;
  readonly endedToday: number;
  readonly offer: { readonly callId: CallId; readonly offer: RingingOffer } | null;
  readonly recent: readonly Change[];
}

export const emptyDesk: Desk = {
  me: null,
  rev: 0,
  hasGap: false,
  calls: new Map(),
  endedToday: 0,
  offer: null,
  recent: [],
};

/** So many changes are kept for a snapshot that is on its way: some ten seconds of a very busy floor. */
const keptChanges = 512;

/** The desk as the server knows it. Changes told since then are put on top, whatever the order of arrival. */
export function openDesk(desk: Desk, snapshot: DeskSnapshot): Desk {
  const calls = new Map(snapshot.calls.map((call) => [call.id, call]));
  for (const call of [snapshot.current, snapshot.offer?.call])
    if (call) calls.set(call.id, newest(calls.get(call.id), call));
  const opened: Desk = {
    me: snapshot.me,
    rev: snapshot.rev,
    hasGap: false,
    calls,
    endedToday: snapshot.endedToday,
    offer: snapshot.offer === null ? null : { callId: snapshot.offer.call.id, offer: snapshot.offer.offer },
    recent: [],
  };
  const later = desk.recent.filter((change) => change.rev > snapshot.rev).sort((a, b) => a.rev - b.rev);
  return later.reduce(changeCall, opened);
}

/** A call is new or has changed. Repeats and older versions change nothing; a number that does not follow on is a gap. */
export function changeCall(desk: Desk, change: Change): Desk {
  const { rev, call } = change;
  const before = desk.calls.get(call.id);
  const recent = [...desk.recent, change].slice(-keptChanges);
  const isNext = rev <= desk.rev + 1;
  const heard = {
    ...desk,
    recent,
    rev: isNext ? Math.max(rev, desk.rev) : desk.rev,
    hasGap: desk.hasGap || !isNext,
  };
  if (before !== undefined && before.version >= call.version) return heard;
  const hasJustEnded = before !== undefined && !isOver(before) && isOver(call);
  const calls = new Map(desk.calls).set(call.id, call);
  return {
    ...heard,
    calls,
    endedToday: desk.endedToday + (hasJustEnded ? 1 : 0),
    offer: offerAfter(desk.offer, call),
  };
}

/** A call rings for me. */
export function offerCall(desk: Desk, told: Payload<'call.offered'>): Desk {
  const known = keepCall(desk, told.call);
  return { ...known, offer: { callId: told.call.id, offer: told.offer } };
}

/** An offer is over; one that came after it stays. */
export function endOffer(desk: Desk, told: Payload<'call.offer-ended'>): Desk {
  return desk.offer?.offer.id === told.offerId ? { ...desk, offer: null } : desk;
}

/** The answer to something I did, ahead of its event: applied by version, without a number. */
export function keepCall(desk: Desk, call: Call): Desk {
  const before = desk.calls.get(call.id);
  if (before !== undefined && before.version >= call.version) return desk;
  const hasJustEnded = before !== undefined && !isOver(before) && isOver(call);
  const calls = new Map(desk.calls).set(call.id, call);
  return {
    ...desk,
    calls,
    endedToday: desk.endedToday + (hasJustEnded ? 1 : 0),
    offer: offerAfter(desk.offer, call),
  };
}

/** The call I am on, or wrapping up; an active one comes first. */
export function currentCall(desk: Desk): Call | null {
  if (desk.me === null) return null;
  let wrappingUp: Call | null = null;
  for (const call of desk.calls.values()) {
    if (call.repId !== desk.me.id) continue;
    if (call.status === 'active') return call;
    if (call.status === 'wrap_up') wrappingUp = call;
  }
  return wrappingUp;
}

/** Once its call has moved on, an offer is void even when the word that it ended was lost. */
function offerAfter(offer: Desk['offer'], call: Call): Desk['offer'] {
  if (offer?.callId !== call.id) return offer;
  return call.status === 'offered' || call.status === 'waiting' ? offer : null;
}

function newest(known: Call | undefined, call: Call): Call {
  return known !== undefined && known.version > call.version ? known : call;
}
