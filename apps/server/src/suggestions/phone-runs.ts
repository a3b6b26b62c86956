import { type Found, findAll } from './line.ts';
import { readPiece } from './numbers.ts';
import type { Place } from './recognised.ts';
import type { Utterance } from './recogniser.ts';
import { correctionsIn } from './replies.ts';
import { beginsSentence, placesOf, type Word } from './words.ts';

/** Digits that were said, and where. */
export interface Digits {
  readonly digits: string;
  readonly at: readonly Place[];
}

/** Digits in one go, and how they follow what was said before. */
export interface Run extends Digits {
  readonly from: number;
  readonly to: number;
  readonly how:
    | 'begins'
    | 'goes on'
    | 'corrects'
    | 'corrects the end'
    | 'is the area code'
    | 'is the extension'
    | 'is something else';
  readonly isForeign: boolean;
}

const between = new Set([
  'um',
  'uh',
  'er',
  'erm',
  'dash',
  'hyphen',
  'dot',
  'point',
  'then',
  'and',
  'like',
  'so',
  'plus',
  'hmm',
  'space',
  'area',
  'code',
  "that's",
  'is',
]);
const counted = new Set(['dollars', 'bucks', 'cents', 'degrees', 'milligrams', 'percent', 'years']);
const otherNumber =
  /\b(?:order|invoice|job|account|policy|member|membership|card|tracking|confirmation|claim|case|serial|model|ticket|reference|insurance|group|license|i ?d|social|security|routing|zip|fax|dollars?|suite|room|claim|part) (?:number |code |i ?d |is |was |it's |, |\. )*$/;
const oldNumber = /\b(?:old|previous|former) (?:phone |cell )?number (?:is |was |used to be |, )*$/;
/** `extension is`, right before its digits. */
const extensionNamed = /\bext(?:ension)? (?:number |is |was |it's |should be |, |\. )*$/;
const tailNamed =
  /\b(?:last|final) (?:two|three|four|2|3|4|few)?(?: ?(?:digits|numbers|part|bit|ones))?(?: (?:are|is|should be|was|were|being|it's))?\b|\bend(?:s|ing) (?:in|with)\b/g;
const areaNamed = /\barea code(?: (?:is|of|was|should be|it's))*/g;

/** The line before a run, so many words of it. */
export function lead({ line }: Utterance, run: { readonly from: number }, words: number): string {
  const end = line.starts[run.from] ?? line.text.length;
  return line.text.slice(line.starts[Math.max(0, run.from - words)] ?? 0, end);
}

/** Every run of digits in an utterance. */
export function runsIn(said: Utterance): Run[] {
  const { words, line } = said;
  const marks = {
    fixes: correctionsIn(line),
    tails: findAll(line, tailNamed),
    areas: findAll(line, areaNamed),
  };
  const runs: Run[] = [];
  let at = 0;
  while (at < words.length) {
    const named = marks.tails.find(({ from, to }) => from <= at && at < to);
    const read = named === undefined ? readRun(words, at) : null;
    if (read === null) {
      at += 1;
      continue;
    }
    const isForeign = words[at - 1]?.low === '+' || words[at - 1]?.low === 'plus';
    const run = { ...read, from: at, at: placesOf(words, at, read.to), isForeign };
    runs.push({ ...run, how: howSaid(said, run, { before: runs.at(-1), marks }) });
    at = read.to;
  }
  return runs;
}

type Marks = Readonly<Record<'fixes' | 'tails' | 'areas', readonly Found[]>>;

/** How a run follows the one before it. */
function howSaid(
  said: Utterance,
  run: Omit<Run, 'how'>,
  { before, marks }: { readonly before: Run | undefined; readonly marks: Marks },
): Run['how'] {
  const since = before?.to ?? 0;
  const stands = (found: readonly Found[]) =>
    found.some(
      ({ from, to }) => from >= since - 1 && from < run.from && to <= run.from + 1 && to >= run.from - 4,
    );
  const after = said.words[run.to]?.low ?? '';
  if (otherNumber.test(lead(said, run, 8)) || oldNumber.test(lead(said, run, 8)) || counted.has(after))
    return 'is something else';
  if (extensionNamed.test(lead(said, run, 5))) return 'is the extension';
  if (stands(marks.tails)) return 'corrects the end';
  if (stands(marks.areas) && run.digits.length === 3) return 'is the area code';
  const isBareNo =
    before !== undefined &&
    run.from - before.to === 1 &&
    /^(?:no|sorry|wait)$/.test(said.words[before.to]?.low ?? '');
  if (isBareNo || stands(marks.fixes)) return 'corrects';
  const isNear = before !== undefined && run.from - before.to <= 3;
  return isNear && before.digits.length + run.digits.length <= 11 ? 'goes on' : 'begins';
}

/** Digits without a pause longer than a comma, and with nothing between them but `um` and `dash`. */
function readRun(words: readonly Word[], at: number): { digits: string; to: number } | null {
  let digits = '';
  let end = at;
  let place = at;
  while (digits.length < 16) {
    const isWhole = digits.length >= (digits.startsWith('1') ? 11 : 10);
    const word = words[place];
    if (word === undefined || (place > at && beginsSentence(word) && isWhole)) break;
    const piece = readScaled(words, place);
    if (piece !== null) {
      digits += piece.digits;
      place = piece.to;
      end = place;
      if (isSaidAgain(words, { at, end, digits })) break;
    } else if (word.low === 'area') break;
    else if (place > at && place - end < 2 && between.has(word.low)) place += 1;
    else break;
  }
  return digits === '' ? null : { digits, to: end };
}

/** `forty. Four zero`: what begins a sentence behind digits says them again. */
function isSaidAgain(
  words: readonly Word[],
  { at, end, digits }: { at: number; end: number; digits: string },
): boolean {
  const next = words[end];
  if (digits.length > 4 || next === undefined || !beginsSentence(next)) return false;
  let again = '';
  let place = end;
  while (again.length < digits.length) {
    const piece = readScaled(words, place);
    if (piece === null || (place > end && beginsSentence(words[place] ?? next))) return false;
    again += piece.digits;
    place = piece.to;
  }
  return again === digits && end > at;
}

/** A piece with `hundred` or `thousand` behind it, as in `eight hundred` and `five thousand`. */
function readScaled(words: readonly Word[], at: number): { digits: string; to: number } | null {
  const piece = readPiece(words, at);
  if (piece === null) return null;
  const scale = words[piece.to]?.low;
  if (scale === 'hundred' && piece.digits.length <= 2)
    return { digits: `${piece.digits}00`, to: piece.to + 1 };
  if (scale === 'thousand' && piece.digits.length === 1)
    return { digits: `${piece.digits}000`, to: piece.to + 1 };
  return piece;
}
