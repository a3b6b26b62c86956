import { signs } from './email-domain.ts';
import { lineOf } from './line.ts';
import { readNumber, readPiece, type SpokenNumber } from './numbers.ts';
import { correctionsIn } from './replies.ts';
import { isAlike, readSpelling } from './spelling.ts';
import { beginsSentence, followsPause, type Word } from './words.ts';

export interface LocalPart {
  readonly text: string;
  readonly from: number;
  /** Said with `dot`, digits or spelled letters: plainly an address. */
  readonly isMarked: boolean;
}

const fillers = new Set([
  'um',
  'uh',
  'er',
  'erm',
  'hmm',
  'then',
  'lowercase',
  'capital',
  'letter',
  'spelled',
  'number',
  'the',
  "that's",
]);
/** Words before an address that are none of it. */
const stops = new Set(
  "is it it's its that's that this my mine email mail e-mail address addresses to at on in of for from sure yes yeah yep no okay ok so well use be send try reach me you your can could would have has was just got and or but the a an please by via with here think believe i'm i'll i've we our us under about him her his their called same also actually sorry correction going goes like right best better".split(
    ' ',
  ),
);

/** The words as they are written in an address, signs and digits in place; explanations and fillers left out. */
export function written(words: readonly Word[]): string {
  return assemble(words).text;
}

/** The part before the `at` that stands at `end`, not reaching back before `since`; null where there is none. */
export function readLocal(words: readonly Word[], end: number, since: number): LocalPart | null {
  let from = end;
  let plain = 0;
  const last = pastRemarks(words, end, since);
  from = last;
  while (from > since && end - from < 60) {
    const word = words[from - 1];
    const next = words[from];
    if (word === undefined || next === undefined) break;
    if (from < last && stopsBefore(words, from)) break;
    if (words[end]?.low === '@' && from < end && !/^[._+-]?$/.test(next.gap)) break;
    if (!belongs(words, from - 1)) break;
    plain = isPlain(word) && !isExplaining(words, from - 1) ? plain + 1 : 0;
    if (plain > 3) break;
    from -= 1;
  }
  while (
    from < end &&
    (fillers.has(words[from]?.low ?? '') || /^(?:no|sorry|wait|dot|and)$/.test(words[from]?.low ?? ''))
  )
    from += 1;
  const { text, isMarked } = corrected(words.slice(from, last));
  return text === '' || /^[0-9]{1,2}$/.test(text) || text.length > 64 ? null : { text, from, isMarked };
}

/** The end of the address where `all one word`, `all lowercase` is said before the `at`. */
function pastRemarks(words: readonly Word[], end: number, since: number): number {
  const before = words
    .slice(Math.max(since, end - 4), end)
    .map(({ low }) => low)
    .join(' ');
  const remark =
    /(?:^| )((?:all |in |it's |that's )*(?:one word|lower ?case|small letters|together|no spaces?|no dots?))$/.exec(
      before,
    )?.[1];
  return remark === undefined ? end : end - remark.split(' ').length;
}

/** A sentence ends an address; a comma only between plain words, so `dana, dot reyes` is one. */
function stopsBefore(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return true;
  if (word.gap.includes('\n')) return !signs.has(before.low) && !signs.has(word.low) && !readsNumber(word);
  if (beginsSentence(word)) return !(before.low.length === 1 && word.low.length === 1);
  if (!followsPause(word)) return false;
  const isJoint = (one: Word) => signs.has(one.low) || one.low.length === 1 || readsNumber(one) || isFix(one);
  return (
    !isJoint(before) &&
    !isJoint(word) &&
    !leadsSpelling(words, at) &&
    !isExample(words, at - 1) &&
    !isExample(words, at)
  );
}

/** `that's R-E-Y-E-S` goes on with the address. */
function leadsSpelling(words: readonly Word[], at: number): boolean {
  const [low = '', next = ''] = [words[at]?.low, words[at + 1]?.low];
  if (low === 'that' && next === 'is') return words[at + 2]?.low.length === 1;
  const isBehindThat = low === 'is' && words[at - 1]?.low === 'that';
  return (isBehindThat || /^(?:that's|thats|spelled)$/.test(low)) && next.length === 1;
}

function isExplaining(words: readonly Word[], at: number): boolean {
  return isExample(words, at) || /^(?:as|in|like|for)$/.test(words[at]?.low ?? '');
}

/** The `dog` of `d as in dog`. */
function isExample(words: readonly Word[], at: number): boolean {
  const isLed = /^(?:in|like|for|as)$/.test(words[at - 1]?.low ?? '');
  const letter = words[at - 1]?.low === 'in' ? words[at - 3] : words[at - 2];
  return isLed && letter?.low.length === 1 && words[at]?.low.startsWith(letter.low) === true;
}

function isFix({ low }: Word): boolean {
  return low === 'no' || low === 'sorry' || low === 'wait';
}

function readsNumber(word: Word): boolean {
  return readPiece([word], 0) !== null || word.low === 'oh';
}

function isPlain(word: Word): boolean {
  return word.low.length > 1 && !signs.has(word.low) && !readsNumber(word) && !fillers.has(word.low);
}

function belongs(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (isFix(word))
    return (
      at > 0 && /^(?:[,\s]*)$/.test(word.gap) && words.slice(at + 1).length > 0 && isInsideFix(words, at)
    );
  if (leadsSpelling(words, at)) return true;
  // `d as in dog`: the words that explain a letter.
  if (/^(?:as|in|like|for|a)$/.test(word.low)) return explainsLetter(words, at);
  return !stops.has(word.low) && /^[\p{L}\p{N}+_]{1,40}$/u.test(word.low);
}

/** `no, sorry` inside an address has more of the address before it. */
function isInsideFix(words: readonly Word[], at: number): boolean {
  for (let place = at - 1; place >= Math.max(0, at - 3); place -= 1) {
    const word = words[place];
    if (word === undefined) return false;
    if (!isFix(word))
      return isPlain(word)
        ? !stops.has(word.low) && !/^(?:oh|well|um)$/.test(word.low)
        : !fillers.has(word.low);
  }
  return false;
}

function explainsLetter(words: readonly Word[], at: number): boolean {
  if (words[at]?.low === 'a')
    return (
      signs.has(words[at + 1]?.low ?? '') ||
      (words[at + 1]?.low.length ?? 0) === 1 ||
      words[at + 1]?.low === 'as' ||
      words[at - 1]?.low.length === 1
    );
  const before = words[at]?.low === 'in' ? words[at - 2] : words[at - 1];
  return before?.low.length === 1;
}

/** With a correction inside, what stands behind it counts: the end of the same kind, or the whole. */
function corrected(words: readonly Word[]): { text: string; isMarked: boolean } {
  const fix = correctionsIn(lineOf(words)).at(-1);
  if (fix === undefined || fix.from === 0) return assemble(words);
  const left = assemble(words.slice(0, fix.from));
  const right = assemble(words.slice(fix.to));
  const tail = /[0-9]{1,16}$/.exec(left.text)?.[0] ?? '';
  if (/^[0-9]+$/.test(right.text))
    return {
      text: left.text.slice(0, left.text.length - Math.max(tail.length, 0)) + right.text,
      isMarked: true,
    };
  const cut = Math.max(left.text.lastIndexOf('.'), left.text.lastIndexOf('_'), left.text.lastIndexOf('-'));
  const isLast = cut > 0 && isAlike(left.text.slice(cut + 1), right.text);
  return isLast ? { text: left.text.slice(0, cut + 1) + right.text, isMarked: true } : right;
}

/** `g wolf, that's g, w, o, l, f`: what is spelled again stands once, as it was spelled. */
function withoutRepeated(text: string, lastPlain: string, letters: string): string {
  const part = /[^._+-]{0,64}$/.exec(text)?.[0] ?? '';
  const repeated = [part, lastPlain].find(
    (one) => one.length > 1 && letters.length > 2 && isAlike(one, letters),
  );
  return repeated === undefined ? text : text.slice(0, text.length - repeated.length);
}

/** Digits, or a number that counts: `two thousand four`. */
function readCount(words: readonly Word[], at: number): SpokenNumber | null {
  const piece = readPiece(words, at);
  const isScaled = piece !== null && /^(?:hundred|thousand)$/.test(words[piece.to]?.low ?? '');
  return isScaled ? readNumber(words, at) : piece;
}

function assemble(words: readonly Word[]): { text: string; isMarked: boolean } {
  let text = '';
  let lastPlain = '';
  let isMarked = false;
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    if (word === undefined) break;
    if (leadsSpelling(words, at)) {
      at += 1;
      continue;
    }
    const sign = signs.get(word.low) ?? (at > 0 && /^[._+-]$/.test(word.gap) ? word.gap : undefined);
    const spelled =
      word.low.length === 1 || word.low === 'double'
        ? readSpelling(
            words,
            at,
            word.low === 'double' || isExample(words, at + 2) || isExample(words, at + 3) ? 1 : 2,
          )
        : null;
    const number = spelled === null ? readCount(words, at) : null;
    if (spelled !== null) {
      text = withoutRepeated(text, lastPlain, spelled.letters) + spelled.letters;
      at = spelled.to;
      isMarked = true;
      continue;
    }
    if (number !== null) text += (/^[._+-]$/.test(word.gap) ? word.gap : '') + number.digits;
    else if (signs.has(word.low)) text += sign ?? '';
    else if (!fillers.has(word.low)) text += (/^[._+-]$/.test(word.gap) && at > 0 ? word.gap : '') + word.low;
    isMarked ||= number !== null || sign !== undefined;
    if (number === null && sign === undefined && !fillers.has(word.low)) lastPlain = word.low;
    at = number?.to ?? at + 1;
  }
  return {
    text: text
      .normalize('NFKD')
      .replace(/[^a-z0-9._%+-]/g, '')
      .replace(/^[._-]+|[._-]+$/g, ''),
    isMarked,
  };
}
