import { findAll } from './line.ts';
import { type NameWords, nameAnswer, readName } from './name-words.ts';
import type { Belief, Place } from './recognised.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { correctionsIn, takenBack } from './replies.ts';
import { isAlike, type Spelled, spellingsIn } from './spelling.ts';
import { asTitle, beginsSentence, followsPause, placesOf, type Word } from './words.ts';

interface NameState {
  readonly belief: Belief<'name'> | null;
  readonly first: string | null;
  readonly last: string | null;
}

/** Names heard in one place: `which` says which part, where only one was said. */
interface HeardName {
  readonly parts: readonly string[];
  readonly which: 'first' | 'last' | 'any';
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
}

const introduced =
  /\b(?:my (?:full |legal |real )?name(?:'s| is| (?:, )?it's)|(?:the |my )(?:first |last |sur|family )name(?:'s| is|(?: ,)?)|(?:the )?name(?:'s| is)|name (?:, )?it's|(?:first|last) name(?:'s| is|(?: ,)?)|surname(?:'s| is)|you can call me|call me|(?:you're )?(?:speaking|talking) (?:with|to)|this is(?: (?:his|her|their|the) (?:son|daughter|wife|husband|mother|father|mom|dad|sister|brother|caregiver|neighbor|tenant|assistant|roommate|partner)(?: ,)?)?|(?:put it|it's|it is) under|(?:i'm|i am)|it's|it is|that's) /g;
/** What may follow a name that is not asked for. */
const whose =
  /\b(?:his|her|their|your|\S+'s|whose|child|patient|doctor|husband|wife|son|daughter|kid|mother|father|boss|plumber|tech|technician|guy|insurance|company|street|business|pet|dog)(?: full| first| last)? $/;

/** The caller's own name: introduced, answered, spelled, put right. */
export const names: Recogniser<'name', NameState> = {
  start: { belief: null, first: null, last: null },
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : state),
};

function hearCaller(state: NameState, said: Utterance): NameState {
  const back = takenBack(said.line, 'name');
  let next = back === null ? state : names.start;
  const heard = introductionsIn(said);
  const answer = isAskedForName(said) ? answered(said) : null;
  const isFirst = answer !== null && !heard.some((one) => one.from <= answer.from);
  for (const name of isFirst ? [answer, ...heard] : heard)
    if (name.from >= (back ?? 0)) next = told(next, name, said);
  for (const spelled of spellingsIn(said.words, said.asked.has('spelling') ? 2 : 3).filter(
    (one) => !isUnfinished(one, said),
  ))
    next = spelledOut(next, spelled, said);
  next = withLetter(next, said);
  return notThat(next, said);
}

/** Half of a spelling would be another name. */
function isUnfinished({ to }: Spelled, said: Utterance): boolean {
  return said.isOpen && to === said.words.length;
}

function isAskedForName({ asked }: Utterance): boolean {
  return asked.has('name') && !asked.has('otherName');
}

/** `my name is …`, `this is …`, `last name is …`. */
function introductionsIn(said: Utterance): HeardName[] {
  const { words, line, asked } = said;
  const found: HeardName[] = [];
  for (const { from, to } of findAll(line, introduced)) {
    const how = line.text.slice(line.starts[from] ?? 0, line.starts[to] ?? line.text.length);
    if (whose.test(line.text.slice(Math.max(0, (line.starts[from] ?? 0) - 30), line.starts[from] ?? 0)))
      continue;
    const isLoose = /^(?:this is|i'm|i am|it's|it is|that's|call me)/.test(how);
    const isFix =
      isLoose && said.topic === 'name' && correctionsIn(line).some((fix) => fix.from < to && fix.to >= from);
    const isAsked = isAskedForName(said) || isFix;
    if (/^(?:that's|it's|it is)/.test(how) && !isAsked && !isSpeaking(said, to)) continue;
    const name = readName(words, to, { isAsked: isAsked || !isLoose });
    if (name === null) continue;
    const fuller = fullerName(words, name);
    const named = /\b(?:last|family|sur) ?name/.test(how) ? 'last' : /first name/.test(how) ? 'first' : 'any';
    const which = named === 'any' && isAsked && fuller.parts.length === 1 ? askedPart(said) : named;
    const confidence = isLoose && !isAsked ? 0.75 : 0.9;
    found.push({ ...fuller, which, confidence: asked.has('otherName') ? 0.6 : confidence });
  }
  return [...found, ...speakersIn(said)].sort((a, b) => a.from - b.from);
}

/** `Bond, James Bond`. */
function fullerName(words: readonly Word[], name: NameWords): NameWords {
  const again = name.parts.length === 1 ? readName(words, name.to, { isAsked: true }) : null;
  return again !== null && again.parts.length > 1 && again.parts.includes(name.parts[0] ?? '') ? again : name;
}

/** `Dana Reyes here`, `Dana speaking`, after a pause or at the beginning. */
function speakersIn({ words }: Utterance): HeardName[] {
  return words.flatMap(({ low }, end): HeardName[] => {
    if (low !== 'here' && low !== 'speaking') return [];
    for (let at = Math.max(0, end - 3); at < end; at += 1) {
      const word = words[at];
      const name =
        word !== undefined && (at === 0 || followsPause(word))
          ? readName(words, at, { isAsked: false })
          : null;
      if (name?.to === end) return [{ ...name, which: 'any', confidence: 0.8 }];
    }
    return [];
  });
}

/** `Dana speaking`, `Dana Reyes here`. */
function isSpeaking({ words }: Utterance, at: number): boolean {
  return words
    .slice(at + 1, at + 4)
    .some(({ low }) => low === 'speaking' || low === 'here' || low === 'calling');
}

function askedPart({ asked }: Utterance): HeardName['which'] {
  if (asked.has('lastName') && !asked.has('firstName')) return 'last';
  return asked.has('firstName') && !asked.has('lastName') ? 'first' : 'any';
}

/** The name in an answer that is little more than the name. */
function answered(said: Utterance): HeardName | null {
  const name = nameAnswer(said.words) ?? laterAnswer(said);
  if (name === null) return null;
  const which = name.parts.length === 1 ? askedPart(said) : 'any';
  return { ...name, which, confidence: name.parts.length > 1 ? 0.85 : 0.75 };
}

/** A whole name that is a sentence of its own, after others: `Put it under Higgins. Martha Higgins.` */
function laterAnswer({ words }: Utterance): NameWords | null {
  for (let at = 1; at < Math.min(words.length, 40); at += 1) {
    const word = words[at];
    const name = word !== undefined && beginsSentence(word) ? readName(words, at, { isAsked: true }) : null;
    const after = name === null ? undefined : words[name.to];
    if (name !== null && name.parts.length > 1 && (after === undefined || beginsSentence(after))) return name;
  }
  return null;
}

function told(state: NameState, heard: HeardName, said: Utterance): NameState {
  const [one = '', ...rest] = heard.parts;
  const places = placesOf(said.words, heard.from, heard.to);
  if (rest.length > 0 && heard.which !== 'last') {
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

function isAlikeName(name: string | null, other: string): boolean {
  return name !== null && isAlike(name.toLowerCase(), other.toLowerCase());
}

/** The same name as it was spelled. */
function spelledOut(state: NameState, spelled: Spelled, said: Utterance): NameState {
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

/** `Erik with a k`. */
function withLetter(state: NameState, said: Utterance): NameState {
  const match = findAll(said.line, /\b(\S{2,30}) with (?:a|an) (\p{L})\b/gu)[0];
  const [name, letter] = match?.groups ?? [];
  if (match === undefined || name === undefined || letter === undefined) return state;
  const part = isAlikeName(state.last, name) ? 'last' : isAlikeName(state.first, name) ? 'first' : null;
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
function notThat(state: NameState, said: Utterance): NameState {
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

function named(
  parts: Pick<NameState, 'first' | 'last'>,
  at: readonly Place[],
  confidence: number,
): NameState {
  const { first, last } = parts;
  const text = [first, last].filter((part) => part !== null).join(' ');
  const value = { firstName: first, lastName: last };
  // Half a name is less worth writing down.
  const sure = first === null || last === null ? Math.min(confidence, 0.7) : confidence;
  return { first, last, belief: { value, text, at: at.slice(-4), confidence: sure } };
}
