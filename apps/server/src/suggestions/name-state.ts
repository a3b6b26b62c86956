import { isTitle, type NameWords } from './name-words.ts';
import type { Belief, Place } from './recognised.ts';
import type { Utterance } from './recogniser.ts';
import { isAlike } from './spelling.ts';
import type { Word } from './words.ts';

/** What is known of the caller's name, and how a name that is heard changes it. */
export interface NameState {
  readonly belief: Belief<'name'> | null;
  readonly first: string | null;
  readonly last: string | null;
  /** What the rep took the caller's name to be, until the caller answers. */
  readonly proposed: Proposed | null;
}

/** A name in a rep's words: `is this Mr. Park?`, or the caller's own again, as in `Dana what?`. */
interface Proposed {
  readonly name: HeardName | null;
  readonly at: readonly Place[];
}

/** Names heard in one place: `which` says which part, where only one was said. */
export interface HeardName {
  readonly parts: readonly string[];
  readonly which: 'first' | 'last' | 'any';
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  /** `call me Fitz` is no reason to forget a whole name. */
  readonly isNickname?: boolean;
}

export const nobody: NameState = { belief: null, first: null, last: null, proposed: null };

/** `Mrs. Reyes` is a last name. */
export function whichOf(words: readonly Word[], name: NameWords): HeardName['which'] {
  return name.parts.length === 1 && isTitle(words[name.from - 1]) ? 'last' : 'any';
}

export function isAskedForName({ asked }: Utterance): boolean {
  return asked.has('name') && !asked.has('otherName');
}

/** What is known after a name was told; half a name may complete the other half. */
export function told(state: NameState, heard: HeardName, places: readonly Place[]): NameState {
  const [one = '', ...rest] = heard.parts;
  const isWhole = heard.which !== 'last' || state.first === null || isAlikeName(state.first, one);
  if (rest.length > 0 && isWhole) {
    const last = rest.join(' ');
    const isSame = state.first === one && state.last === last;
    return named({ first: one, last }, places, isSame ? 0.95 : heard.confidence);
  }
  const single = heard.parts.join(' ');
  const isLast =
    heard.which === 'last' || (heard.which === 'any' && state.first !== null && isLastAgain(state, single));
  const next = isLast ? { first: state.first, last: single } : withFirst(state, single, heard.which);
  const at =
    state.belief === null || (next.first !== state.first && next.last === null)
      ? places
      : [...state.belief.at, ...places];
  if (next.first === state.first && next.last === state.last) return state;
  if (!isLast && state.last !== null && next.last === null && heard.confidence < 0.9) return state;
  return named(next, at, heard.confidence);
}

/** A first name beside a last one; a name that came alone is the last, where the first is asked for after it. */
function withFirst(
  state: NameState,
  first: string,
  which: HeardName['which'],
): Pick<NameState, 'first' | 'last'> {
  const keeps = state.first === null || isAlikeName(state.first, first);
  if (keeps || which !== 'first') return { first, last: keeps ? state.last : null };
  return { first, last: state.last ?? state.first };
}

/** A single name after a full one puts the last name right where it resembles it more than the first. */
function isLastAgain({ first, last }: NameState, single: string): boolean {
  if (last === null) return false;
  return isAlike(last.toLowerCase(), single.toLowerCase()) && !isAlikeName(first, single);
}

export function isAlikeName(name: string | null, other: string): boolean {
  return name !== null && isAlike(name.toLowerCase(), other.toLowerCase());
}

export function named(
  parts: Pick<NameState, 'first' | 'last'>,
  at: readonly Place[],
  confidence: number,
): NameState {
  const { first, last } = parts;
  const text = [first, last].filter((part) => part !== null).join(' ');
  const value = { firstName: first, lastName: last };
  // Half a name is less worth writing down.
  const sure = first === null || last === null ? Math.min(confidence, 0.7) : confidence;
  return { first, last, proposed: null, belief: { value, text, at: at.slice(-4), confidence: sure } };
}
