import { type ClockTime, clockAt, followsNumber, noon } from './clock-times.ts';
import { partsIn } from './day-parts.ts';
import { lineOf } from './line.ts';
import { correctionsIn } from './replies.ts';
import { type SpokenWindow, spelledOut, type Window } from './windows.ts';
import { followsPause, type Word } from './words.ts';

/** The times of day in a sentence: `between nine and eleven`, `after four`, `in the morning`; narrowest first said. */
export function windowIn(words: readonly Word[]): SpokenWindow | null {
  const line = lineOf(words);
  const half = /\b(?:afternoon|evening|tonight|night)\b/.test(line.text)
    ? 'pm'
    : /\bmorning\b/.test(line.text)
      ? 'am'
      : null;
  const all = clockWindows(words, half);
  const clocks = all.filter((one, i) => !isDenied(words, one.at, all[i - 1]?.end) && !isTaken(words, one));
  const found = clocks.length > 0 ? clocks : partsIn(line).filter(({ at }) => !isDenied(words, at));
  return (correctionsIn(line).length > 0 ? found.at(-1) : found[0]) ?? null;
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

/** `Not noon`; the `not` of `not noon, by eleven` is of noon alone. */
function isDenied(words: readonly Word[], at: number, since = 0): boolean {
  const begin = Math.max(0, since, at - 3);
  return (
    words
      .slice(begin, at)
      .some(({ low }, i, before) => isDenial(low, before[i - 1]?.low ?? words[begin - 1]?.low ?? '')) &&
    words[at]?.low !== 'before'
  );
}

/** `Eleven fifteen I'm teaching`, `five I can't`. */
function isTaken(words: readonly Word[], { end }: SpokenWindow): boolean {
  const behind = words
    .slice(end, end + 3)
    .map(({ low }) => low)
    .join(' ');
  return /^(?:i'm|i am|im) (?:[a-z]+ing|at work|busy|out)\b|^(?:i|we) (?:can't|cant|cannot|won't|couldn't)\b|^(?:i'd|i would|i'll|we'd) (?:have|be)\b(?! (?:home|free|there|here|ready|fine|good|great))|^(?:doesn't|won't|isn't|is (?:no good|bad|too|when))\b/.test(
    behind,
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
  const isSure =
    !clock.isPlain || (clock.minutes % 60 !== 0 && !followsNumber(words, at)) || isPartNamed(words, clock.to);
  const isAlone =
    (words.length <= clock.to + 1 && at <= 1) || (at === 0 && /^(?:would|works|is|sounds)$/.test(link));
  return isSure || isAlone ? { at, end: clock.to, ...spelledOut(minutesOf(clock, half), null) } : null;
}

/** `four in the afternoon`, `eight o clock`. */
function isPartNamed(words: readonly Word[], at: number): boolean {
  if (words[at - 1]?.low === "o'clock") return true;
  const behind = words
    .slice(at, at + 3)
    .map(({ low }) => low)
    .join(' ');
  return /^(?:o'clock|o clock|oclock|sharp|on the dot|in the (?:morning|afternoon|evening)|at night)\b/.test(
    behind,
  );
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
