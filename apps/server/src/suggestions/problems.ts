import { topicOf } from '@ringdesk/shared';
import { type Found, findAll } from './line.ts';
import { type ProblemKind, problemKinds, signsOf } from './problem-kinds.ts';
import type { Belief, Place } from './recognised.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { beginsSentence, placesOf, type Word } from './words.ts';

interface ProblemState {
  readonly belief: Belief<'problem'> | null;
  readonly weights: ReadonlyMap<ProblemKind, number>;
  /** How many utterances of the caller were heard: the reason for a call comes first. */
  readonly heard: number;
  /** The first sentence that spoke for each kind. */
  readonly sentences: ReadonlyMap<ProblemKind, { readonly text: string; readonly at: readonly Place[] }>;
}

/** After so many utterances what is said weighs nothing: a neighbor's roof is no reason to call. */
const fades = [3, 2, 1, 0.5, 0.5, 0.25];

/** What the call is about: one of a closed list of kinds, with a sentence of the caller's own. */
export const problems: Recogniser<'problem', ProblemState> = {
  start: { belief: null, weights: new Map(), heard: 0, sentences: new Map() },
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : state),
};

function hearCaller(state: ProblemState, said: Utterance): ProblemState {
  const factor = fades[state.heard] ?? 0;
  const isSaying = said.words.length >= 4;
  if (factor === 0 || !isSaying) return state;
  const weights = new Map(state.weights);
  const sentences = new Map(state.sentences);
  for (const [kind, weight, pattern] of signsOf) {
    const found = findAll(said.line, pattern);
    const [first] = found;
    // A sentence is quoted whole, so it waits for its end.
    if (first === undefined || (said.isOpen && endOf(said, first) === said.words.length)) continue;
    weights.set(kind, (weights.get(kind) ?? 0) + weight * factor * Math.min(2, 0.5 + found.length / 2));
    if (!sentences.has(kind)) sentences.set(kind, sentenceOf(said, first));
  }
  const heard = state.heard + 1;
  const [best, second] = [...weights].sort((a, b) => b[1] - a[1]);
  const sentence = best === undefined ? undefined : sentences.get(best[0]);
  if (best === undefined || sentence === undefined) return { ...state, heard };
  const confidence = Math.min(0.9, 0.5 + (best[1] - (second?.[1] ?? 0)) / (2.5 * best[1]));
  return {
    weights,
    sentences,
    heard,
    belief: { value: best[0], text: sentence.text || problemKinds[best[0]], at: sentence.at, confidence },
  };
}

function endOf({ words }: Pick<Utterance, 'words'>, { from }: Pick<Found, 'from'>): number {
  const end = words.findIndex((word, at) => at > from && beginsSentence(word));
  return end === -1 ? words.length : end;
}

/** The sentence around a sign, as one line. */
function sentenceOf({ words }: Utterance, { from }: Found): { text: string; at: Place[] } {
  let start = from;
  while (start > 0 && words[start] !== undefined && !beginsSentence(words[start] ?? first)) start -= 1;
  const end = endOf({ words }, { from });
  const said = words
    .slice(start, end)
    .map((word, i) => (i === 0 ? '' : word.gap) + word.text)
    .join('');
  return { text: topicOf(said) ?? said.slice(0, 90), at: placesOf(words, start, end) };
}

const first: Word = { segment: 0, from: 0, to: 0, text: '', low: '', gap: '\n' };
