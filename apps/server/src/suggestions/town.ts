import { readNumber, readOrdinal, readPiece } from './numbers.ts';
import { readState, streetEnding } from './places.ts';
import { asTitle, beginsSentence, followsPause, isCapital, type Word } from './words.ts';

/** What stands behind a street: each null where it was not said; `to` is the word after. */
export interface Town {
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly to: number;
}

const kinds = new Map(
  Object.entries({
    apartment: 'Apt',
    apt: 'Apt',
    unit: 'Unit',
    suite: 'Ste',
    ste: 'Ste',
    lot: 'Lot',
    room: 'Rm',
    space: 'Spc',
    trailer: 'Trlr',
    '#': '#',
    number: '#',
  }),
);
const isStreet =
  /^(?:street|drive|avenue|road|lane|court|boulevard|place|circle|way|trail|parkway|highway)$/i;
const fillers = new Set([
  'in',
  'um',
  'uh',
  'it',
  "it's",
  'is',
  "that's",
  'here',
  'the',
  'city',
  'town',
  'of',
  'sure',
  'yes',
  'yeah',
  'yep',
  'yup',
  'still',
  'correct',
  'oh',
  'well',
  'okay',
  'so',
  'we',
  "we're",
  'are',
  'er',
  'right',
  'over',
  'sorry',
  'no',
  'zip',
  'code',
  'and',
  'state',
  'that',
  'would',
  'be',
  'you',
  'know',
  'let',
  'me',
  'see',
  'look',
  'listen',
  'i',
  'mean',
  'just',
  'outside',
]);
const notCities = new Set(
  "the a an and but or i we you it it's that that's this there is are was no yes yeah not please thanks thank my our your on at for with right by near behind across next apartment unit because so if when where who what which he she they can could would just need come get one just off mobile home house building condo the downstairs upstairs sorry zip code okay ok ma'am maam sir hon honey man dude around corner back front door".split(
    ' ',
  ),
);

/** Whether a number behind this word is that of a unit, and no house. */
export function isUnitKind(word: Word | undefined): boolean {
  return word !== undefined && word.low !== 'number' && kinds.has(word.low);
}

/** `apartment three B`, `unit twelve oh four`, `# 7`, at `at`. */
export function readUnit(words: readonly Word[], at: number): { unit: string; to: number } | null {
  const floor = readOrdinal(words, at);
  if (floor !== null && words[floor.to]?.low === 'floor')
    return { unit: `Fl ${floor.value}`, to: floor.to + 1 };
  const kind = kinds.get(words[at]?.low ?? '');
  if (kind === undefined) return null;
  const start = /^(?:number|is|#)$/.test(words[at + 1]?.low ?? '') ? at + 2 : at + 1;
  const compact = words[start]?.low ?? '';
  if (/^(?:[0-9]{1,5}[a-z]|[a-z][0-9]{1,5})$/.test(compact))
    return { unit: `${kind} ${compact.toUpperCase()}`, to: start + 1 };
  const number = readNumber(words, start);
  const letterAt = number?.to ?? start;
  const letter = readLetter(words, letterAt, number !== null);
  const second = number === null && letter !== null ? readNumber(words, letter.to) : null;
  const name = `${number?.digits ?? ''}${letter?.text ?? ''}${second?.digits ?? ''}`;
  if (name === '' || name.length > 6) return null;
  return { unit: `${kind} ${name}`, to: second?.to ?? letter?.to ?? letterAt };
}

function readLetter(
  words: readonly Word[],
  at: number,
  isAfterNumber: boolean,
): { text: string; to: number } | null {
  const word = words[at];
  if (word === undefined || !/^[a-z]$/.test(word.low)) return null;
  if (beginsSentence(word) || (isAfterNumber && word.low === 'i')) return null;
  if (
    word.low === 'a' &&
    isAfterNumber &&
    /^[a-z]{2,}/.test(words[at + 1]?.low ?? '') &&
    !followsPause(words[at + 1] ?? word) &&
    words[at + 1]?.low !== 'as' &&
    words[at + 1]?.low !== 'in'
  )
    return null;
  return { text: word.low.toUpperCase(), to: pastExample(words, at) };
}

interface HowSaid {
  /** Whether the town was asked for. */
  readonly isAnswer: boolean;
  /** Whether the last words of an answer may be the town, with nothing before it. */
  readonly mayEndIt?: boolean;
}

/** The word after `b as in boy`, `b like boy`. */
function pastExample(words: readonly Word[], at: number): number {
  const link = words[at + 1]?.low ?? '';
  const to = link === 'as' && words[at + 2]?.low === 'in' ? at + 3 : at + 2;
  const isExample = /^(?:as|like|for)$/.test(link) && words[to]?.low.startsWith(words[at]?.low ?? ' ');
  return isExample === true ? to + 1 : at + 1;
}

/** City, state and ZIP from `at` on. */
export function readTown(words: readonly Word[], at: number, how: HowSaid): Town | null {
  if (!how.isAnswer && isElsewhere(words, at)) return null;
  let place = pastFillers(words, at, how);
  const city = readCity(words, place, how);
  place = city?.to ?? place;
  const state = readState(words, place) ?? null;
  const isCity = city === null && state !== null && /^(?:NY|WA)$/.test(state.code);
  place = state?.to ?? place;
  const second = isCity ? readState(words, place) : null;
  place = second?.to ?? place;
  const zip = readZip(words, place);
  if (city === null && state === null && zip === null) return null;
  const isNewYork = city === null && state?.code === 'NY' && !how.isAnswer;
  const named =
    (second !== null || isNewYork) && state !== null
      ? words
          .slice(state.to - (state.code === 'NY' ? 2 : 1), state.to)
          .map((word) => asTitle(word.low))
          .join(' ')
      : null;
  return {
    city: city?.city ?? named,
    state: (second ?? state)?.code ?? null,
    zip: zip?.zip ?? null,
    to: zip?.to ?? place,
  };
}

/** A new sentence goes on with the address only where it says so: `In Salem.`, or is a ZIP code. */
function isElsewhere(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !beginsSentence(word) || word.gap === '\n') return false;
  return (
    !/^(?:in|it's|that's|zip)$/.test(word.low) &&
    readState(words, at) === null &&
    readPiece(words, at) === null
  );
}

/** What people say before a city; more of it in an answer. */
function pastFillers(
  words: readonly Word[],
  at: number,
  { isAnswer }: { readonly isAnswer: boolean },
): number {
  let place = at;
  for (let word = words[place]; word !== undefined && fillers.has(word.low); word = words[place]) {
    if (!isAnswer && (place - at >= 4 || (place > at && beginsSentence(word)))) break;
    place += 1;
  }
  return place;
}

function readCity(
  words: readonly Word[],
  at: number,
  { isAnswer, mayEndIt }: HowSaid,
): { city: string; to: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  const isCased = words.some(isCapital);
  const isIntroduced =
    isAnswer || /^(?:in|outside|near)$/.test(words[at - 1]?.low ?? '') || first.gap.includes(',');
  const names: string[] = [];
  let place = at;
  while (names.length < 3) {
    const word = words[place];
    if (word === undefined || (place > at && followsPause(word)) || notCities.has(word.low)) break;
    const state = readState(words, place);
    if (state !== null && (place > at || !isFollowedByState(words, state.to))) break;
    const isWord = /^\p{L}[\p{L}\p{M}']{1,30}$/u.test(word.low) && readPiece(words, place) === null;
    if (!isWord || (isCased && !isCapital(word)) || (streetEnding(word) !== undefined && place === at)) break;
    names.push(isCapital(word) ? word.text : asTitle(word.low));
    place += 1;
  }
  if (names.length === 0 || (names.length > 1 && isStreet.test(names.at(-1) ?? ''))) return null;
  const isLast = mayEndIt === true && place === words.length && names.length < 3;
  const isVouched =
    isIntroduced || isLast || readState(words, place) !== null || readZip(words, place) !== null;
  return isVouched ? { city: names.join(' '), to: place } : null;
}

function isFollowedByState(words: readonly Word[], at: number): boolean {
  return readState(words, at) !== null;
}

/** Five digits, or nine, that are a ZIP code by where they stand. */
export function readZip(words: readonly Word[], at: number): { zip: string; to: number } | null {
  let place = at;
  while (
    /^(?:zip|code|is|it's|um|uh|the|and|postal|with|that's)$/.test(words[place]?.low ?? '') &&
    place < at + 6
  )
    place += 1;
  const word = words[place];
  if (word === undefined || readPiece(words, place) === null) return null;
  let digits = '';
  while (digits.length < 9) {
    const next = words[place];
    if (next !== undefined && digits !== '' && beginsSentence(next)) break;
    if (next !== undefined && /^(?:dash|hyphen)$/.test(next.low) && digits.length === 5) place += 1;
    const piece = readPiece(words, place);
    if (piece === null) break;
    const isHundred = words[piece.to]?.low === 'hundred';
    digits += isHundred ? `${piece.digits}00` : piece.digits;
    place = isHundred ? piece.to + 1 : piece.to;
  }
  if (digits.length === 9) return { zip: `${digits.slice(0, 5)}-${digits.slice(5)}`, to: place };
  return digits.length === 5 ? { zip: digits, to: place } : null;
}
