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
  let before: readonly HeardSegment[] = [];
  /** `after[i]` is what was known after segment `i`. */
  let after: Heard[] = [];
  return {
    hear(segments) {
      // The last turn is heard anew even where it is the same: it may be the last no longer.
      const same = segments.findIndex(
        (one, i) =>
          one.text !== before[i]?.text ||
          one.segment !== before[i].segment ||
          one.speaker !== before[i].speaker,
      );
      const changed = Math.min(same === -1 ? segments.length : same, Math.max(0, before.length - 1));
      const known = after.slice(0, changed);
      for (const [i, segment] of segments.slice(changed).entries())
        known.push(
          hearSegment(known.at(-1) ?? start, segment, {
            around,
            isLast: changed + i === segments.length - 1,
          }),
        );
      before = segments;
      after = known;
      return beliefsOf(known.at(-1) ?? start, segments);
    },
  };
}

function hearSegment(
  heard: Heard,
  segment: HeardSegment,
  how: { readonly around: Around; readonly isLast: boolean },
): Heard {
  const pieces = piecesOf(segment.text);
  return pieces.reduce((known, piece, i) => {
    const words = wordsOf({ segment: segment.segment, ...piece });
    const isOpen = how.isLast && i === pieces.length - 1 && !/[.?!]["')\s]*$/.test(piece.text);
    return words.length === 0
      ? known
      : hearWords(known, words, { ...how.around, speaker: segment.speaker, at: segment.at, isOpen });
  }, heard);
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
    current !== null &&
    (current.speaker === 'caller') === isCaller &&
    current.words.length + words.length <= mostWords;
  const said = goesOn ? [...current.words, ...words] : words;
  const before = goesOn ? current.before : heard.states;
  const topicBefore = goesOn ? current.topicBefore : heard.topic;
  const line = lineOf(said);
  const asked = isCaller ? heard.asked : questionsIn(line.text);
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
  return fields.find((field) => field !== 'problem' && before[field] !== states[field]) ?? topic;
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
