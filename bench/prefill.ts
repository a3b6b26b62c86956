import { performance } from 'node:perf_hooks';
import { follow } from '../apps/server/src/suggestions/testing/follow.ts';
import { type Score, score } from '../apps/server/src/suggestions/testing/score.ts';
import { tellCall } from '../apps/server/src/suggestions/testing/told-calls.ts';
import { round, type Spread, spreadOf } from './percentiles.ts';

interface Measured {
  readonly calls: number;
  /** What is suggested from calls that no rule was written for, at their end. */
  readonly fields: readonly (Pick<Score, 'field' | 'precision' | 'recall' | 'said'> & {
    readonly wrong: number;
  })[];
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
  const { scores } = score(told);
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
    calls,
    fields: scores.map(({ field, precision, recall, said, wrong }) => ({
      field,
      precision: three(precision),
      recall: three(recall),
      said,
      wrong,
    })),
    frames,
    cpuMsPerFrame: round((user + system) / 1000 / frames),
    msPerFrameOfCalls: spreadOf(perCall),
  };
}

function three(share: number): number {
  return Math.round(share * 1000) / 1000;
}
