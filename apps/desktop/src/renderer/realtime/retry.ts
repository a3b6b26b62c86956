const firstMs = 200;
const longestMs = 5000;

/**
 * How long to wait before the next attempt (the first is 0): doubling from 200 ms to 5 s, each shortened by up to a
 * third by chance (in [0, 1)), so that the desks of a floor do not all knock at once.
 */
export function retryDelayMs(attempt: number, chance: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  return Math.round(full * (1 - chance / 3));
}
