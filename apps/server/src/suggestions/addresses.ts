import { answersTown, inPieces, withAnswers, zipNamed } from './address-answers.ts';
import { fixedAfter } from './address-fixes.ts';
import { type AddressState, addressed, nothing } from './address-state.ts';
import { findAll } from './line.ts';
import { isLooseEnding, streetEnding } from './places.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { agrees, takenBack } from './replies.ts';
import { type StreetLine, streetsIn } from './street.ts';
import { readTown, readUnit, type Town } from './town.ts';
import { beginsSentence, isCapital, placesOf, type Word } from './words.ts';

const cues =
  /\b(?:address|live at|living at|located|calling from|i'm at|we're at|house is|come (?:out )?to|send (?:him|her|somebody|someone|them|it) to|over at|staying at|property|we live|mine(?:'s| is)|(?:my|our|the) place is|we are at|i am at)\b/;
/** What is said before a house number by somebody who was not asked for it. */
const living = /\b(?:live at|address is|located at|calling from)\b/;
const bills = /\b(?:bills?|billing|invoices?|mail|mailing)\b[^.]*$/;
const theirs =
  /\b(?:pharmacy|hospital|office|clinic|store|school|church|bank|doctor's|used to|moved from|old address|shop)\b/;

/** The address of the visit: house number, street, unit, town, state and ZIP, in one breath or piece by piece. */
export const addresses: Recogniser<'address', AddressState> = {
  start: { belief: null, number: null, name: null, rest: nothing, isNamed: false, proposed: null },
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : hearRep(state, said)),
};

function hearRep(state: AddressState, said: Utterance): AddressState {
  const read = streetsIn(said.words, false).at(-1);
  if (state.belief === null || state.number === null) {
    const isNamed = read !== undefined && !/\b(?:our|we're|we are)\b/.test(said.line.text);
    return isNamed === state.isNamed ? state : { ...state, isNamed };
  }
  const isSame = read?.number === state.number && read.name.toLowerCase() === state.name?.toLowerCase();
  if (isSame)
    return { ...state, belief: { ...state.belief, confidence: Math.max(state.belief.confidence, 0.95) } };
  const proposed = townProposed(state, said);
  return proposed === state.proposed ? state : { ...state, proposed };
}

/** `Is that in Denver?`, `Denver?`, where the town is not known. */
function townProposed({ rest }: AddressState, { words, line, topic, asked }: Utterance): Town | null {
  if (rest.city !== null && rest.state !== null) return null;
  const named = findAll(line, /\b(?:in|(?:that|it|you|this) still) (?=\S)/g).at(-1);
  const isStreet = words.some((word) => streetEnding(word) !== undefined);
  const isShort = topic === 'address' && words.length <= 3 && asked.size === 0 && !isStreet;
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
  const isAsked = isAskedForPlace(said) || state.isNamed;
  const lines = streetsIn(said.words, isAsked || living.test(said.line.text)).filter(
    (line) => line.from >= (isTaken ? back : 0),
  );
  const ours = lines.filter((one) => isOurs(one, said, isAsked) && !isUnfinished(one, said));
  const line = ours.findLast((one) => !isHome(one, said)) ?? ours.at(-1);
  if (line !== undefined) return fixedAfter(withLine(before, line, said), said, line.to);
  if (before.belief === null) return isAsked ? inPieces(before, said) : withUnitAhead(before, said);
  if (
    said.topic === 'address' ||
    said.asked.has('unit') ||
    said.asked.has('city') ||
    said.asked.has('zip') ||
    said.asked.has('state') ||
    answersTown(before, said)
  )
    return fixedAfter(withAnswers(before, said), said, 0);
  return before;
}

/** The street may still get its ending. */
function isUnfinished({ to }: StreetLine, { isOpen, words }: Utterance): boolean {
  return isOpen && to === words.length && streetEnding(words[to - 1]) === undefined;
}

function isOurs(line: StreetLine, said: Utterance, isAsked: boolean): boolean {
  const { text, starts } = said.line;
  const before = text.slice(0, starts[line.from] ?? 0).slice(-70);
  if (bills.test(before)) return false;
  if (isAsked) return true;
  if (theirs.test(before)) return false;
  const zip = readTown(said.words, line.to, { isAnswer: false })?.zip ?? null;
  const isAt = /\bat $/.test(before) && !isLooseEnding(said.words[line.to - 1]);
  return (
    said.topic === 'address' ||
    cues.test(before) ||
    zip !== null ||
    isWholeAnswer(line, said) ||
    (isAt &&
      endsStreet(said.words[line.to - 1]) &&
      !said.asked.has('otherName') &&
      /\b(?:this is|my name|i'm|i am|we're|here)\b/.test(text))
  );
}

/** `Yes, 1919 Larkspur Boulevard, apartment 202`: nothing else is said before it in its sentence. */
function isWholeAnswer({ from, to }: StreetLine, { words, asked }: Utterance): boolean {
  const begin = words.slice(0, from + 1).findLastIndex((word, at) => at === 0 || beginsSentence(word));
  const [before, ending] = [words.slice(Math.max(0, begin), from), words[to - 1]];
  const isFirst =
    before.length <= 2 &&
    before.every(({ low }) => /^(?:yes|yeah|yep|sure|um|uh|it's|its|so|okay|right)$/.test(low));
  return (
    isFirst &&
    endsStreet(ending) &&
    !isLooseEnding(ending) &&
    !asked.has('otherName') &&
    !asked.has('otherNumber')
  );
}

function endsStreet(word: Word | undefined): boolean {
  return streetEnding(word) !== undefined;
}

/** Where somebody lives, beside where the work is. */
function isHome({ from }: StreetLine, { line }: Utterance): boolean {
  return /\b(?:i live|we live|my (?:house|home|mail|mailing address)) (?:is |goes to )?(?:at |on )?$/.test(
    line.text.slice(0, line.starts[from] ?? 0),
  );
}

/** A street line with what is said right behind it. */
function withLine(state: AddressState, line: StreetLine, said: Utterance): AddressState {
  const { words } = said;
  const unit = unitNear(said, line.to) ?? unitBefore(said, line.from);
  const behind = pastLetter(words, Math.max(unit?.to ?? 0, line.to));
  const isAsked = said.asked.has('address') && !said.isOpen;
  const town =
    readTown(words, behind, { isAnswer: false, mayEndIt: isAsked }) ??
    (isAsked ? (townAlone(words, behind) ?? townLater(words, behind)) : null);
  const ahead = town === null && isAskedForPlace(said) ? townBefore(said, line.from) : null;
  const isSame = state.name?.toLowerCase() === line.name.toLowerCase();
  const kept = isSame ? state.rest : state.belief === null ? { ...nothing, unit: state.rest.unit } : nothing;
  const to = Math.max(line.to, unit?.to ?? 0, town?.to ?? 0);
  const rest = {
    unit: unit?.unit ?? kept.unit,
    city: town?.city ?? ahead?.city ?? kept.city,
    state: town?.state ?? ahead?.state ?? kept.state,
    zip: zipNamed(said, town?.to ?? line.to) ?? town?.zip ?? zipNamed(said, line.to) ?? kept.zip,
  };
  const places = placesOf(words, line.from, to);
  return addressed(
    { number: line.number, name: line.name, rest },
    places,
    isAskedForPlace(said) || said.topic === 'address' ? 0.85 : 0.6,
  );
}

function isAskedForPlace({ asked }: Utterance): boolean {
  return asked.has('address') || asked.has('city');
}

/** `It is in Reno. 4000 Virginia Street.` */
function townBefore({ words, asked }: Utterance, end: number): Town | null {
  const line = words[end];
  const isLedIn = words.slice(0, end).some(({ low }) => low === 'in');
  if (asked.has('name') || line === undefined || !(beginsSentence(line) || isLedIn)) return null;
  const town = readTown(words.slice(0, end), 0, { isAnswer: true });
  return town !== null && town.to === end ? town : null;
}

/** `47 Quince Street. Salt Lake City.` */
function townAlone(words: readonly Word[], at: number): Town | null {
  const word = words[at];
  if (word === undefined || !beginsSentence(word) || !isCapital(word) || words.length - at > 3) return null;
  // `Sorry, Beechwood` puts the street right.
  if (/^(?:sorry|no|actually|wait|oops)$/.test(word.low)) return null;
  const town = readTown(words, at, { isAnswer: true });
  return town !== null && town.to === words.length ? town : null;
}

/** `It's apartment 14`, before the street is said. */
function withUnitAhead(state: AddressState, { words }: Utterance): AddressState {
  const at = words.findIndex(
    (word, i) => /^(?:apartment|apt|suite)$/.test(word.low) && readUnit(words, i) !== null,
  );
  const unit = at === -1 ? null : readUnit(words, at);
  return unit === null || unit.unit === state.rest.unit
    ? state
    : { ...state, rest: { ...state.rest, unit: unit.unit } };
}

/** `D like dog` after `D Street`. */
function pastLetter(words: readonly Word[], at: number): number {
  const [letter = '', like = ''] = [words[at]?.low, words[at + 1]?.low];
  return /^[a-z]$/.test(letter) && /^(?:like|as|for)$/.test(like) ? at + (like === 'as' ? 4 : 3) : at;
}

/** `11 Quarry Lane. It's at the end of the town. Chepachet, Rhode Island.`: a sentence that is a town and its state. */
function townLater(words: readonly Word[], since: number): Town | null {
  for (let at = since; at < Math.min(words.length, since + 40); at += 1) {
    const word = words[at];
    const town =
      word !== undefined && beginsSentence(word) && isCapital(word)
        ? readTown(words, at, { isAnswer: true })
        : null;
    const after = town === null ? undefined : words[town.to];
    const isWhole = after === undefined || beginsSentence(after);
    if (isWhole && town !== null && town.city !== null && (town.state ?? town.zip) !== null) return town;
  }
  return null;
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
