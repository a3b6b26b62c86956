import type { Place } from './recognised.ts';

/** A word with its place. */
export interface Word extends Place {
  readonly text: string;
  /** In small letters, with a straight apostrophe. */
  readonly low: string;
  /** What stands between the word before and this one; a line break where another turn begins. */
  readonly gap: string;
}

/** Letters with their marks, digits, and apostrophes inside; signs that are said aloud stand alone. Linear. */
const wordLike = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[@#&+_]/gu;
const sentenceEnd = /[.!?;…:—]\s|\n/;

/** A piece of a turn, cut into words. `from` is where the piece begins in its turn. */
export function wordsOf(piece: {
  readonly segment: number;
  readonly from: number;
  readonly text: string;
}): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of piece.text.matchAll(wordLike)) {
    const [text] = match;
    words.push({
      segment: piece.segment,
      text,
      low: text.toLowerCase().replaceAll('’', "'"),
      from: piece.from + match.index,
      to: piece.from + match.index + text.length,
      gap: words.length === 0 ? '\n' : gapBehind(words.at(-1), piece.text.slice(end, match.index), text),
    });
    end = match.index + text.length;
  }
  return words;
}

/** The full stop of `E. 14th` and of `Mr. Park` ends no sentence. */
function gapBehind(before: Word | undefined, gap: string, next: string): string {
  const isShort = before !== undefined && /^(?:[nsew]|ne|nw|se|sw|mr|mrs|ms)$/.test(before.low);
  return isShort && gap === '. ' && next.length > 1 ? ' ' : gap;
}

/** Whether a new sentence, or a new turn, begins with this word. */
export function beginsSentence(word: Word): boolean {
  return sentenceEnd.test(word.gap);
}

/** Words by sentence. */
export function sentencesOf(words: readonly Word[]): Word[][] {
  const sentences: Word[][] = [];
  for (const word of words) {
    const last = sentences.at(-1);
    if (last === undefined || beginsSentence(word)) sentences.push([word]);
    else last.push(word);
  }
  return sentences;
}

/** Whether a speaker paused before this word: a comma or more. */
export function followsPause(word: Word): boolean {
  return word.gap.includes(',') || beginsSentence(word);
}

/** Whether the word is written with a large first letter. */
export function isCapital(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text);
}

/** Where words [from, to) stand: one place for each turn they are in. */
export function placesOf(words: readonly Word[], from: number, to: number): Place[] {
  const places: Place[] = [];
  for (const word of words.slice(Math.max(0, from), to)) {
    const last = places.at(-1);
    if (last?.segment === word.segment) places[places.length - 1] = { ...last, to: word.to };
    else places.push({ segment: word.segment, from: word.from, to: word.to });
  }
  return places;
}

/** `maple` → `Maple`, `o'brien` → `O'Brien`. */
export function asTitle(low: string): string {
  return low
    .replace(/(^|['-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/'(S|T)$/, (end) => end.toLowerCase());
}
