import type { Cancel, Clock } from '@ringdesk/shared';

/** The machine's own time. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};

interface Beat {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

interface Pulse {
  /** Runs what follows a commit, soon; many nudges at once become one run. */
  readonly nudge: () => void;
  /** Resolves when nothing is running and nothing is due. */
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface PulseParts {
  readonly clock: Clock;
  /** Run after each nudge, in this order, until a further nudge found nothing more to do. */
  readonly afterCommit: readonly Beat[];
  /** Run each second. */
  readonly eachSecond: readonly Beat[];
  readonly onTrouble: (name: string, error: unknown) => void;
}

const secondMs = 1_000;

/** The server's heartbeat: sweeps each second, and telling and routing right after each commit. Nothing overlaps itself. */
export function startPulse({ clock, afterCommit, eachSecond, onTrouble }: PulseParts): Pulse {
  let isNudged = false;
  let following: Promise<void> | null = null;
  let sweeping: Promise<void> | null = null;
  let isStopped = false;

  const runAll = async (beats: readonly Beat[]) => {
    for (const beat of beats) {
      try {
        await beat.run();
      } catch (error) {
        onTrouble(beat.name, error);
      }
    }
  };
  const follow = async () => {
    while (isNudged && !isStopped) {
      isNudged = false;
      await runAll(afterCommit);
    }
    following = null;
  };
  const nudge = () => {
    isNudged = true;
    following ??= follow();
  };
  const sweep = async () => {
    await runAll(eachSecond);
    sweeping = null;
    nudge();
  };
  const cancel: Cancel = clock.every(secondMs, () => {
    if (!isStopped) sweeping ??= sweep();
  });
  const idle = async () => {
    while (following !== null || sweeping !== null) await (sweeping ?? following);
  };
  return {
    nudge,
    idle,
    async stop() {
      isStopped = true;
      cancel();
      await idle();
    },
  };
}
