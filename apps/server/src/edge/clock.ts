import { AsyncLocalStorage } from 'node:async_hooks';
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

export interface Pulse {
  /** Runs what follows a commit, soon; many nudges at once become one run. */
  readonly nudge: () => void;
  /** Resolves when nothing is running and nothing is due. */
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface PulseParts {
  readonly clock: Clock;
  /** Each is run after a nudge, independently of the others, and once more when nudged while it ran. */
  readonly afterCommit: readonly Beat[];
  /** Run each second, one after the other. */
  readonly eachSecond: readonly Beat[];
  readonly onTrouble: (name: string, error: unknown) => void;
}

const secondMs = 1_000;

/** The server's heartbeat: sweeps each second, and telling and routing right after each commit. Nothing overlaps itself. */
export function startPulse({ clock, afterCommit, eachSecond, onTrouble }: PulseParts): Pulse {
  // Whoever nudges may be within a transaction: what follows a commit must not slip into it.
  const outside = AsyncLocalStorage.snapshot();
  const attempt = (beat: Beat) => outside(beat.run).catch((error: unknown) => onTrouble(beat.name, error));
  const followers = afterCommit.map((beat) => createFollower(() => attempt(beat)));
  const nudge = () => {
    for (const follower of followers) follower.nudge();
  };
  const sweeper = createFollower(async () => {
    for (const beat of eachSecond) await attempt(beat);
    nudge();
  });
  const cancel: Cancel = clock.every(secondMs, () => sweeper.nudge());
  const all = [sweeper, ...followers];
  const idle = async () => {
    while (all.some((follower) => follower.running() !== null))
      await Promise.all(all.map((follower) => follower.running() ?? Promise.resolve()));
  };
  return {
    nudge,
    idle,
    async stop() {
      cancel();
      for (const follower of all) follower.stop();
      await idle();
    },
  };
}

/** Runs one thing after each nudge and never twice at once; nudges that come while it runs become one more run. */
function createFollower(run: () => Promise<unknown>) {
  let isNudged = false;
  let isStopped = false;
  let running: Promise<void> | null = null;
  const follow = async () => {
    while (isNudged && !isStopped) {
      isNudged = false;
      await run();
    }
    // In the same turn as the last look at `isNudged`, so that no nudge falls between the two.
    running = null;
  };
  return {
    nudge() {
      isNudged = true;
      if (isStopped || running !== null) return;
      running = follow();
    },
    running: () => running,
    stop() {
      isStopped = true;
    },
  };
}
