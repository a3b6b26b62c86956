import { chanceFor } from './chance.ts';

/**
 * Whole milliseconds between the call before and call number `index`: exponential, which makes arrivals a Poisson process of
 * `callsPerMinute` (Kingman, Poisson Processes, 1993). `Infinity` when no calls are wanted.
 */
export function gapBeforeMs(seed: number, index: number, callsPerMinute: number): number {
  if (!(callsPerMinute > 0)) return Number.POSITIVE_INFINITY;
  const chance = chanceFor(seed, `arrival ${index}`);
  return Math.round((-Math.log(1 - chance.random()) * 60_000) / callsPerMinute);
}
