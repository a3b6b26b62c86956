import { type AddressState, addressed, nothing } from './address-state.ts';
import { findAll } from './line.ts';
import { readNumber } from './numbers.ts';
import { stateNamed, streetEnding } from './places.ts';
import type { Utterance } from './recogniser.ts';
import { contradicts } from './replies.ts';
import { streetNameAt } from './street.ts';
import { readTown, readUnit, readZip } from './town.ts';
import { placesOf, type Word } from './words.ts';

const parts = ['unit', 'city', 'state', 'zip'] as const;

/** `Ninety-two`, and then `Finch Street`; or the street first. */
export function inPieces(state: AddressState, said: Utterance): AddressState {
  const { words } = said;
  const starts = words.map((_, at) => at).slice(0, 4);
  const street = starts.map((at) => streetNameAt(words, at, true)).find((one) => one !== null);
  const numberAt = starts
    .concat(street?.to ?? [], (street?.to ?? 0) + 1)
    .find((at) => readNumber(words, at) !== null);
  const read = numberAt === undefined ? null : readNumber(words, numberAt);
  const isWhole = read !== null && read.to >= words.length && read.digits.length <= 6;
  const number = isWhole ? read.digits : state.number;
  const name = street?.name ?? state.name;
  if (number === state.number && name === state.name) return state;
  if (number === null || name === null) return { ...state, number, name };
  return addressed({ number, name, rest: nothing }, placesOf(words, 0, words.length), 0.75);
}

/** The town is said again, or another one instead. */
export function answersTown({ proposed }: AddressState, { line }: Utterance): boolean {
  if (proposed === null) return false;
  const isAgain = (words: string | null) => words !== null && line.text.includes(words.toLowerCase());
  return contradicts(line) || isAgain(proposed.city) || isAgain(stateNamed(proposed.state));
}

/** The code behind the word `zip`. */
export function zipNamed(said: Utterance, since: number): string | null {
  const named = findAll(said.line, /\b(?:zip|postal)(?: code)?\b/g).findLast(({ from }) => from >= since);
  return named === undefined ? null : (readZip(said.words, named.from)?.zip ?? null);
}

/** Pieces that belong to the street that is known: the answer to `And the zip code?`. */
export function withAnswers(state: AddressState, said: Utterance): AddressState {
  const { words, asked } = said;
  const isTown = asked.has('city') || asked.has('state') || answersTown(state, said);
  const town = isTown ? readTown(words, 0, { isAnswer: true }) : null;
  const zip = zipNamed(said, 0) ?? (asked.has('zip') ? zipAnswer(said) : null);
  const unitAt = words.findIndex((_, at) => readUnit(words, at) !== null);
  const unit = unitAt === -1 ? bareUnit(said) : (readUnit(words, unitAt)?.unit ?? null);
  const rest = {
    unit: unit ?? state.rest.unit,
    city: town?.city ?? state.rest.city,
    state: town?.state ?? state.rest.state,
    zip: zip ?? town?.zip ?? state.rest.zip,
  };
  const ending = endingAnswered(state, said);
  const isSame = parts.every((key) => rest[key] === state.rest[key]);
  if (isSame && ending === null) return state;
  const places = [...(state.belief?.at ?? []), ...placesOf(words, 0, Math.min(words.length, 24))];
  const name = ending === null ? state.name : `${state.name ?? ''} ${ending}`;
  return addressed({ ...state, name, rest }, places, state.belief?.confidence ?? 0.8);
}

/** `Court`, where only the name of the street was said. */
function endingAnswered({ name }: AddressState, { words }: Utterance): string | null {
  const ending = words.length <= 3 ? words.map(streetEnding).find((one) => one !== undefined) : undefined;
  const isKnown =
    name === null ||
    streetEnding({ ...noWord, low: name.split(' ').at(-1)?.toLowerCase() ?? '' }) !== undefined;
  return ending === undefined || isKnown ? null : ending;
}

const noWord: Word = { segment: 0, from: 0, to: 0, text: '', low: '', gap: '' };

function zipAnswer({ words }: Utterance): string | null {
  for (let at = 0; at < Math.min(words.length, 14); at += 1) {
    const zip = readZip(words, at);
    if (zip !== null) return zip.zip;
  }
  return null;
}

/** `three B`, where the unit was asked for. */
function bareUnit({ words, asked }: Utterance): string | null {
  if (!asked.has('unit') || asked.has('address')) return null;
  for (let at = 0; at < Math.min(words.length, 5); at += 1) {
    const number = readNumber(words, at);
    const letter = /^[a-z]$/.test(words[number?.to ?? at]?.low ?? '')
      ? words[number?.to ?? at]?.low.toUpperCase()
      : '';
    if (number !== null && number.digits.length <= 5) return `Apt ${number.digits}${letter ?? ''}`;
  }
  return null;
}
