import type { Cancel, Clock } from '@ringdesk/shared';

/** A clock that stands still until a test moves it; due timers run in the order of their time, then of their making. */
export interface DrivenClock extends Clock {
  /** Moves `ms` milliseconds on, running what comes due at its own time. */
  advance(ms: number): void;
  /** Like `advance`, and lets promises that the timers settled run on before the next timer. */
  pass(ms: number): Promise<void>;
  /** Timers that are planned: 0 means that nothing will happen any more. */
  planned(): number;
}

interface Timer {
  dueMs: number;
  readonly order: number;
  readonly everyMs: number | null;
  readonly run: () => void;
}

/** A clock for tests, starting at `startMs` since the epoch. */
export function drivenClock(startMs = Date.UTC(2026, 0, 5, 9, 0, 0)): DrivenClock {
  let nowMs = startMs;
  let made = 0;
  const timers = new Set<Timer>();

  function plan(ms: number, everyMs: number | null, run: () => void): Cancel {
    const timer: Timer = { dueMs: nowMs + Math.max(0, ms), order: made++, everyMs, run };
    timers.add(timer);
    return () => timers.delete(timer);
  }

  function nextDue(untilMs: number): Timer | null {
    let next: Timer | null = null;
    for (const timer of timers)
      if (timer.dueMs <= untilMs && (next === null || isEarlier(timer, next))) next = timer;
    return next;
  }

  function fire(timer: Timer): void {
    nowMs = Math.max(nowMs, timer.dueMs);
    if (timer.everyMs === null) timers.delete(timer);
    else timer.dueMs += Math.max(1, timer.everyMs);
    timer.run();
  }

  return {
    nowMs: () => nowMs,
    after: (ms, run) => plan(ms, null, run),
    every: (ms, run) => plan(ms, ms, run),
    planned: () => timers.size,
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let timer = nextDue(untilMs); timer !== null; timer = nextDue(untilMs)) fire(timer);
      nowMs = untilMs;
    },
    async pass(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (let timer = nextDue(untilMs); timer !== null; timer = nextDue(untilMs)) {
        fire(timer);
        await settle();
      }
      nowMs = untilMs;
    },
  };
}

function isEarlier(a: Timer, b: Timer): boolean {
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);
}

/** A handful of turns of the microtask queue: enough for the short promise chains of code under test. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}
