import type { CallId, Clock, Frame, SpokenFrame } from '@ringdesk/shared';
import type { Heard } from './store.ts';

/** Frames are gathered for this long before they are stored and told together. */
export const gatherMs = 50;
/** How long to wait before storing again what could not be stored. */
const retryMs = 250;
/** Beyond this many unstored frames the newest words of a call are refused, so that memory stays bounded. */
const mostUnstored = 50_000;

interface Hearing {
  /** Takes words in; returns at once. */
  hear(callId: CallId, frames: readonly SpokenFrame[]): void;
  /** Resolves when everything heard so far is stored and told. */
  settled(): Promise<void>;
  /** Stores what is left and stops. */
  close(): Promise<void>;
}

interface HearingParts {
  readonly clock: Clock;
  readonly append: (heard: Heard) => Promise<ReadonlyMap<CallId, readonly Frame[]>>;
  readonly told: (callId: CallId, frames: readonly Frame[]) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Gathers what lines hear, stores it in one statement for all calls, and tells it only after that. */
export function createHearing({ clock, append, told, onTrouble }: HearingParts): Hearing {
  let waiting = new Map<CallId, SpokenFrame[]>();
  let unstored = 0;
  let planned = false;
  let storing: Promise<void> = Promise.resolve();

  const plan = (ms: number) => {
    if (planned) return;
    planned = true;
    clock.after(ms, () => {
      planned = false;
      storing = storing.then(flush);
    });
  };

  const flush = async () => {
    if (waiting.size === 0) return;
    const batch = waiting;
    waiting = new Map();
    const stored = await append(batch).catch((error: unknown) => {
      onTrouble(error);
      // Nothing of the batch is stored: it goes back in front of what was heard meanwhile, and is tried again.
      for (const [callId, frames] of waiting) batch.set(callId, [...(batch.get(callId) ?? []), ...frames]);
      waiting = batch;
      plan(retryMs);
      return null;
    });
    if (stored === null) return;
    for (const frames of batch.values()) unstored -= frames.length;
    for (const [callId, frames] of stored) tellSafely(callId, frames);
  };

  /** What is stored stays stored: words that could not be told must not be stored a second time. */
  const tellSafely = (callId: CallId, frames: readonly Frame[]) => {
    try {
      told(callId, frames);
    } catch (error) {
      onTrouble(error);
    }
  };

  const settled = () => {
    storing = storing.then(flush);
    return storing;
  };

  return {
    hear(callId, frames) {
      if (unstored + frames.length > mostUnstored) {
        onTrouble(new Error(`more than ${mostUnstored} frames wait for the database; new ones are refused`));
        return;
      }
      const before = waiting.get(callId);
      if (before === undefined) waiting.set(callId, frames.map(storable));
      else before.push(...frames.map(storable));
      unstored += frames.length;
      plan(gatherMs);
    },
    settled,
    close: settled,
  };
}

/** A character that PostgreSQL cannot hold would have the whole batch refused, again and again, with everybody's words in it. */
function storable(frame: SpokenFrame): SpokenFrame {
  return { ...frame, text: frame.text.replaceAll('\0', '').toWellFormed() };
}
