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
  const tellings = new Set<Cancel>();
  let stopArrivals: Cancel = () => undefined;

  function tell<Value>(what: () => Promise<Value>, heard: (value: Value) => void): void {
    const giveUp = untilHeard(callers.clock, what, (value) => {
      tellings.delete(giveUp);
      heard(value);
    });
    tellings.add(giveUp);
  }

  function pickUp(externalId: string, desk: LineHears): Caller | null {
    const caller = callers.callerOf(externalId, {
      say: (callId, frames) => desk.spoke(callId, frames),
      hangUp: (callId) => {
        onTheLine.delete(externalId);
        hangUp(callId, desk);
      },
    });
    if (caller !== null) onTheLine.set(externalId, caller);
    return caller;
  }

  function hangUp(callId: CallId, desk: LineHears): void {
    tell(
      () => desk.hungUp(callId),
      () => undefined,
    );
  }

  function ring(call: Ring, desk: LineHears): void {
    const caller = pickUp(call.externalId, desk);
    if (caller === null) return;
    tell(
      () => desk.rang(call),
      (callId) => caller.begin(callId),
    );
  }

  return {
    name: callers.name,
    open(desk, unfinished) {
      for (const call of unfinished) {
        const caller = isOnTheLine(call) ? pickUp(call.externalId, desk) : null;
        if (caller !== null) caller.takeUp(call);
        else if (isOnTheLine(call)) hangUp(call.id, desk);
      }
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
      for (const giveUp of tellings) giveUp();
      onTheLine.clear();
      tellings.clear();
    },
  };
}
