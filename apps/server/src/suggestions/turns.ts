import type { Word } from './words.ts';

/** How turns are taken: where a long one is cut, and which short ones interrupt nothing. */

const softLength = 500;
const hardLength = 900;

/** A long turn in pieces, cut at sentences where it can be; a longer text never moves the cuts of its beginning. */
export function piecesOf(text: string): { from: number; text: string }[] {
  const pieces: { from: number; text: string }[] = [];
  let from = 0;
  while (text.length - from > hardLength) {
    const soft = text.slice(from + softLength, from + hardLength).search(/[.!?]\s/);
    const blank = text.lastIndexOf(' ', from + hardLength);
    const to =
      soft !== -1 ? from + softLength + soft + 1 : blank > from + softLength ? blank : from + hardLength;
    pieces.push({ from, text: text.slice(from, to) });
    from = to;
  }
  pieces.push({ from, text: text.slice(from) });
  return pieces;
}

const noises = new Set(
  "mm hm hmm mhm uh huh um okay ok right yes yeah yep got it go on ahead sure alright all and so i see perfect great thanks thank you good mmhm aha ah oh take your time i'm listening the rest then please continue".split(
    ' ',
  ),
);

function isZero(low: string): boolean {
  return low === 'oh' || low === 'o' || low === 'zero' || low === '0';
}

/** Whether a rep only says `mm-hm`, or repeats digits or words that were just said. */
export function isBackchannel(words: readonly Word[], before: readonly Word[]): boolean {
  const lows = words.map(({ low }) => low);
  if (lows.length <= 4 && lows.every((low) => noises.has(low))) return true;
  const echoed = new Set(before.slice(-8).map(({ low }) => low));
  const isEcho = (low: string) =>
    echoed.has(low) || noises.has(low) || (isZero(low) && [...echoed].some(isZero));
  return lows.length <= 8 && lows.every(isEcho);
}
