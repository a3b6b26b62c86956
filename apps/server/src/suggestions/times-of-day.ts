import { findAll, lineOf } from './line.ts';
import { readNumber, readPiece } from './numbers.ts';
import { correctionsIn } from './replies.ts';
import { followsPause, type Word } from './words.ts';

/** A window of a day; without `to` it is a beginning, without `from` an end. */
export interface Window {
  readonly from?: string;
  readonly to?: string;
}

export interface SpokenWindow extends Window {
  readonly at: number;
  readonly end: number;
}

/** An hour as it was said: without `am` or `pm` the hours of work decide. */
interface ClockTime {
  readonly minutes: number;
  readonly isPlain: boolean;
  readonly to: number;
}

const noon = 720;
/** Parts of the day, in minutes. */
const parts: readonly (readonly [RegExp, number | null, number | null])[] = [
  [
    /\bfirst thing(?: in the morning)?\b|\bearly (?:in the |this |that )?mornings?\b|\bmorning early\b|\bearly in the morning\b/g,
    480,
    600,
  ],
  [/\b(?:late(?:r)?|mid) (?:in the )?mornings?\b/g, 600, 720],
  [/\blate(?:r)? (?:in the |this |that )?afternoons?\b|\bend of (?:the|my) (?:work ?)?day\b/g, 900, 1020],
  [/\bearly (?:in the |this )?afternoons?\b/g, 720, 900],
  [/\b(?:around |at |over |during )?(?:lunch ?time|lunch hour|midday|my lunch break)\b/g, 720, 840],
  [/\bafter (?:lunch)\b/g, 780, null],
  [/\bbefore lunch\b/g, null, 720],
  [/\bafter (?:work|i get off work|i'm off work)\b/g, 1020, null],
  [/\bafter school\b/g, 900, null],
  [/\bmornings?\b|\bin the a ?m\b/g, 480, 720],
  [/\bafternoons?\b|\bin the p ?m\b/g, 720, 1020],
  [/\b(?:evenings?|tonight)\b/g, 1020, 1200],
];

/** The times of day in a sentence: `between nine and eleven`, `after four`, `in the morning`; narrowest first said. */
export function windowIn(words: readonly Word[]): SpokenWindow | null {
  const line = lineOf(words);
  const half = /\b(?:afternoon|evening|tonight|night)\b/.test(line.text)
    ? 'pm'
    : /\bmorning\b/.test(line.text)
      ? 'am'
      : null;
  const clocks = clockWindows(words, half).filter((one) => !isDenied(words, one.at));
  const clock = correctionsIn(line).length > 0 ? clocks.at(-1) : clocks[0];
  if (clock !== undefined) return clock;
  for (const [pattern, from, to] of parts) {
    const found = findAll(line, pattern).findLast((one) => !isDenied(words, one.from));
    if (found !== undefined) return { at: found.from, end: found.to, ...spelledOut(from, to) };
  }
  return null;
}

/** The window alone, without where it was said. */
export function plain({ from, to }: Window): Window {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function clockWindows(words: readonly Word[], half: 'am' | 'pm' | null): SpokenWindow[] {
  const found: SpokenWindow[] = [];
  let at = 0;
  while (at < words.length) {
    const clock = clockWindowAt(words, at, half);
    if (clock !== null) found.push(clock);
    at = clock?.end ?? at + 1;
  }
  return found;
}

function isDenied(words: readonly Word[], at: number): boolean {
  return (
    words
      .slice(Math.max(0, at - 3), at)
      .some(({ low }, i, before) =>
        isDenial(low, before[i - 1]?.low ?? words[at - before.length - 1]?.low ?? ''),
      ) && words[at]?.low !== 'before'
  );
}

/** `I work mornings`, and not `would that work, late morning`. */
function isDenial(low: string, before: string): boolean {
  if (low === 'work') return /^(?:i|we|he|she|they)$/.test(before);
  return /^(?:not|can't|cannot|except|never|working|busy|leave)$/.test(low);
}

/** A window that begins with the word at `at`: its preposition tells which. */
function clockWindowAt(words: readonly Word[], at: number, half: 'am' | 'pm' | null): SpokenWindow | null {
  const [low = '', next = ''] = [words[at]?.low, words[at + 1]?.low];
  const read = (place: number) => clockAt(words, place);
  if (low === 'between' && next === 'now' && words[at + 2]?.low === 'and')
    return oneSided(at, read(at + 3), (it) => [null, minutesOf(it, half)]);
  if (low === 'between' || low === 'from') {
    const first = read(isHedge(next) ? at + 2 : at + 1);
    const link = words[first?.to ?? 0]?.low ?? '';
    const second =
      first === null || !/^(?:and|to|till|until|til|through)$/.test(link) ? null : read(first.to + 1);
    if (first !== null && second !== null) return { at, end: second.to, ...range(first, second, half) };
    return low === 'from' &&
      first !== null &&
      (words[first.to]?.low === 'on' || words[first.to]?.low === 'onwards')
      ? { at, end: first.to + 1, ...spelledOut(minutesOf(first, half), null) }
      : null;
  }
  if (/^(?:after|past)$/.test(low))
    return oneSided(at, read(isHedge(next) ? at + 2 : at + 1), (it) => [minutesOf(it, half), null]);
  if (/^(?:before|by|until|till|til)$/.test(low)) {
    const isNot = words[at - 1]?.low === 'not' && low !== 'by';
    return oneSided(at, read(isHedge(next) ? at + 2 : at + 1), (it) =>
      isNot ? [minutesOf(it, half), null] : [null, minutesOf(it, half)],
    );
  }
  if (low === 'than' && /^(?:earlier|sooner)$/.test(words[at - 1]?.low ?? ''))
    return oneSided(at, read(at + 1), (it) => [minutesOf(it, half), null]);
  if (low === 'than' && words[at - 1]?.low === 'later')
    return oneSided(at, read(at + 1), (it) => [null, minutesOf(it, half)]);
  if (/^(?:at|around|about|maybe|say|like)$/.test(low))
    return oneSided(at, read(at + 1), (it) => [minutesOf(it, half), null]);
  if (/^(?:be|it|that)$/.test(low)) {
    const clock = read(at + 1);
    const after = words[clock?.to ?? at];
    return after === undefined || followsPause(after)
      ? oneSided(at, clock, (it) => [minutesOf(it, half), null])
      : null;
  }
  return bareWindow(words, at, half);
}

function isHedge(low: string): boolean {
  return /^(?:about|around|like|say|maybe)$/.test(low);
}

/** `nine to eleven`, `ten thirty`, `4 pm`, `noon`, `four or later` without a preposition. */
function bareWindow(words: readonly Word[], at: number, half: 'am' | 'pm' | null): SpokenWindow | null {
  const clock = clockAt(words, at);
  if (clock === null) return null;
  const link = words[clock.to]?.low ?? '';
  const isLinked = /^(?:to|till|until|through)$/.test(link) || words[clock.to]?.gap === '-';
  const second = isLinked ? clockAt(words, words[clock.to]?.gap === '-' ? clock.to : clock.to + 1) : null;
  if (second !== null) return { at, end: second.to, ...range(clock, second, half) };
  if (link === 'or' && words[clock.to + 1]?.low === 'later')
    return { at, end: clock.to + 2, ...spelledOut(minutesOf(clock, half), null) };
  if (link === 'or' && words[clock.to + 1]?.low === 'earlier')
    return { at, end: clock.to + 2, ...spelledOut(null, minutesOf(clock, half)) };
  const isSure = !clock.isPlain || clock.minutes % 60 !== 0 || isPartNamed(words, clock.to);
  const isAlone =
    (words.length <= clock.to + 1 && at <= 1) || (at === 0 && /^(?:would|works|is|sounds)$/.test(link));
  return isSure || isAlone ? { at, end: clock.to, ...spelledOut(minutesOf(clock, half), null) } : null;
}

/** `four in the afternoon`, `eight o clock`. */
function isPartNamed(words: readonly Word[], at: number): boolean {
  const behind = words
    .slice(at, at + 3)
    .map(({ low }) => low)
    .join(' ');
  return /^(?:o'clock|o clock|oclock|in the (?:morning|afternoon|evening)|at night)\b/.test(behind);
}

function oneSided(
  at: number,
  clock: ClockTime | null,
  sides: (it: ClockTime) => readonly [number | null, number | null],
): SpokenWindow | null {
  return clock === null ? null : { at, end: clock.to, ...spelledOut(...sides(clock)) };
}

/** The second hour of a range is behind the first: `between ten and two`, `five to seven`. */
function range(first: ClockTime, second: ClockTime, half: 'am' | 'pm' | null): Window {
  const end = minutesOf(second, half);
  const from = first.isPlain && !second.isPlain ? nearest(first.minutes, end) : minutesOf(first, half);
  const to = second.isPlain && end <= from ? end + noon : end;
  return to > from && to < 1440 ? spelledOut(from, to) : spelledOut(from, null);
}

function nearest(minutes: number, end: number): number {
  return (minutes % noon) + noon < end ? (minutes % noon) + noon : minutes;
}

/** Without `am` or `pm`: eight to eleven is the morning, twelve to seven the afternoon, unless the sentence says otherwise. */
function minutesOf({ minutes, isPlain }: ClockTime, half: 'am' | 'pm' | null): number {
  if (!isPlain || minutes >= 780) return minutes;
  if (half === 'am') return minutes;
  if (half === 'pm') return minutes >= noon ? minutes : minutes + noon;
  return minutes < 420 ? minutes + noon : minutes;
}

function spelledOut(from: number | null, to: number | null): Window {
  return {
    ...(from === null ? {} : { from: clockText(from) }),
    ...(to === null ? {} : { to: clockText(to) }),
  };
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** An hour, perhaps with minutes: `four`, `four thirty`, `half past four`, `4:30 pm`, `noon`. */
function clockAt(words: readonly Word[], at: number): ClockTime | null {
  const low = words[at]?.low ?? '';
  if (low === 'noon' || low === 'midday') return { minutes: noon, isPlain: false, to: at + 1 };
  const glued = /^([0-9]{1,2})(am|pm)$/.exec(low);
  if (glued !== null) return withHalf(Number(glued[1]) * 60, glued[2] ?? '', at + 1);
  const past = pastHour(words, at);
  if (past !== null) return past;
  const piece = readPiece(words, at);
  const hour = Number(piece?.digits);
  if (piece === null || hour < 1 || hour > 12 || piece.digits.startsWith('0')) return null;
  const minute = minuteAt(words, piece.to);
  const to = minute?.to ?? piece.to;
  const minutes = hour * 60 + (minute?.value ?? 0);
  const after = words[to]?.low ?? '';
  if (/^(?:am|pm)$/.test(after)) return withHalf(minutes, after, to + 1);
  if (/^[ap]$/.test(after) && words[to + 1]?.low === 'm') return withHalf(minutes, `${after}m`, to + 2);
  if (
    /^(?:days|day|weeks|week|hours|hour|minutes|times|people|kids|years|months|other|of|dollars|hundred|thousand|thirty-first|nd|th)$/.test(
      after,
    )
  )
    return null;
  return { minutes, isPlain: true, to: after === "o'clock" ? to + 1 : to };
}

function minuteAt(words: readonly Word[], at: number): { value: number; to: number } | null {
  const word = words[at];
  if (word === undefined || followsPause(word) || /^(?:and|to)$/.test(word.low) || /[/-]/.test(word.gap))
    return null;
  const number = readNumber(words, at);
  if (number === null || number.digits.length !== 2) return null;
  const value = Number(number.digits);
  return value < 60 && (value >= 10 || number.digits.startsWith('0')) ? { value, to: number.to } : null;
}

/** `half past four`, `quarter to nine`, `ten past ten`. */
function pastHour(words: readonly Word[], at: number): ClockTime | null {
  const low = words[at]?.low ?? '';
  const named = low === 'half' ? 30 : low === 'quarter' ? 15 : null;
  const counted = named === null ? readPiece(words, at) : null;
  const minutes = named ?? Number(counted?.digits ?? 0);
  const linkAt = counted?.to ?? at + 1;
  const link = words[linkAt]?.low ?? '';
  const isPast = /^(?:past|after|to|till)$/.test(link) && (named !== null || link === 'past');
  const hour = isPast && minutes > 0 && minutes < 60 ? clockAt(words, linkAt + 1) : null;
  if (hour === null) return null;
  return { ...hour, minutes: hour.minutes + (/^(?:to|till)$/.test(link) ? -minutes : minutes) };
}

function withHalf(minutes: number, half: string, to: number): ClockTime | null {
  if (minutes >= 780) return null;
  const base = minutes % noon;
  return { minutes: half === 'pm' ? base + noon : base, isPlain: false, to };
}
