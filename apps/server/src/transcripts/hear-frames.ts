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
  /** A batch that fails is asked for again under the same id, since it may have been stored all the same. */
  readonly append: (heard: Heard, batchId: string) => Promise<ReadonlyMap<CallId, readonly Frame[]>>;
  readonly told: (callId: CallId, frames: readonly Frame[]) => void;
  readonly onTrouble: (error: unknown) => void;
  /** An id that no other batch has, on any node. */
  readonly newBatchId: () => string;
}

interface Batch {
  readonly id: string;
  readonly heard: Heard;
}

/** Gathers what lines hear, stores it in one statement for all calls, and tells it only after that. */
export function createHearing(parts: HearingParts): Hearing {
  const { clock, onTrouble } = parts;
  const unstored = createUnstored(parts.newBatchId);
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
    const batch = unstored.next();
    if (batch === null) return;
    try {
      const stored = await parts.append(batch.heard, batch.id);
      unstored.done(batch);
      for (const [callId, frames] of stored) tellSafely(parts, callId, frames);
    } catch (error) {
      onTrouble(error);
      plan(retryMs);
    }
    if (unstored.count() > 0) plan(gatherMs);
  };
  const settled = () => {
    // What failed before comes first, then what was heard since.
    storing = storing.then(flush).then(flush);
    return storing;
  };
  return {
    hear(callId, frames) {
      if (unstored.count() + frames.length > mostUnstored) {
        onTrouble(new Error(`more than ${mostUnstored} frames wait for the database; new ones are refused`));
        return;
      }
      unstored.add(callId, frames);
      plan(gatherMs);
    },
    settled,
    close: settled,
  };
}

/** Frames that are not known to be stored: a batch on its way, and what was heard since. */
function createUnstored(newBatchId: () => string) {
  let waiting = new Map<CallId, SpokenFrame[]>();
  let underway: Batch | null = null;
  let count = 0;
  return {
    count: () => count,
    add(callId: CallId, frames: readonly SpokenFrame[]) {
      const before = waiting.get(callId);
      if (before === undefined) waiting.set(callId, frames.map(storable));
      else before.push(...frames.map(storable));
      count += frames.length;
    },
    next(): Batch | null {
      if (underway === null && waiting.size > 0) {
        underway = { id: newBatchId(), heard: waiting };
        waiting = new Map();
      }
      return underway;
    },
    done(batch: Batch) {
      underway = null;
      for (const frames of batch.heard.values()) count -= frames.length;
    },
  };
}

/** What is stored stays stored: words that could not be told must not be stored a second time. */
function tellSafely(
  { told, onTrouble }: Pick<HearingParts, 'told' | 'onTrouble'>,
  callId: CallId,
  frames: readonly Frame[],
): void {
  try {
    told(callId, frames);
  } catch (error) {
    onTrouble(error);
  }
}

/** A character that PostgreSQL cannot hold would have the whole batch refused, again and again, with everybody's words in it. */
function storable(frame: SpokenFrame): SpokenFrame {
  return { ...frame, text: frame.text.replaceAll('\0', '').toWellFormed() };
}
