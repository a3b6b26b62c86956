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
  /** Begins to follow a call whose caller is in that zone: the newest belief for each field, by the turns so far. */
  readonly follow: (timeZone: string) => (turns: readonly Turn[]) => readonly Belief[];
  /** The zone in which a caller's days and hours are meant; it changes when the call is linked to a customer. */
  readonly zoneOf: (callId: CallId) => Promise<string>;
  /** The stored frames of a call behind a number: those that another node was told, or this one before it started. */
  readonly framesAfter: (callId: CallId, afterSeq: number) => Promise<readonly Frame[]>;
  readonly keep: (callId: CallId, facts: readonly HeardFact[]) => ReturnType<typeof keepBeliefs>;
  readonly tell: Tell;
  readonly onTrouble: (error: unknown) => void;
}

interface Listening {
  readonly callId: CallId;
  readonly turns: Map<number, Turn>;
  lastSeq: number;
  heardMs: number;
  recognise: ((turns: readonly Turn[]) => readonly Belief[]) | null;
  timeZone: string;
  zoneSeenMs: number;
  /** What was kept last, as text; null where another process may have kept something. */
  kept: string | null;
  isPlanned: boolean;
  /** What is done for one call is done in turn: an older belief never overtakes a newer one. */
  work: Promise<void>;
}

/** Words are let come in for this long before they are understood together. */
const gatherMs = 250;
/** What could not be kept is kept after this long, whether somebody speaks or not. */
const retryMs = 5_000;
/** How soon a customer's zone counts after the call was linked. */
const zoneMs = 3_000;
/** So many calls are remembered, each until it was silent for so long; one that is heard again is read from the database. */
const mostRemembered = 1_000;
const silentMs = 600_000;

/** Listens to calls as their words come in, and suggests to the rep who holds a call what may be written down. */
export function createListening(parts: ListeningParts): {
  readonly heard: (callId: CallId, frames: readonly Frame[]) => void;
} {
  const { clock, onTrouble } = parts;
  const calls = new Map<CallId, Listening>();
  const inTurn = (listening: Listening, step: () => Promise<void>) => {
    listening.work = listening.work.then(step).catch(onTrouble);
  };
  const plan = (listening: Listening, ms: number) => {
    if (listening.isPlanned) return;
    listening.isPlanned = true;
    clock.after(ms, () => {
      listening.isPlanned = false;
      inTurn(listening, () =>
        understand(parts, listening).catch((error: unknown) => {
          plan(listening, retryMs);
          throw error;
        }),
      );
    });
  };
  return {
    heard: (callId, frames) => {
      const listening = calls.get(callId) ?? listeningTo(callId);
      listening.heardMs = clock.nowMs();
      // The call that was heard longest ago stands first.
      calls.delete(callId);
      calls.set(callId, listening);
      forgetSilent(calls, clock.nowMs() - silentMs);
      inTurn(listening, async () => {
        await catchUp(parts, listening, frames);
        plan(listening, gatherMs);
      });
    },
  };
}

function listeningTo(callId: CallId): Listening {
  const nothing = { recognise: null, timeZone: '', zoneSeenMs: 0, kept: '[]', isPlanned: false };
  return { callId, turns: new Map(), lastSeq: 0, heardMs: 0, ...nothing, work: Promise.resolve() };
}

/** Hears frames, and before them those that were told elsewhere. */
async function catchUp(
  { framesAfter }: ListeningParts,
  listening: Listening,
  frames: readonly Frame[],
): Promise<void> {
  const next = listening.lastSeq + 1;
  const [first] = frames;
  if (first !== undefined && first.seq > next) {
    if (listening.lastSeq === 0) listening.kept = null;
    for (const frame of await framesAfter(listening.callId, listening.lastSeq)) hear(listening, frame);
  }
  for (const frame of frames) hear(listening, frame);
}

/** Keeps what is believed now, and tells the rep who holds the call what is new in it. */
async function understand(parts: ListeningParts, listening: Listening): Promise<void> {
  const { callId } = listening;
  const recognise = await follower(parts, listening);
  const facts = factsOf(parts, recognise([...listening.turns.values()]));
  const now = JSON.stringify(facts.map(({ id: _id, ...fact }) => fact));
  if (now === listening.kept) return;
  const { changed, repId } = await parts.keep(callId, facts);
  listening.kept = now;
  if (changed.length > 0 && repId !== null)
    parts.tell('suggestion.made', { callId, suggestions: [...changed] }, { rep: repId });
}

/** Follows the call in the zone of its caller, anew where that became another. */
async function follower({ clock, follow, zoneOf }: ListeningParts, listening: Listening) {
  const nowMs = clock.nowMs();
  const { recognise, zoneSeenMs } = listening;
  if (recognise !== null && nowMs - zoneSeenMs < zoneMs) return recognise;
  const timeZone = await zoneOf(listening.callId);
  listening.zoneSeenMs = nowMs;
  if (recognise !== null && timeZone === listening.timeZone) return recognise;
  listening.timeZone = timeZone;
  const anew = follow(timeZone);
  listening.recognise = anew;
  return anew;
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
    key: keyOf(value),
    value,
    text,
    words,
    segment,
    confidence,
  }));
}

/** One text for one meaning: a day and time is the same wish in whichever zone its moments are counted. */
function keyOf(value: SuggestedValue): string {
  const meant = value.field === 'wishedDate' ? { ...value, start: null, end: null } : value;
  return JSON.stringify(meant).toLowerCase();
}

function forgetSilent(calls: Map<CallId, Listening>, sinceMs: number): void {
  for (const [callId, { heardMs }] of calls) {
    if (calls.size <= mostRemembered && heardMs >= sinceMs) return;
    calls.delete(callId);
  }
}
