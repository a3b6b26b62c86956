import { type Result, refused } from '@ringdesk/shared';

/** A line in which at most `atOnce` pieces of work run and at most `mostWaiting` wait. */
export interface Turns {
  /** The work's outcome, or null when the line is full and nothing was begun. */
  take<Value>(work: () => Promise<Value>): Promise<Value> | null;
}

interface Limits {
  readonly atOnce: number;
  readonly mostWaiting: number;
}

/** First come, first served; a line that is full turns away instead of growing. */
export function createTurns({ atOnce, mostWaiting }: Limits): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  const mine = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  const run = async <Value>(work: () => Promise<Value>, wait: Promise<void> | null): Promise<Value> => {
    await wait;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The turn is handed on without being given back, so that nobody who comes now gets past those who wait.
      if (next === undefined) running--;
      else next();
    }
  };
  return {
    take(work) {
      if (running < atOnce) {
        running++;
        return run(work, null);
      }
      return waiting.length < mostWaiting ? run(work, mine()) : null;
    },
  };
}

/** Does the work when its turn comes; refuses with RATE_LIMITED, and has done nothing, when the line is full. */
export async function inTurn<Value>(
  turns: Turns,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const busy = 'Many people are signing in at this moment. Try again in a few seconds.';
  return turns.take(work) ?? refused('RATE_LIMITED', busy, { retryAfterSeconds: 3 });
}
