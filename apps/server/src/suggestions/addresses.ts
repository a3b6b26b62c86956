import { findAll } from './line.ts';
import { readNumber } from './numbers.ts';
import { streetEnding } from './places.ts';
import type { Belief, Place, SpokenAddress } from './recognised.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { agrees, contradicts, correctionsIn, takenBack } from './replies.ts';
import { type StreetLine, streetNameAt, streetsIn } from './street.ts';
import { readTown, readUnit, readZip, type Town } from './town.ts';
import { placesOf } from './words.ts';

interface AddressState {
  readonly belief: Belief<'address'> | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly rest: Omit<SpokenAddress, 'street'>;
  /** The town that the rep asked about: `in Denver?`. */
  readonly proposed: Town | null;
}

const parts = ['unit', 'city', 'state', 'zip'] as const;
const nothing = { unit: null, city: null, state: null, zip: null };
const cues =
  /\b(?:address|live at|living at|located|calling from|i'm at|we're at|house is|come (?:out )?to|send (?:him|her|somebody|someone|them|it) to|over at|staying at|property|we live)\b/;
/** What is said before a house number by somebody who was not asked for it. */
const living = /\b(?:live at|address is|located at|calling from)\b/;
const theirs =
  /\b(?:pharmacy|hospital|office|clinic|store|school|church|bank|doctor's|used to|moved from|old address|shop)\b/;

/** The address of the visit: house number, street, unit, town, state and ZIP, in one breath or piece by piece. */
export const addresses: Recogniser<'address', AddressState> = {
  start: { belief: null, number: null, name: null, rest: nothing, proposed: null },
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : hearRep(state, said)),
};

function hearRep(state: AddressState, said: Utterance): AddressState {
  if (state.belief === null || state.number === null) return state;
  const read = streetsIn(said.words, false).at(-1);
  const isSame = read?.number === state.number && read.name.toLowerCase() === state.name?.toLowerCase();
  if (isSame)
    return { ...state, belief: { ...state.belief, confidence: Math.max(state.belief.confidence, 0.95) } };
  const proposed = townProposed(state, said);
  return proposed === state.proposed ? state : { ...state, proposed };
}

/** `Is that in Denver?`, `Denver?`, where the town is not known. */
function townProposed({ rest }: AddressState, { words, line, topic }: Utterance): Town | null {
  if (rest.city !== null && rest.state !== null) return null;
  const named = findAll(line, /\bin (?=\S)/g).at(-1);
  const isShort = topic === 'address' && words.length <= 3;
  const at = named?.to ?? (isShort ? 0 : null);
  const town = at === null ? null : readTown(words, at, { isAnswer: true });
  return town !== null && town.to === words.length ? town : null;
}

function hearCaller(state: AddressState, said: Utterance): AddressState {
  const { proposed } = state;
  const next = hearOwn(state, said);
  if (proposed === null || next.belief === null) return next;
  const isOver = { ...next, proposed: null };
  if (!agrees(said.line) || next.rest.city !== state.rest.city || next.name !== state.name) return isOver;
  const { rest } = next;
  const filled = { ...rest, city: rest.city ?? proposed.city, state: rest.state ?? proposed.state };
  return addressed({ ...isOver, rest: filled }, next.belief.at, next.belief.confidence);
}

function hearOwn(state: AddressState, said: Utterance): AddressState {
  const back = takenBack(said.line, 'address');
  const isTaken = back !== null && said.topic === 'address' && !said.asked.has('email');
  const before = isTaken ? addresses.start : state;
  const isAsked = said.asked.has('address');
  const lines = streetsIn(said.words, isAsked || living.test(said.line.text)).filter(
    (line) => line.from >= (isTaken ? back : 0),
  );
  const line = lines.findLast((one) => isOurs(one, said, isAsked) && !isUnfinished(one, said));
  if (line !== undefined) return fixedAfter(withLine(before, line, said), said, line.to);
  if (before.number === null && before.name === null) return before;
  if (
    said.topic === 'address' ||
    said.asked.has('unit') ||
    said.asked.has('city') ||
    said.asked.has('zip') ||
    said.asked.has('state') ||
    before.proposed !== null
  )
    return fixedAfter(withAnswers(before, said), said, 0);
  return before;
}

/** The street may still get its ending. */
function isUnfinished({ to }: StreetLine, { isOpen, words }: Utterance): boolean {
  return isOpen && to === words.length && streetEnding(words[to - 1]) === undefined;
}

function isOurs(line: StreetLine, said: Utterance, isAsked: boolean): boolean {
  if (isAsked) return true;
  const { text, starts } = said.line;
  const before = text.slice(0, starts[line.from] ?? 0).slice(-70);
  if (theirs.test(before)) return false;
  const zip = readTown(said.words, line.to, { isAnswer: false })?.zip ?? null;
  return said.topic === 'address' || cues.test(before) || zip !== null;
}

/** A street line with what is said right behind it. */
function withLine(state: AddressState, line: StreetLine, said: Utterance): AddressState {
  const { words } = said;
  const unit = unitNear(said, line.to) ?? unitBefore(said, line.from);
  const town = readTown(words, Math.max(unit?.to ?? 0, line.to), { isAnswer: false });
  const isSame = state.name?.toLowerCase() === line.name.toLowerCase();
  const kept = isSame ? state.rest : nothing;
  const to = Math.max(line.to, unit?.to ?? 0, town?.to ?? 0);
  const rest = {
    unit: unit?.unit ?? kept.unit,
    city: town?.city ?? kept.city,
    state: town?.state ?? kept.state,
    zip: zipNamed(said, town?.to ?? line.to) ?? town?.zip ?? zipNamed(said, line.to) ?? kept.zip,
  };
  const places = placesOf(words, line.from, to);
  return addressed(
    { number: line.number, name: line.name, rest },
    places,
    said.asked.has('address') ? 0.85 : 0.7,
  );
}

function unitNear({ words }: Utterance, at: number): { unit: string; to: number } | null {
  for (let place = at; place < Math.min(words.length, at + 5); place += 1) {
    const unit = readUnit(words, place);
    if (unit !== null) return unit;
  }
  return null;
}

/** `Lot 14, 3300 Ranch Road`. */
function unitBefore({ words }: Utterance, end: number): { unit: string; to: number } | null {
  for (let place = Math.max(0, end - 5); place < end; place += 1) {
    const unit = readUnit(words.slice(0, end), place);
    if (unit?.to === end) return unit;
  }
  return null;
}

function zipNamed(said: Utterance, since: number): string | null {
  const named = findAll(said.line, /\b(?:zip|postal)(?: code)?\b/g).findLast(({ from }) => from >= since);
  return named === undefined ? null : (readZip(said.words, named.from)?.zip ?? null);
}

/** Pieces that belong to the street that is known: the answer to `And the zip code?`. */
function withAnswers(state: AddressState, said: Utterance): AddressState {
  const { words, asked } = said;
  const isTown = asked.has('city') || asked.has('state') || state.proposed !== null;
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
  const isSame = parts.every((key) => rest[key] === state.rest[key]);
  if (isSame) return state;
  const places = [...(state.belief?.at ?? []), ...placesOf(words, 0, Math.min(words.length, 24))];
  return addressed({ ...state, rest }, places, state.belief?.confidence ?? 0.8);
}

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

/** `no, sorry, forty-two fifteen`, `Maple Lane, not Drive`. */
function fixedAfter(state: AddressState, said: Utterance, since: number): AddressState {
  const { words, line } = said;
  const renamed = endingFixed(state, said, since);
  if (renamed !== null) return renamed;
  const fix = correctionsIn(line).findLast(({ to }) => to >= since);
  const at = fix?.to ?? (contradicts(line) && since === 0 ? 1 : null);
  if (at === null || (since === 0 && said.topic !== 'address')) return state;
  const number = readNumber(words, at);
  const isTime = /^(?:o'clock|am|pm|a|p|dollars|minutes)$/.test(words[number?.to ?? 0]?.low ?? '');
  if (
    number !== null &&
    number.digits.length <= 5 &&
    !isTime &&
    !said.asked.has('zip') &&
    state.number !== null
  ) {
    const fixed =
      number.digits.length < state.number.length
        ? state.number.slice(0, -number.digits.length) + number.digits
        : number.digits;
    return addressed(
      { ...state, number: fixed },
      [...(state.belief?.at ?? []), ...placesOf(words, at, number.to)],
      0.75,
    );
  }
  const street = streetNameAt(words, at, true);
  if (street === null) return state;
  return addressed(
    { ...state, name: street.name },
    [...(state.belief?.at ?? []), ...placesOf(words, at, street.to)],
    0.8,
  );
}

/** `Lane, not Drive` or `not Drive, Lane`. */
function endingFixed(state: AddressState, said: Utterance, since: number): AddressState | null {
  const { words } = said;
  const not = words.findIndex(
    (word, at) => at >= since && word.low === 'not' && streetEnding(words[at + 1]) !== undefined,
  );
  const wrong = streetEnding(words[not + 1]);
  if (not === -1 || state.name === null || wrong === undefined || !state.name.endsWith(wrong)) return null;
  const right = streetEnding(words[not - 1]) ?? streetEnding(words[not + 2]) ?? streetEnding(words[not + 3]);
  if (right === undefined || right === wrong) return null;
  const places = [
    ...(state.belief?.at ?? []),
    ...placesOf(words, Math.max(0, not - 1), Math.min(words.length, not + 4)),
  ];
  return addressed({ ...state, name: state.name.slice(0, -wrong.length) + right }, places, 0.8);
}

function addressed(
  known: Pick<AddressState, 'number' | 'name' | 'rest'>,
  at: readonly Place[],
  confidence: number,
): AddressState {
  const { number, name, rest } = known;
  const street = `${number ?? ''} ${name ?? ''}`.trim();
  const value: SpokenAddress = { street, ...rest };
  const stateAndZip = [rest.state, rest.zip].filter((part) => part !== null).join(' ');
  const text = [street, rest.unit, rest.city, stateAndZip]
    .filter((part) => part !== null && part !== '')
    .join(', ');
  return { number, name, rest, proposed: null, belief: { value, text, at: at.slice(-4), confidence } };
}
