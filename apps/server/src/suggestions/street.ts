import { readNumber, readOrdinal, readPiece } from './numbers.ts';
import { directionOf, isLooseEnding, readState, streetEnding } from './places.ts';
import { readSpelling } from './spelling.ts';
import { isUnitKind, readUnit } from './town.ts';
import { asTitle, beginsSentence, followsPause, isCapital, type Word } from './words.ts';

/** A street line: house number and street, in the words [from, to). */
export interface StreetLine {
  /** Null where only the street was said. */
  readonly number: string | null;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const none = new Set(
  "a an the of on in at to for from by and or but is it it's i my your our his her their we you they that this there dollars dollar degrees minutes hours days weeks months years year feet foot inches people kids doors times percent pounds milligrams miles blocks o'clock am pm more or less no not sorry wait with about over right next after before until between any some other same half too so very just only off long".split(
    ' ',
  ),
);
const longestName = 4;
const numbered = new Map(
  Object.entries({
    highway: 'Highway',
    route: 'Route',
    'county road': 'County Road',
    'ranch road': 'Ranch Road',
    'state route': 'State Route',
    'state road': 'State Road',
    'farm road': 'Farm Road',
    'us highway': 'US Highway',
    'state highway': 'State Highway',
  }),
);

/** Every house number with a street behind it, in the order in which they are said. */
export function streetsIn(words: readonly Word[], isAsked: boolean): StreetLine[] {
  const found: StreetLine[] = [];
  let at = 0;
  while (at < words.length) {
    const line = isUnitKind(words[at - 1]) ? null : streetAt(words, at, isAsked);
    if (line !== null) found.push(line);
    at = line === null ? pastNumber(words, at) : (readUnit(words, line.to)?.to ?? line.to);
  }
  return found;
}

function pastNumber(words: readonly Word[], at: number): number {
  return readPiece(words, at)?.to ?? at + 1;
}

/** The longest reading of a number that leaves a street behind it: `one twenty-first street` is 1, 21st Street. */
function streetAt(words: readonly Word[], at: number, isAsked: boolean): StreetLine | null {
  const number = readNumber(words, at);
  if (number === null || number.digits.length > 6 || number.digits.startsWith('0')) return null;
  const letter = words[number.to];
  const isLettered = letter !== undefined && /^[a-d]$/.test(letter.low) && letter.gap === '';
  const half = halfAt(words, number.to);
  const start = isLettered ? number.to + 1 : (half ?? number.to);
  const street = streetNameAt(words, start, isAsked) ?? unendedAt(words, start, isAsked);
  const spelled = street === null ? null : endedAfterSpelling(words, street);
  if (street !== null)
    return {
      ...(spelled ?? street),
      number: half === null ? number.digits : `${number.digits} 1/2`,
      from: at,
    };
  // The last part of the number may belong to the street: `twelve fourth street`, `five twenty-second avenue`.
  for (let end = number.to - 1; end > at && end > number.to - 3; end -= 1) {
    const shorter = readNumber(words.slice(0, end), at);
    const named =
      shorter?.to === end && readOrdinal(words, end) !== null ? streetNameAt(words, end, isAsked) : null;
    if (named !== null && shorter !== null) return { ...named, number: shorter.digits, from: at };
  }
  return null;
}

/** The word after `and a half` or `1/2`, as house numbers have it; null where there is none. */
function halfAt(words: readonly Word[], at: number): number | null {
  const lows = words.slice(at, at + 3).map(({ low }) => low);
  if (lows.join(' ') === 'and a half') return at + 3;
  return lows[0] === '1' && lows[1] === '2' && words[at + 1]?.gap === '/' ? at + 2 : null;
}

/** A street without its house number: `Maple Lane`. */
export function streetNameAt(
  words: readonly Word[],
  at: number,
  isAsked: boolean,
): Omit<StreetLine, 'number'> | null {
  const highway = numberedAt(words, at);
  if (highway !== null) return highway;
  const ending = endingAfter(words, at);
  if (ending === null) return null;
  const name = words.slice(at, ending + 1);
  const isSure =
    isAsked ||
    !isLooseEnding(words[ending]) ||
    name.every((word) => isCapital(word) || directionOf(word) !== undefined);
  if (!isSure) return null;
  const after = directionOf(words[ending + 1]);
  const hasAfter =
    after !== undefined &&
    !followsPause(words[ending + 1] ?? nowhere) &&
    (words[ending + 1]?.low.length ?? 0) > 1;
  const to = hasAfter ? ending + 2 : ending + 1;
  return {
    name: [
      ...spokenName(words, at, ending),
      streetEnding(words[ending]) ?? '',
      ...(hasAfter ? [after] : []),
    ].join(' '),
    from: at,
    to,
  };
}

const nowhere: Word = { segment: 0, from: 0, to: 0, text: '', low: '', gap: '\n' };

/** The number of the word that ends the street name, or null. */
function endingAfter(words: readonly Word[], at: number): number | null {
  let found: number | null = null;
  for (let place = at; place <= at + longestName + 1; place += 1) {
    const word = words[place];
    if (word === undefined || (place > at && followsPause(word) && word.gap !== '\n') || none.has(word.low))
      break;
    if ((place > at && beginsSentence(word)) || /^[0-9]+$/.test(word.low)) break;
    if (word.low === 'apartment' || word.low === 'apt' || word.low === 'unit' || word.low === 'suite') break;
    const isEnding = streetEnding(word) !== undefined;
    if (found !== null && !isEnding) break;
    if (isEnding && place > at && hasName(words, at, place)) found = place;
  }
  return found;
}

/** Something other than a direction stands before the ending. */
function hasName(words: readonly Word[], at: number, end: number): boolean {
  return (
    words.slice(at, end).some((word) => readPiece([word], 0) === null) || readOrdinal(words, at) !== null
  );
}

function spokenName(words: readonly Word[], at: number, end: number): string[] {
  const name: string[] = [];
  let place = at;
  while (place < end) {
    const ordinal = readOrdinal(words, place);
    const word = words[place];
    if (word === undefined) break;
    if (ordinal !== null && ordinal.value > 10 && ordinal.to <= end) {
      name.push(written(ordinal.value));
      place = ordinal.to;
      continue;
    }
    name.push(directionOf(word) ?? (isCapital(word) ? word.text.replaceAll('’', "'") : asTitle(word.low)));
    place += 1;
  }
  return name;
}

/** `21` → `21st`. */
function written(value: number): string {
  const last = value % 10;
  const isTeen = Math.floor(value / 10) % 10 === 1;
  return `${value}${isTeen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

/** `County Road 12`, `Highway 9`. */
function numberedAt(words: readonly Word[], at: number): Omit<StreetLine, 'number'> | null {
  const letter = words[at + 1];
  if (
    words[at]?.low === 'avenue' &&
    letter !== undefined &&
    /^[a-z]$/.test(letter.low) &&
    !followsPause(letter)
  )
    return { name: `Avenue ${letter.low.toUpperCase()}`, from: at, to: at + 2 };
  for (const length of [2, 1]) {
    const kind = numbered.get(
      words
        .slice(at, at + length)
        .map((word) => word.low)
        .join(' '),
    );
    const number = kind === undefined ? null : readNumber(words, at + length);
    if (kind !== undefined && number !== null && number.digits.length <= 4)
      return { name: `${kind} ${number.digits}`, from: at, to: number.to };
  }
  return null;
}

/** `Birchwood, B-I-R-C-H-W-O-O-D, Avenue`: the ending stands behind the letters. */
function endedAfterSpelling(
  words: readonly Word[],
  street: Omit<StreetLine, 'number'>,
): Omit<StreetLine, 'number'> | null {
  const lead = words.slice(street.to, street.to + 2).map(({ low }) => low);
  const at = street.to + (lead[0] === "that's" ? 1 : lead.join(' ') === 'that is' ? 2 : 0);
  const spelled = readSpelling(words, at, 3);
  const ending = spelled === null ? undefined : streetEnding(words[spelled.to]);
  if (spelled === null || ending === undefined) return null;
  return { name: `${asTitle(spelled.letters)} ${ending}`, from: street.from, to: spelled.to + 1 };
}

/** The small words in `Calle de la Luna`. */
function isParticle(word: Word | undefined): boolean {
  return word !== undefined && /^(?:de|la|las|los|del|du|des|der|el)$/.test(word.low);
}

/** A street without an ending, such as `Broadway`, in an answer: up to three words to the next pause. */
function unendedAt(words: readonly Word[], at: number, isAsked: boolean): Omit<StreetLine, 'number'> | null {
  const first = words[at];
  if (!isAsked || first === undefined || followsPause(first)) return null;
  const isCased = words.some(isCapital);
  let place = at;
  while (place < at + 4) {
    const word = words[place];
    const isOver =
      word === undefined ||
      (place > at && followsPause(word)) ||
      none.has(word.low) ||
      (place > at && readState(words, place) !== null) ||
      /^(?:apartment|apt|unit|suite|today|tonight|tomorrow|yesterday|(?:sun|mon|tues|wednes|thurs|fri|satur)days?|mornings?|afternoons?|evenings?)$/.test(
        word.low,
      );
    if (
      isOver ||
      (isCased && !isCapital(word) && !isParticle(word)) ||
      (!/^\p{L}{2,30}$/u.test(word.low) && !(place === at && directionOf(word) !== undefined)) ||
      readPiece([word], 0) !== null
    )
      break;
    place += 1;
  }
  while (place > at && isParticle(words[place - 1])) place -= 1;
  // `east grand laramie wyoming`: a town stands before its state.
  const isTown =
    place - at > 1 && directionOf(words[place - 2]) === undefined && readState(words, place) !== null;
  if (isTown) place -= 1;
  if (place === at || words[place]?.low === "o'clock") return null;
  return {
    name: words
      .slice(at, place)
      .map((word) => directionOf(word) ?? (isParticle(word) ? word.low : asTitle(word.low)))
      .join(' '),
    from: at,
    to: place,
  };
}
