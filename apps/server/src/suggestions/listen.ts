import {
  type CallId,
  type Clock,
  type Frame,
  newId,
  type Random,
  type Speaker,
  type SuggestedValue,
} from '@ringdesk/shared';
import type { Tell } from '../app.ts';
import type { HeardFact, keepBeliefs } from './store.ts';

/** A fact of a conversation, as its recogniser believes it now. */
export interface Belief {
  readonly value: SuggestedValue;
  readonly text: string;
  readonly words: string;
  readonly segment: number;
  readonly confidence: number;
}

/** One turn, as far as it was heard. */
export interface Turn {
  readonly segment: number;
  readonly speaker: Speaker;
  readonly text: string;
  readonly at: Date;
  /** Whether the turn is over. */
  readonly isFinal: boolean;
}

interface ListeningParts {
  readonly clock: Clock;
  readonly random: Random;
  /** Begins to follow a call: what is believed of it, by its turns so far, the newest belief for each field. */
  readonly follow: (callId: CallId) => Promise<(turns: readonly Turn[]) => readonly Belief[]>;
  /** The frames of a call that were told before this process heard it. */
  readonly framesOf: (callId: CallId) => Promise<readonly Frame[]>;
  readonly keep: (callId: CallId, facts: readonly HeardFact[]) => ReturnType<typeof keepBeliefs>;
  readonly tell: Tell;
  readonly onTrouble: (error: unknown) => void;
}

interface Listening {
  readonly recognise: (turns: readonly Turn[]) => readonly Belief[];
  turns: Map<number, Turn>;
  lastSeq: number;
  /** What was kept last, as text. */
  kept: string;
  isPlanned: boolean;
}

/** Words are let come in for this long before they are understood together. */
const gatherMs = 250;
/** So many calls are remembered that none that is going on is forgotten. */
const mostRemembered = 5_000;

/** Listens to calls as their words come in, and suggests to the rep who holds a call what may be written down. */
export function createListening(parts: ListeningParts): {
  readonly heard: (callId: CallId, frames: readonly Frame[]) => void;
} {
  const calls = new Map<CallId, Promise<Listening>>();
  const understand = async (callId: CallId, listening: Listening) => {
    listening.isPlanned = false;
    const facts = factsOf(parts, listening.recognise([...listening.turns.values()]));
    const now = JSON.stringify(facts.map(({ id: _id, ...fact }) => fact));
    if (now === listening.kept) return;
    const { changed, repId } = await parts.keep(callId, facts);
    listening.kept = now;
    if (changed.length > 0 && repId !== null)
      parts.tell('suggestion.made', { callId, suggestions: [...changed] }, { rep: repId });
  };
  const start = async (callId: CallId): Promise<Listening> => {
    const recognise = await parts.follow(callId);
    const listening: Listening = { recognise, turns: new Map(), lastSeq: 0, kept: '[]', isPlanned: false };
    for (const frame of await parts.framesOf(callId)) hear(listening, frame);
    return listening;
  };
  const take = async (callId: CallId, frames: readonly Frame[]) => {
    // Batches of one call wait for the same start, in the order they came.
    const started = calls.get(callId) ?? start(callId);
    calls.set(callId, started);
    forgetOldest(calls);
    const listening = await started;
    for (const frame of frames) hear(listening, frame);
    if (listening.isPlanned) return;
    listening.isPlanned = true;
    parts.clock.after(gatherMs, () => void understand(callId, listening).catch(parts.onTrouble));
  };
  return {
    heard: (callId, frames) =>
      void take(callId, frames).catch((error: unknown) => {
        calls.delete(callId);
        parts.onTrouble(error);
      }),
  };
}

/** Adds a frame to its turn; one that was heard before changes nothing. */
function hear(listening: Listening, frame: Frame): void {
  if (frame.seq <= listening.lastSeq) return;
  listening.lastSeq = frame.seq;
  const turn = listening.turns.get(frame.segment);
  const { segment, speaker } = frame;
  const at = turn?.at ?? new Date(frame.at);
  const text = (turn?.text ?? '') + frame.text;
  listening.turns.set(segment, { segment, speaker, at, text, isFinal: frame.final });
}

function factsOf({ clock, random }: ListeningParts, beliefs: readonly Belief[]): readonly HeardFact[] {
  const ids = { nowMs: clock.nowMs, random };
  return beliefs.map(({ value, text, words, segment, confidence }) => ({
    id: newId.suggestion(ids),
    field: value.field,
    key: JSON.stringify(value).toLowerCase(),
    value,
    text,
    words,
    segment,
    confidence,
  }));
}

function forgetOldest(calls: Map<CallId, unknown>): void {
  for (const callId of calls.keys()) {
    if (calls.size <= mostRemembered) return;
    calls.delete(callId);
  }
}
