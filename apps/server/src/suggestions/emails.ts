import { readDomain } from './email-domain.ts';
import { readLocal, written } from './email-local.ts';
import { findAll } from './line.ts';
import { readPiece } from './numbers.ts';
import type { Belief, Place } from './recognised.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { agrees, correctionsIn, takenBack } from './replies.ts';
import { distance, isAlike, spellingsIn } from './spelling.ts';
import { placesOf } from './words.ts';

interface EmailState {
  readonly belief: Belief<'email'> | null;
  /** What a rep read back, where it differs. */
  readonly readBack: Belief<'email'> | null;
}

/** RFC 5321 gives 64 and 254; the shape is what mail systems really take. Linear: the classes do not overlap. */
const shape = /^[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}[a-z]{2,18}$/;

/** Email addresses: said with `at` and `dot` or written, spelled, corrected in part. */
export const emails: Recogniser<'email', EmailState> = {
  start: { belief: null, readBack: null },
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : hearRep(state, said)),
};

function hearRep(state: EmailState, said: Utterance): EmailState {
  const isOurs = /\b(?:our|us|my|me)\b/.test(said.line.text) && !/\bemail (?:you|it)\b/.test(said.line.text);
  const read = isOurs ? undefined : wholeIn(said, 0).at(-1);
  if (read === undefined) return state;
  if (state.belief?.value === read.value)
    return { readBack: null, belief: { ...state.belief, confidence: 0.97 } };
  return { ...state, readBack: read };
}

function hearCaller(state: EmailState, said: Utterance): EmailState {
  const back = takenBack(said.line, 'email');
  const before = back === null ? state : emails.start;
  const since = back ?? 0;
  const asked = said.asked.has('email');
  const isNamed = asked || said.topic === 'email' || /\be ?mail\b/.test(said.line.text);
  let belief = before.belief;
  for (const heard of wholeIn(said, since)) {
    // `How do we reach you?` may be answered by one.
    if (!isNamed && heard.confidence < (said.asked.has('phone') ? 0.65 : 0.7)) continue;
    const isSame = belief?.value === heard.value;
    belief = { ...heard, confidence: isSame ? Math.max(0.95, belief?.confidence ?? 0) : heard.confidence };
  }
  const isNew = belief !== before.belief;
  if (!isNew && before.readBack !== null && agrees(said.line))
    return { belief: before.readBack, readBack: null };
  const base = belief ?? before.readBack;
  const isTopic = said.topic === 'email' || asked || isNew;
  const fixed = base === null || !isTopic ? base : repaired(base, said, { since, isNew });
  const next = fixed === before.readBack ? belief : fixed;
  return next === state.belief && before.readBack === state.readBack
    ? state
    : { belief: next, readBack: null };
}

/** Every whole address in an utterance. */
function wholeIn(said: Utterance, since: number): Belief<'email'>[] {
  const found: Belief<'email'>[] = [];
  const { words } = said;
  let after = since;
  words.forEach((word, at) => {
    if ((word.low !== 'at' && word.low !== '@') || at < after) return;
    const domain = readDomain(words, at + 1);
    if (domain === null) return;
    const local = readLocal(words, at, after);
    // A provider without `dot com` may only be unfinished.
    const isCut = domain.isGuess && said.isOpen && domain.to === words.length;
    if (local === null || isCut) return;
    after = domain.to;
    const value = `${local.text}@${domain.text}`;
    if (!shape.test(value) || value.includes('..')) return;
    const isPlain = !local.isMarked && word.low === 'at';
    const confidence =
      (domain.isGuess ? 0.65 : 0.9) - (isPlain ? 0.25 : 0) + (isPlain && said.asked.has('email') ? 0.2 : 0);
    found.push({ value, text: value, at: placesOf(words, local.from, domain.to), confidence });
  });
  return found;
}

/** An address after what was put right in it: the domain, its ending, a spelled part, or `not eight two, eight three`. */
function repaired(
  base: Belief<'email'>,
  said: Utterance,
  { since, isNew }: { readonly since: number; readonly isNew: boolean },
): Belief<'email'> {
  const { words, line } = said;
  const parts = split(base.value);
  const change = (value: string, from: number, to: number): Belief<'email'> =>
    shape.test(value) && value !== base.value
      ? { value, text: value, at: [...base.at, ...placesOf(words, from, to)].slice(-4), confidence: 0.8 }
      : base;
  const end = lastPlace(base, words);
  const from = isNew ? Math.max(since, end) : since;
  for (const { letters, from: at, to } of spellingsIn(words, 3)) {
    if (at < from || (said.isOpen && to === words.length)) continue;
    const value = respelled(parts.local, letters);
    if (value !== null) return change(`${value}@${parts.domain}`, at, to);
  }
  if (!isNew || correctionsIn(line).some((fix) => fix.from >= end)) {
    for (let at = from; at < words.length; at += 1) {
      const low = words[at]?.low;
      if (low === 'at' || low === '@') {
        const domain = readDomain(words, at + 1);
        if (domain !== null) return change(`${parts.local}@${domain.text}`, at, domain.to);
      }
    }
  }
  for (const { from: at, to, groups } of findAll(
    line,
    /\b(?:no|not|it's|sorry|actually|dot) (?:, )?(?:dot )?(com|net|org|edu|gov|us|co|io|info|biz)\b(?! (?:, )?(?:it's|but))/g,
  )) {
    const isDenied = /^not\b/.test(line.text.slice(line.starts[at] ?? 0));
    if (at >= from && !isDenied && groups[0] !== undefined)
      return change(`${parts.local}@${parts.domain.replace(/\.[a-z]+$/, `.${groups[0]}`)}`, at, to);
  }
  return swapped(base, said, { from, change });
}

/** `not eight two, eight three`, `eight three, not eight two`, `no, eight three`. */
function swapped(
  base: Belief<'email'>,
  { words, line }: Utterance,
  { from, change }: { from: number; change: (value: string, from: number, to: number) => Belief<'email'> },
): Belief<'email'> {
  const { local, domain } = split(base.value);
  for (const { from: at, to, groups } of findAll(
    line,
    /\bnot ((?:[a-z0-9]+ ){1,4})(?:, |\. )?(?:but |it's |rather )?/g,
  )) {
    const wrong = written(words.slice(at + 1, at + 1 + (groups[0] ?? '').trim().split(' ').length));
    const rightBefore = written(words.slice(Math.max(from, at - wordsIn(wrong.length)), at));
    const right = written(words.slice(to, to + 6));
    const fixed = [right, rightBefore].find((one) => one !== '' && one.length <= 24 && one !== wrong);
    if (at < from || wrong === '' || fixed === undefined || !local.includes(wrong)) continue;
    return change(`${local.replace(wrong, fixed)}@${domain}`, at, Math.min(words.length, to + 6));
  }
  const fix = correctionsIn(line).findLast((one) => one.from >= from);
  if (fix === undefined) return base;
  let digits = '';
  let place = fix.to;
  for (let piece = readPiece(words, place); piece !== null; piece = readPiece(words, place)) {
    digits += piece.digits;
    place = piece.to;
  }
  const tail = /[0-9]{1,16}$/.exec(local)?.[0] ?? '';
  return digits === '' || tail.length !== digits.length
    ? base
    : change(`${local.slice(0, -tail.length)}${digits}@${domain}`, fix.from, place);
}

function wordsIn(letters: number): number {
  return Math.min(4, Math.max(1, letters));
}

function split(email: string): { local: string; domain: string } {
  const at = email.lastIndexOf('@');
  return { local: email.slice(0, at), domain: email.slice(at + 1) };
}

/** The local part with the piece that was spelled, where one resembles it. */
function respelled(local: string, letters: string): string | null {
  const pieces = local.split(/([._+-]|[0-9]{1,16})/);
  let best = -1;
  pieces.forEach((piece, i) => {
    const isBetter = best === -1 || distance(piece, letters) < distance(pieces[best] ?? '', letters);
    if (/^[a-z]/.test(piece) && isAlike(piece, letters) && isBetter) best = i;
  });
  return best === -1 ? null : pieces.map((piece, i) => (i === best ? letters : piece)).join('');
}

/** The word after the one in which an address was heard last. */
function lastPlace(base: { at: readonly Place[] }, words: Utterance['words']): number {
  const last = base.at.at(-1);
  return words.findLastIndex((word) => word.segment === last?.segment && word.from < last.to) + 1;
}
