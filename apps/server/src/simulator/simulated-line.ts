import { type CallId, type Cancel, type Clock, isOnTheLine } from '@ringdesk/shared';
import type { Line, LineCall, LineHears } from '../lines/line.ts';
import { gapBeforeMs } from './arrivals.ts';
import { type CallName, callNameOf, nameCall } from './call-name.ts';
import { chanceFor } from './chance.ts';
import { type Script, writeScript } from './script.ts';
import { SimulatedCall } from './simulated-call.ts';
import { type Telling, untilHeard } from './until-heard.ts';

export interface SimulatorSettings {
  /** The same seed gives the same callers, words and times. */
  readonly seed: number;
  /** 0 = nobody calls. */
  readonly callsPerMinute: number;
  /** 10 = ten times faster speech and patience; arrivals keep their own rate. */
  readonly speed: number;
  readonly clock: Clock;
  /** Further callers find the line busy. */
  readonly mostOpenCalls?: number;
}

/** Invented callers: who rings when and says what follows from the seed alone, and what happens to them from the desk. */
export function simulatedLine(settings: SimulatorSettings): Line {
  const { seed, clock, speed, mostOpenCalls = 500 } = settings;
  const calls = new Map<string, SimulatedCall>();
  const tellings = new Set<Telling>();
  let desk: LineHears | null = null;
  let run = 0;
  let nextArrival: Cancel | null = null;

  function tell<Value>(what: () => Promise<Value>, heard: (value: Value) => void): void {
    const telling: Telling = untilHeard(clock, what, (value) => {
      tellings.delete(telling);
      heard(value);
    });
    tellings.add(telling);
  }

  function callFor(name: CallName, script: Script, hears: LineHears): SimulatedCall {
    const externalId = nameCall(name);
    const call = new SimulatedCall(script, {
      clock,
      speed,
      chance: chanceFor(name.seed, `call ${name.index} silences`),
      say: (callId, frames) => hears.spoke(callId, frames),
      hangUp: (callId) => {
        calls.delete(externalId);
        leave(callId, hears);
      },
    });
    calls.set(externalId, call);
    return call;
  }

  function leave(callId: CallId, hears: LineHears): void {
    tell(
      () => hears.hungUp(callId),
      () => undefined,
    );
  }

  function ring(index: number, hears: LineHears): void {
    const name = { seed, index, run };
    const script = writeScript(seed, index);
    const { from, callerName } = script;
    const call = callFor(name, script, hears);
    tell(
      () => hears.rang({ externalId: nameCall(name), from, callerName }),
      (callId) => call.begin(callId),
    );
  }

  function awaitCaller(index: number, hears: LineHears): void {
    const gapMs = gapBeforeMs(seed, index, settings.callsPerMinute);
    if (!Number.isFinite(gapMs)) return;
    nextArrival = clock.after(gapMs, () => {
      if (calls.size < mostOpenCalls) ring(index, hears);
      awaitCaller(index + 1, hears);
    });
  }

  function takeUp(unfinished: LineCall, hears: LineHears): void {
    const name = callNameOf(unfinished.externalId);
    if (name === null) leave(unfinished.id, hears);
    else callFor(name, writeScript(name.seed, name.index), hears).takeUp(unfinished);
  }

  return {
    name: 'simulator',
    open(hears, unfinished) {
      desk = hears;
      run = clock.nowMs();
      for (const call of unfinished) if (isOnTheLine(call)) takeUp(call, hears);
      awaitCaller(0, hears);
    },
    callChanged({ externalId, status }) {
      if (desk === null) return;
      calls.get(externalId)?.changed(status);
      if (!isOnTheLine({ status })) calls.delete(externalId);
    },
    async close() {
      desk = null;
      nextArrival?.();
      for (const call of calls.values()) call.stop();
      calls.clear();
      for (const telling of tellings) telling.stop();
      await Promise.all([...tellings].map((telling) => telling.settled()));
      tellings.clear();
    },
  };
}
