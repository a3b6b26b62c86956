import { beginsSentence, followsPause, type Word } from './words.ts';

/** Numbers as people say them. */

const digits = table({
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  niner: '9',
});
const teens = table({
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
});
const tens = table({
  twenty: '2',
  thirty: '3',
  forty: '4',
  fourty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
});
const ordinals = table({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
});
const times = table({ double: 2, triple: 3, treble: 3 });

function table<Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(entries));
}

/** A number that was read: its digits, and the word after it. */
export interface SpokenNumber {
  readonly digits: string;
  readonly to: number;
}

/** The smallest number that stands at `at`: a digit, `forty-two`, `double oh`, `555`; null where there is none. */
export function readPiece(words: readonly Word[], at: number): SpokenNumber | null {
  const word = words[at];
  if (word === undefined) return null;
  if (/^[0-9]{1,16}$/.test(word.low)) return { digits: word.low, to: at + 1 };
  if (word.low === 'a' && words[at + 1]?.low === 'hundred') return { digits: '1', to: at + 1 };
  const repeat = times.get(word.low);
  if (repeat !== undefined) {
    const one = digitAt(words, at + 1);
    return one === null ? null : { digits: one.repeat(repeat), to: at + 2 };
  }
  if (word.low === 'oh' || word.low === 'o') return readOh(words, at);
  const simple = digits.get(word.low) ?? teens.get(word.low);
  if (simple !== undefined) return { digits: simple, to: at + 1 };
  return readTens(words, at);
}

function readTens(words: readonly Word[], at: number): SpokenNumber | null {
  const ten = tens.get(words[at]?.low ?? '');
  if (ten === undefined) return null;
  const next = words[at + 1];
  // `twenty-second` is no twenty.
  if (next?.gap === '-' && ordinals.has(next.low)) return null;
  const unit = next === undefined || followsPause(next) ? undefined : digits.get(next.low);
  return unit === undefined || unit === '0' || next?.low === 'o'
    ? { digits: `${ten}0`, to: at + 1 }
    : { digits: ten + unit, to: at + 2 };
}

/** `oh` is a nought only beside another number, and not where somebody says `Oh, …`. */
function readOh(words: readonly Word[], at: number): SpokenNumber | null {
  const before = words[at - 1];
  const after = words[at + 1];
  const word = words[at];
  if (word === undefined) return null;
  const follows = before !== undefined && !beginsSentence(word) && isNumberWord(before.low);
  const leads = after !== undefined && !followsPause(after) && isNumberWord(after.low);
  return follows || leads ? { digits: '0', to: at + 1 } : null;
}

function digitAt(words: readonly Word[], at: number): string | null {
  const low = words[at]?.low ?? '';
  return digits.get(low) ?? (/^[0-9]$/.test(low) ? low : null);
}

export function isNumberWord(low: string): boolean {
  return (
    digits.has(low) ||
    teens.has(low) ||
    tens.has(low) ||
    times.has(low) ||
    low === 'hundred' ||
    low === 'thousand' ||
    /^[0-9]{1,16}$/.test(low)
  );
}

/** A number that may be said in any way: `forty-two eleven`, `twelve hundred`, `three oh five`, `1,200`; at most 7 digits. */
export function readNumber(words: readonly Word[], at: number): SpokenNumber | null {
  let read = '';
  let place = at;
  while (read.length < 7) {
    const word = words[place];
    if (place > at && (word === undefined || beginsSentence(word))) break;
    const group = readGroup(words, place);
    if (group === null) break;
    const isThousands = word?.gap === ',' && group.digits.length === 3;
    if (place > at && isWritten(words, place) && word?.gap.includes(',') && !isThousands) break;
    read += group.digits;
    place = group.to;
  }
  return read === '' ? null : { digits: read.slice(0, 12), to: place };
}

/** `14, 3300` are two numbers, `forty-two, eleven` may be one. */
function isWritten(words: readonly Word[], at: number): boolean {
  return /^[0-9]/.test(words[at]?.low ?? '') && /^[0-9]/.test(words[at - 1]?.low ?? '');
}

/** One group: with `hundred` and `thousand` it counts, without them its digits stand. */
function readGroup(words: readonly Word[], at: number): SpokenNumber | null {
  const piece = readPiece(words, at);
  if (piece === null) return null;
  const scale = words[piece.to]?.low;
  if (scale === 'thousand' && piece.digits.length <= 3) {
    const rest = readBelow(words, piece.to + 1, 1000);
    return { digits: String(Number(piece.digits) * 1000 + (rest?.value ?? 0)), to: rest?.to ?? piece.to + 1 };
  }
  if (scale !== 'hundred' || piece.digits.length > 2) return piece;
  const hundreds = readBelow(words, at, 10_000);
  return hundreds === null ? piece : { digits: String(hundreds.value), to: hundreds.to };
}

/** A counted number below a limit: `two hundred and forty-two`. */
function readBelow(words: readonly Word[], at: number, limit: number): { value: number; to: number } | null {
  const start = words[at]?.low === 'and' ? at + 1 : at;
  const piece = readPiece(words, start);
  if (piece === null || piece.digits.length > 2) return null;
  if (words[piece.to]?.low !== 'hundred' || Number(piece.digits) * 100 >= limit)
    return { value: Number(piece.digits), to: piece.to };
  const restAt = words[piece.to + 1]?.low === 'and' ? piece.to + 2 : piece.to + 1;
  const restWord = words[restAt];
  const rest = restWord === undefined || followsPause(restWord) ? null : readPiece(words, restAt);
  const base = Number(piece.digits) * 100;
  if (rest === null || rest.digits.length > 2) return { value: base, to: piece.to + 1 };
  return { value: base + Number(rest.digits), to: rest.to };
}

/** `twenty-first`, `21st` or `third`, with the word after it. */
export function readOrdinal(words: readonly Word[], at: number): { value: number; to: number } | null {
  const low = words[at]?.low ?? '';
  const written = /^([0-9]{1,3})(?:st|nd|rd|th)$/.exec(low);
  if (written !== null) return { value: Number(written[1]), to: at + 1 };
  const simple = ordinals.get(low);
  if (simple !== undefined) return { value: simple, to: at + 1 };
  const ten = tens.get(low);
  const next = words[at + 1];
  if (ten === undefined || next === undefined || followsPause(next)) return null;
  const unit = ordinals.get(next.low);
  return unit === undefined || unit > 9 ? null : { value: Number(ten) * 10 + unit, to: at + 2 };
}
