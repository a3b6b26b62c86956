import { findAll } from './line.ts';
import { isAlikeName, isAskedForName, type NameState, named, told } from './name-state.ts';
import { readName } from './name-words.ts';
import type { Utterance } from './recogniser.ts';
import { isAlike, type Spelled } from './spelling.ts';
import { asTitle, followsPause, placesOf } from './words.ts';

/** How a name is spelled and put right. */

/** `Dana, D-A-N-A, Reyes`. */
export function lastAfter(state: NameState, { to }: Spelled, said: Utterance): NameState {
  if (state.first === null || state.last !== null || !isAskedForName(said)) return state;
  const name = readName(said.words, to, { isAsked: true });
  const after = name === null ? undefined : said.words[name.to];
  const isAlone = after === undefined || followsPause(after);
  if (name === null || !isAlone || name.parts.includes(state.first)) return state;
  return told(state, { ...name, which: 'last', confidence: 0.85 }, [
    ...(state.belief?.at ?? []),
    ...placesOf(said.words, name.from, name.to),
  ]);
}

/** The same name as it was spelled. */
export function spelledOut(state: NameState, spelled: Spelled, said: Utterance): NameState {
  const places = [...(state.belief?.at ?? []), ...placesOf(said.words, spelled.from, spelled.to)];
  const whole = spelled.parts.length === 2 ? spelled.parts : null;
  if (whole !== null && isAskedForName(said))
    return named({ first: asTitle(whole[0] ?? ''), last: asTitle(whole[1] ?? '') }, places, 0.95);
  const before = said.line.text.slice(0, said.line.starts[spelled.from] ?? 0).slice(-60);
  const label = /.*\b(last|first|sur|family) ?name\b/.exec(before)?.[1];
  const part = partSpelled(state, spelled.letters, label ?? labelAsked(said));
  if (part === null) return state;
  const isSame = state[part]?.toLowerCase().replace(/[^\p{L}]/gu, '') === spelled.letters;
  const value = isSame ? state[part] : asTitle(spelled.letters);
  return named({ first: state.first, last: state.last, [part]: value }, places, 0.95);
}

function labelAsked({ asked }: Utterance): string | undefined {
  if (!asked.has('spelling')) return undefined;
  return asked.has('lastName') ? 'last' : asked.has('firstName') ? 'first' : undefined;
}

function partSpelled(
  { first, last }: NameState,
  letters: string,
  label: string | undefined,
): 'first' | 'last' | null {
  const fits = (name: string | null) =>
    name !== null && isAlike(name.toLowerCase().replace(/[^\p{L}]/gu, ''), letters);
  if (fits(last)) return 'last';
  if (fits(first)) return 'first';
  if (label === undefined) return null;
  return label === 'first' ? 'first' : 'last';
}

const counterparts: Readonly<Record<string, readonly string[]>> = {
  k: ['c', 'ch', 'q'],
  c: ['k'],
  y: ['i', 'ie'],
  i: ['y'],
  s: ['z', 'c'],
  z: ['s'],
  j: ['g'],
  g: ['j'],
  f: ['ph'],
  v: ['w'],
  w: ['v'],
  e: ['a'],
};

/** The part that is named, or else the only one in which such a letter may be misheard. */
function partMeant(
  { first, last }: NameState,
  of: { readonly name: string; readonly letter: string; readonly isAnswer: boolean },
): 'first' | 'last' | null {
  if (isAlikeName(last, of.name)) return 'last';
  if (isAlikeName(first, of.name)) return 'first';
  const mayHave = (part: string | null) =>
    part !== null && counterparts[of.letter]?.some((one) => part.toLowerCase().includes(one)) === true;
  if (!of.isAnswer || mayHave(first) === mayHave(last)) return null;
  return mayHave(first) ? 'first' : 'last';
}

/** `Erik with a k`. */
export function withLetter(state: NameState, said: Utterance): NameState {
  const match = findAll(said.line, /\b(?:(\S{2,30}) )?(?:, )?with (?:a|an) (\p{L})\b/gu)[0];
  const [name = '', letter] = match?.groups ?? [];
  if (match === undefined || letter === undefined) return state;
  const part = partMeant(state, { name, letter, isAnswer: said.topic === 'name' });
  const known = part === null ? null : state[part];
  if (part === null || known === null || known.toLowerCase().includes(letter)) return state;
  const from = counterparts[letter]?.find((one) => known.toLowerCase().includes(one));
  if (from === undefined) return state;
  const at = known.toLowerCase().lastIndexOf(from);
  const value = asTitle((known.slice(0, at) + letter + known.slice(at + from.length)).toLowerCase());
  const places = [...(state.belief?.at ?? []), ...placesOf(said.words, match.from, match.to)];
  return named({ first: state.first, last: state.last, [part]: value }, places, 0.85);
}

/** `not Smith, Smyth`, `Smyth, not Smith`. */
export function notThat(state: NameState, said: Utterance): NameState {
  for (const { from, to, groups } of findAll(
    said.line,
    /(?:\b(\S{2,30}) (?:, )?)?\bnot (\S{2,30})(?: (?:, |\. )?(?:but |it's )?(\S{2,30}))?/g,
  )) {
    const [before, wrong = '', after] = groups;
    const part = isAlikeName(state.last, wrong) ? 'last' : isAlikeName(state.first, wrong) ? 'first' : null;
    if (part === null) continue;
    const right = [after, before].find((one) => one !== undefined && one !== wrong && isAlike(one, wrong));
    if (right === undefined || !/^[\p{L}'-]+$/u.test(right)) continue;
    const places = [...(state.belief?.at ?? []), ...placesOf(said.words, from, to)];
    return named({ first: state.first, last: state.last, [part]: asTitle(right) }, places, 0.85);
  }
  return state;
}
