import type { Cancel, Clock } from '@ringdesk/shared';

const firstPauseMs = 500;
const longestPauseMs = 30_000;

/**
 * Tells the desk something that must not be lost, again and again with growing pauses while the desk cannot store it
 * (its database may be away for a moment). Never throws; the answer gives it up.
 */
export function untilHeard<Value>(
  clock: Clock,
  tell: () => Promise<Value>,
  heard: (value: Value) => void,
): Cancel {
  let isCanceled = false;
  let planned: Cancel | null = null;

  function attempt(pauseMs: number): void {
    Promise.resolve()
      .then(tell)
      .then(
        (value) => {
          if (!isCanceled) heard(value);
        },
        () => {
          if (isCanceled) return;
          planned = clock.after(pauseMs, () => attempt(Math.min(longestPauseMs, pauseMs * 2)));
        },
      );
  }

  attempt(firstPauseMs);
  return () => {
    isCanceled = true;
    planned?.();
  };
}
