import { addresses } from './addresses.ts';
import { emails } from './emails.ts';
import { lineOf } from './line.ts';
import { names } from './names.ts';
import { phones } from './phones.ts';
import { problems } from './problems.ts';
import { type Question, questionsIn } from './questions.ts';
import {
  type Around,
  type Belief,
  type Conversation,
  type Field,
  fields,
  type HeardSegment,
  type Recognised,
  type RecognisedField,
} from './recognised.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { isBackchannel, piecesOf } from './turns.ts';
import { wishedDates } from './wished-dates.ts';
import { type Word, wordsOf } from './words.ts';

const ignorant = {
  name: names.start,
  phone: phones.start,
  email: emails.start,
  address: addresses.start,
  wishedDate: wishedDates.start,
  problem: problems.start,
};

type States = typeof ignorant;

/** What is known after a turn, and what is needed to hear the next. */
interface Heard {
  readonly states: States;
  readonly topic: Field | null;
  readonly asked: ReadonlySet<Question>;
  /** What is being said: it goes on after a `mm-hm`, from the states before it. */
  readonly current: {
    readonly speaker: HeardSegment['speaker'];
    readonly words: readonly Word[];
    readonly at: Date;
    readonly before: States;
    readonly topicBefore: Field | null;
  } | null;
}

const start: Heard = { states: ignorant, topic: null, asked: new Set(), current: null };
/** Words of one utterance that are heard together at most. */
const mostWords = 160;
const mostLetters = 1_500;

/** All facts in a conversation so far, each as it was last believed. */
export function recognise(conversation: Conversation): Recognised[] {
  return createListener(conversation).hear(conversation.segments);
}

export interface Listener {
  /** The facts in the conversation so far; only turns that changed since the last time are heard again. */
  hear(segments: readonly HeardSegment[]): Recognised[];
}

/** Follows one call: cheap enough to be asked at every word. */
export function createListener(around: Around): Listener {
  let before: readonly Piece[] = [];
  /** `after[i]` is what was known after piece `i`. */
  let after: Heard[] = [];
  return {
    hear(segments) {
      const pieces = segments.flatMap(cut);
      // The last piece is heard anew even where it is the same: it may be the last no longer.
      const same = pieces.findIndex((piece, i) => !isSame(piece, before[i]));
      const changed = Math.min(same === -1 ? pieces.length : same, Math.max(0, before.length - 1));
      after = after.slice(0, changed);
      for (const [i, piece] of pieces.slice(changed).entries())
        after.push(
          hearPiece(after.at(-1) ?? start, piece, { ...around, isLast: changed + i === pieces.length - 1 }),
        );
      before = pieces;
      return beliefsOf(after.at(-1) ?? start, segments);
    },
  };
}

/** A turn, or a part of a long one. */
interface Piece extends HeardSegment {
  readonly from: number;
}

function cut(segment: HeardSegment): Piece[] {
  return piecesOf(segment.text).map((piece) => ({ ...segment, ...piece }));
}

function isSame(piece: Piece, before: Piece | undefined): boolean {
  return piece.text === before?.text && piece.segment === before.segment && piece.speaker === before.speaker;
}

function hearPiece(heard: Heard, piece: Piece, how: Around & { readonly isLast: boolean }): Heard {
  const words = wordsOf(piece);
  if (words.length === 0) return heard;
  const isOpen = how.isLast && piece.isFinal !== true && !/[.?!]["')]?$/.test(piece.text.slice(-4).trimEnd());
  return hearWords(heard, words, { ...how, speaker: piece.speaker, at: piece.at, isOpen });
}

function hearWords(
  heard: Heard,
  words: readonly Word[],
  how: Around & { speaker: HeardSegment['speaker']; at: Date; isOpen: boolean },
): Heard {
  const { current } = heard;
  const isCaller = how.speaker === 'caller';
  if (!isCaller && current?.speaker === 'caller' && isBackchannel(words, current.words)) return heard;
  const goesOn =
    current !== null && (current.speaker === 'caller') === isCaller && isShort(current.words, words);
  const said = goesOn ? [...current.words, ...words] : words;
  const before = goesOn ? current.before : heard.states;
  const topicBefore = goesOn ? current.topicBefore : heard.topic;
  const line = lineOf(said);
  const asked = isCaller ? heard.asked : questionsIn(line.text, heard.asked);
  const utterance: Utterance = {
    ...how,
    at: goesOn ? current.at : how.at,
    words: said,
    line,
    asked,
    topic: topicBefore,
  };
  const states = hearAll(before, utterance);
  const at = utterance.at;
  return {
    states,
    asked,
    topic: topicAfter(topicBefore, { before, states, asked: isCaller ? new Set() : asked }),
    current: { speaker: how.speaker, words: said, at, before, topicBefore },
  };
}

function isShort(...parts: readonly (readonly Word[])[]): boolean {
  const words = parts.flat();
  return words.length <= mostWords && words.reduce((sum, { from, to }) => sum + to - from, 0) <= mostLetters;
}

function hearAll(states: States, said: Utterance): States {
  const hear = <F extends Field, State extends { readonly belief: Belief<F> | null }>(
    recogniser: Recogniser<F, State>,
    state: State,
  ) => recogniser.hear(state, said);
  return {
    name: hear(names, states.name),
    phone: hear(phones, states.phone),
    email: hear(emails, states.email),
    address: hear(addresses, states.address),
    wishedDate: hear(wishedDates, states.wishedDate),
    problem: hear(problems, states.problem),
  };
}

const topics: readonly (readonly [Field, readonly Question[]])[] = [
  ['phone', ['phone', 'areaCode']],
  ['email', ['email']],
  ['address', ['address', 'unit', 'city', 'state', 'zip']],
  ['wishedDate', ['wish']],
  ['name', ['name', 'spelling']],
];

/** The fact that was asked for, or else the one that the utterance changed. */
function topicAfter(
  topic: Field | null,
  { before, states, asked }: { before: States; states: States; asked: ReadonlySet<Question> },
): Field | null {
  const askedFor = topics.find(([, questions]) => questions.some((question) => asked.has(question)));
  if (askedFor !== undefined) return askedFor[0];
  return fields.find((field) => field !== 'problem' && told(before, field) !== told(states, field)) ?? topic;
}

/** What a state tells of a fact; which day was spoken of last is none of it. */
function told(states: States, field: Field): unknown {
  return field === 'wishedDate' ? states.wishedDate.belief : states[field];
}

function beliefsOf({ states }: Heard, segments: readonly HeardSegment[]): Recognised[] {
  const texts = new Map(segments.map(({ segment, text }) => [segment, text]));
  const told = <F extends Field>(field: F, belief: Belief<F> | null): RecognisedField<F>[] => {
    if (belief === null) return [];
    const words = belief.at
      .map(({ segment, from, to }) => texts.get(segment)?.slice(from, to) ?? '')
      .join(' … ');
    return [{ field, ...belief, words }];
  };
  return [
    ...told('name', states.name.belief),
    ...told('phone', states.phone.belief),
    ...told('email', states.email.belief),
    ...told('address', states.address.belief),
    ...told('wishedDate', states.wishedDate.belief),
    ...told('problem', states.problem.belief),
  ];
}
