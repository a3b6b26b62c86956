import { beginsSentence, type Word } from './words.ts';

/** Words as one line of small letters, for patterns: single blanks between, ` , ` for a pause, ` . ` between sentences. */
export interface Line {
  readonly text: string;
  /** Where each word begins in `text`. */
  readonly starts: readonly number[];
}

export interface Found {
  /** Numbers of words; `to` is the first one after. */
  readonly from: number;
  readonly to: number;
  readonly groups: readonly (string | undefined)[];
}

export function lineOf(words: readonly Word[]): Line {
  let text = '';
  const starts: number[] = [];
  for (const word of words) {
    if (text !== '') text += beginsSentence(word) ? ' . ' : word.gap.includes(',') ? ' , ' : ' ';
    starts.push(text.length);
    text += word.low;
  }
  return { text, starts };
}

/** Every place in the line where a global pattern matches, in words. */
export function findAll(line: Line, pattern: RegExp): Found[] {
  return Array.from(line.text.matchAll(pattern), (match) => ({
    from: wordAt(line, match.index),
    to: wordAt(line, match.index + match[0].trimEnd().length),
    groups: match.slice(1),
  }));
}

/** The number of the first word that begins at or after this place. */
function wordAt({ starts }: Line, place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
