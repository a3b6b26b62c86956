/** Cancels what was planned; harmless when it has already run. */
export type Cancel = () => void;

/** The process's own time: for pacing and batching. Deadlines are judged by the database's clock, never by this one. */
export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Runs once after `ms` milliseconds. */
  after(ms: number, run: () => void): Cancel;
  /** Runs every `ms` milliseconds until canceled. */
  every(ms: number, run: () => void): Cancel;
}

/** A source of chance: each call gives a number in [0, 1). */
export type Random = () => number;

/** mulberry32: a small repeatable generator, for tests and the simulator; never for secrets. Source: T. Ettinger, 2017. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
