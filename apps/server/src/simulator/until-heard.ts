import type { Cancel, Clock } from '@ringdesk/shared';

const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** Something that the desk must hear; `stop` gives it up, `settled` resolves when no attempt is under way any more. */
export interface Telling {
  stop(): void;
  settled(): Promise<void>;
}

/**
 * Tells the desk something that must not be lost, again and again with growing pauses while the desk cannot store it
 * (its database may be away for a moment). Never throws.
 */
export function untilHeard<Value>(
  clock: Clock,
  tell: () => Promise<Value>,
  heard: (value: Value) => void,
): Telling {
  let stopped = false;
  let planned: Cancel | null = null;
  let attempt: Promise<void> = Promise.resolve();

  function again(pauseMs: number): void {
    attempt = Promise.resolve()
      .then(tell)
      .then(
        (value) => {
          if (!stopped) heard(value);
        },
        () => {
          if (stopped) return;
          planned = clock.after(pauseMs, () => again(Math.min(longestPauseMs, pauseMs * 2)));
        },
      );
  }

  again(firstPauseMs);
  return {
    stop() {
      stopped = true;
      planned?.();
    },
    settled: () => attempt,
  };
}
