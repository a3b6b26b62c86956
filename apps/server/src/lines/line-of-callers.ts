import {
  type CallId,
  type CallStatus,
  type Cancel,
  type Clock,
  isOnTheLine,
  type SpokenFrame,
} from '@ringdesk/shared';
import type { Line, LineCall, LineHears, Ring } from './line.ts';
import { untilHeard } from './until-heard.ts';

/** Somebody on the telephone whose words this process makes. */
export interface Caller {
  /** The desk has stored the call. */
  begin(callId: CallId): void;
  /** Goes on with a call of an earlier process. */
  takeUp(call: LineCall): void;
  /** The desk tells a committed change; also before `begin`, and more than once. */
  changed(status: CallStatus): void;
  /** Falls silent for good. */
  stop(): void;
}

/** What a caller can do on the telephone. */
export interface Handset {
  say(callId: CallId, frames: readonly SpokenFrame[]): void;
  /** The last thing a caller does. */
  hangUp(callId: CallId): void;
}

/** What makes one line of such callers different from another. */
export interface Callers {
  readonly name: string;
  readonly clock: Clock;
  /** Lets callers ring from now on, `openCalls` tells how many are on the line; the answer stops it. */
  arrive(ring: (ring: Ring) => void, openCalls: () => number): Cancel;
  /** The caller behind a name given to `ring`, in this process or an earlier one; null when there is none. */
  callerOf(externalId: string, handset: Handset): Caller | null;
}

/** A line whose callers are made in this process: keeps who is on it, and tells the desk until it has heard. */
export function lineOfCallers(callers: Callers): Line {
  const onTheLine = new Map<string, Caller>();
  const tellings = keepTelling(callers.clock);
  let stopArrivals: Cancel = () => undefined;

  function pickUp(externalId: string, desk: LineHears): Caller | null {
    const caller = callers.callerOf(externalId, {
      say: (callId, frames) => desk.spoke(callId, frames),
      hangUp: (callId) => {
        onTheLine.delete(externalId);
        tellings.tell(() => desk.hungUp(callId));
      },
    });
    if (caller !== null) onTheLine.set(externalId, caller);
    return caller;
  }

  function takeUp(call: LineCall, desk: LineHears): void {
    const caller = pickUp(call.externalId, desk);
    if (caller === null) tellings.tell(() => desk.hungUp(call.id));
    else caller.takeUp(call);
  }

  function ring(call: Ring, desk: LineHears): void {
    const caller = pickUp(call.externalId, desk);
    if (caller !== null)
      tellings.tell(
        () => desk.rang(call),
        (callId) => caller.begin(callId),
      );
  }

  return {
    name: callers.name,
    open(desk, unfinished) {
      for (const call of unfinished) if (isOnTheLine(call)) takeUp(call, desk);
      stopArrivals = callers.arrive(
        (call) => ring(call, desk),
        () => onTheLine.size,
      );
    },
    callChanged({ externalId, status }) {
      onTheLine.get(externalId)?.changed(status);
      if (!isOnTheLine({ status })) onTheLine.delete(externalId);
    },
    async close() {
      stopArrivals();
      for (const caller of onTheLine.values()) caller.stop();
      onTheLine.clear();
      tellings.giveUp();
    },
  };
}

/** What the desk has not heard yet. */
function keepTelling(clock: Clock) {
  const pending = new Set<Cancel>();
  return {
    tell<Value>(what: () => Promise<Value>, heard: (value: Value) => void = () => undefined): void {
      const cancel = untilHeard(clock, what, (value) => {
        pending.delete(cancel);
        heard(value);
      });
      pending.add(cancel);
    },
    giveUp(): void {
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
