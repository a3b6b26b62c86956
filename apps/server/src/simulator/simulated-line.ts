import type { Cancel, Clock } from '@ringdesk/shared';
import type { Line, Ring } from '../lines/line.ts';
import { lineOfCallers } from '../lines/line-of-callers.ts';
import { gapBeforeMs } from './arrivals.ts';
import { callNameOf, nameCall } from './call-name.ts';
import { chanceFor } from './chance.ts';
import { writeScript } from './script.ts';
import { SimulatedCall } from './simulated-call.ts';

export interface SimulatorSettings {
  /** The same whole number gives the same callers, words and times. */
  readonly seed: number;
  /** 0 = nobody calls. */
  readonly callsPerMinute: number;
  /** 10 = ten times faster speech, and a tenth of the patience; arrivals keep their own rate. */
  readonly speed: number;
  readonly clock: Clock;
  /** Further callers find the line busy. */
  readonly mostOpenCalls?: number;
}

/** Invented callers: who rings when and says what follows from the seed alone, and what happens to them from the desk. */
export function simulatedLine(settings: SimulatorSettings): Line {
  const { clock, speed } = settings;
  return lineOfCallers({
    name: 'simulator',
    clock,
    arrive: (ring, openCalls) => arrivals(settings, ring, openCalls),
    callerOf(externalId, handset) {
      const name = callNameOf(externalId);
      if (name === null) return null;
      const chance = chanceFor(name.seed, `call ${name.index} silences`);
      return new SimulatedCall(writeScript(name.seed, name.index), { clock, speed, chance, ...handset });
    },
  });
}

function arrivals(settings: SimulatorSettings, ring: (ring: Ring) => void, openCalls: () => number): Cancel {
  const { seed, clock, callsPerMinute, mostOpenCalls = 500 } = settings;
  const run = clock.nowMs();
  let next: Cancel = () => undefined;

  function awaitCaller(index: number): void {
    const gapMs = gapBeforeMs(seed, index, callsPerMinute);
    if (!Number.isFinite(gapMs)) return;
    next = clock.after(gapMs, () => {
      const { from, callerName } = writeScript(seed, index);
      if (openCalls() < mostOpenCalls) ring({ externalId: nameCall({ seed, index, run }), from, callerName });
      awaitCaller(index + 1);
    });
  }

  awaitCaller(0);
  return () => next();
}
