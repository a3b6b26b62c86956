import type { Cancel, Clock } from '@ringdesk/shared';
import { type Part, type TimedFrame, turnsBegun } from './timeline.ts';

export interface SpeechPlan {
  readonly part: Part;
  /** Turns below this number began earlier; only what is left of them is in `part`. */
  readonly begunTurns?: number;
  readonly clock: Clock;
  /** 10 = ten times faster. */
  readonly speed: number;
  /** Silence before the first word, at speed 1. */
  readonly leadMs: number;
  /** Words that are due now, in order. */
  say(frames: Part): void;
  /** All that was to be said was said; not called after `stop`. */
  done(): void;
}

/** Somebody speaking. */
export interface Speech {
  /** Lets every turn that has begun come to its end, and begins no other. */
  finishTurns(): void;
  /** Falls silent at once. */
  stop(): void;
  /** How many turns of the part have begun, which is the number of the next one. */
  begunTurns(): number;
}

/**
 * Speaks a part of a conversation in time. Each word is due at its own moment since the beginning, so that late timers
 * never add up; words that are late are said together. `say` may finish or stop the speech it is called by.
 */
export function speak(plan: SpeechPlan): Speech {
  const { clock } = plan;
  let left: TimedFrame[] = [...plan.part];
  let begunTurns = plan.begunTurns ?? 0;
  let pending: Cancel | null = null;
  let isStopped = false;

  const zeroMs = clock.nowMs();
  const firstMs = left[0]?.atMs ?? 0;
  const dueMs = (frame: TimedFrame) => zeroMs + (plan.leadMs + frame.atMs - firstMs) / plan.speed;

  function next(): void {
    pending?.();
    if (isStopped) return;
    const frame = left[0];
    const waitMs = frame === undefined ? 0 : Math.max(0, dueMs(frame) - clock.nowMs());
    pending = clock.after(waitMs, frame === undefined ? plan.done : sayDue);
  }

  function sayDue(): void {
    const nowMs = clock.nowMs();
    const later = left.findIndex((frame, i) => i > 0 && dueMs(frame) > nowMs);
    const due = left.splice(0, later < 0 ? left.length : later);
    begunTurns = Math.max(begunTurns, turnsBegun(due));
    plan.say(due);
    next();
  }

  next();
  return {
    finishTurns() {
      left = left.filter((frame) => frame.turn < begunTurns);
      next();
    },
    stop() {
      isStopped = true;
      pending?.();
    },
    begunTurns: () => begunTurns,
  };
}
