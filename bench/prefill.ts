import { performance } from 'node:perf_hooks';
import { follow } from '../apps/server/src/suggestions/testing/follow.ts';
import { type JudgedCall, type Score, score } from '../apps/server/src/suggestions/testing/score.ts';
import { tellCall } from '../apps/server/src/suggestions/testing/told-calls.ts';
import {
  neverLookedAt,
  rulesKnow,
  withoutStops,
} from '../apps/server/src/suggestions/testing/written-calls.ts';
import { round, type Spread, spreadOf } from './percentiles.ts';

interface Heard {
  readonly calls: number;
  readonly fields: readonly Pick<Score, 'field' | 'precision' | 'recall' | 'said' | 'wrong'>[];
}

interface Measured {
  /** What is suggested from simulated calls of other seeds: other people, the same ways of saying. */
  readonly simulated: Heard;
  /** From calls that were written by hand: those that rules were written with, and those that no rule has seen. */
  readonly written: { readonly withRules: Heard; readonly unseen: Heard; readonly unseenWithoutStops: Heard };
  readonly frames: number;
  /** Processor time for one word of a live call, all six facts; frames are words. */
  readonly cpuMsPerFrame: number;
  /** The same on the clock, one sample a call. */
  readonly msPerFrameOfCalls: Spread;
}

const firstSeed = 100_001;

/** Precision and recall of every suggested field on so many simulated calls, and what listening costs. */
export function prefill(calls: number): Measured {
  const told = Array.from({ length: calls }, (_, i) => tellCall(firstSeed + i));
  const live = told.slice(0, 40);
  const frames = live.reduce((sum, call) => sum + call.frames.length, 0);
  const before = process.cpuUsage();
  const perCall = live.map((call) => {
    const began = performance.now();
    follow(call);
    return (performance.now() - began) / call.frames.length;
  });
  const { user, system } = process.cpuUsage(before);
  return {
    simulated: heardIn(told),
    written: {
      withRules: heardIn(rulesKnow),
      unseen: heardIn(neverLookedAt),
      unseenWithoutStops: heardIn(neverLookedAt.map(withoutStops)),
    },
    frames,
    cpuMsPerFrame: round((user + system) / 1000 / frames),
    msPerFrameOfCalls: spreadOf(perCall),
  };
}

function heardIn(calls: readonly JudgedCall[]): Heard {
  const fields = score(calls).scores.map(({ field, precision, recall, said, wrong }) => ({
    field,
    precision: three(precision),
    recall: three(recall),
    said,
    wrong,
  }));
  return { calls: calls.length, fields };
}

function three(share: number): number {
  return Math.round(share * 1000) / 1000;
}
