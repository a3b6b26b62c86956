import { Call, CallId, type DeskSnapshot, OfferId, type Rep, type User, UserId } from '@ringdesk/shared';

/** A well-formed id from a short word, such as `call_000dana`. */
function idOf(prefix: string, word: string): string {
  return `${prefix}_${word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .padStart(8, '0')}`;
}

export const callId = (word: string) => CallId.parse(idOf('call', word));
const userId = (word: string) => UserId.parse(idOf('usr', word));
export const offerId = (word: string) => OfferId.parse(idOf('off', word));

export const dana: User = { id: userId('dana'), name: 'Dana Reyes', email: null, role: 'rep' };
export const lee: User = { id: userId('lee'), name: 'Lee Park', email: null, role: 'rep' };

/** A waiting call, with what the test is about on top. */
export function buildCall(word: string, over: Partial<Call> = {}): Call {
  return Call.parse({
    id: callId(word),
    status: 'waiting',
    from: '+14155550132',
    callerName: null,
    line: 'simulator',
    priority: 0,
    queuedAt: '2026-11-20T10:00:00.000Z',
    offeredTo: null,
    offeredToName: null,
    repId: null,
    repName: null,
    claimedAt: null,
    endedAt: null,
    wrapUpEndsAt: null,
    wrappedAt: null,
    customerId: null,
    patientId: null,
    jobIds: [],
    disposition: null,
    notes: '',
    topic: null,
    version: 1,
    lastSeq: 0,
    ...over,
  });
}

export function buildRep(over: Partial<Rep> = {}): Rep {
  return {
    id: dana.id,
    name: dana.name,
    role: 'rep',
    presence: 'available',
    reason: null,
    work: 'idle',
    nextPresence: null,
    nextReason: null,
    missesInARow: 0,
    isConnected: true,
    since: '2026-11-20T10:00:00.000Z',
    workSince: '2026-11-20T10:00:00.000Z',
    ...over,
  };
}

export function buildSnapshot(over: Partial<DeskSnapshot> = {}): DeskSnapshot {
  return {
    rev: 0,
    now: '2026-11-20T10:00:00.000Z',
    me: dana,
    presence: buildRep(),
    calls: [],
    endedToday: 0,
    offer: null,
    current: null,
    ...over,
  };
}
