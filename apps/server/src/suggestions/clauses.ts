import { daysIn } from './days.ts';
import { type Line, lineOf } from './line.ts';
import type { NamedDay } from './named-days.ts';
import type { Utterance } from './recogniser.ts';
import { windowIn } from './times-of-day.ts';
import { plain, type SpokenWindow, type Window } from './windows.ts';
import { followsPause, sentencesOf, type Word } from './words.ts';
import type { CalendarDay } from './zone.ts';

/** The day and the time that either of them spoke of last: what `the day after` and `same time` are counted from. */
export interface SpokenOf {
  readonly day: CalendarDay | null;
  readonly window: Window | null;
}

/** A part of an utterance that wishes one thing, with the days and the time that are named in it. */
export interface Clause {
  readonly words: readonly Word[];
  readonly line: Line;
  readonly days: readonly NamedDay[];
  readonly window: SpokenWindow | null;
  /** As it was before. */
  readonly spokenOf: SpokenOf;
}

export function clauseOf(words: readonly Word[], said: Utterance, spokenOf: SpokenOf): Clause {
  const line = lineOf(words);
  const days = daysIn(words, line, { ...said, spokenOf: spokenOf.day });
  return { words, line, days, window: windowIn(words), spokenOf };
}

/** What was spoken of last, after a clause. */
export function spokenOfAfter({ days, window, spokenOf }: Clause): SpokenOf {
  const day = days.findLast((one) => !one.isUrgent)?.day;
  if (day === undefined && window === null) return spokenOf;
  return { day: day ?? spokenOf.day, window: window === null ? spokenOf.window : plain(window) };
}

/** Sentences, cut where a reason ends and a wish begins, or the other way round: `my shift ends at six, so six thirty`. */
export function clausesOf(words: readonly Word[]): Word[][] {
  return sentencesOf(words).flatMap((sentence) => {
    const cuts = sentence.map((_, at) => at).filter((at) => at > 0 && begins(sentence, at));
    return [0, ...cuts].map((from, i) => sentence.slice(from, cuts[i]));
  });
}

function begins(words: readonly Word[], at: number): boolean {
  return beginsWish(words, at) || beginsReason(words, at);
}

function beginsWish(words: readonly Word[], at: number): boolean {
  const [low = '', ...after] = words.slice(at, at + 3).map((word) => word.low);
  if (low === 'so')
    return (
      words[at - 1]?.low !== 'or' &&
      after.length > 0 &&
      !/^(?:no|nope|not|that|far|much|many|bad|soon)$/.test(after[0] ?? '')
    );
  if (low === 'give' && after[0] === 'me') return true;
  const word = words[at];
  const isAsking =
    /^(?:can|could|would|will)$/.test(low) && /^(?:you|i|we|somebody|someone|anybody)$/.test(after[0] ?? '');
  if (isAsking && word !== undefined && followsPause(word)) return true;
  // `Any day but Friday` is one wish.
  if (low === 'but' && !/\b(?:any|every|all|whole|nothing|anything|everything)\b/.test(lowsBefore(words, at)))
    return followsWindow(words, at);
  return (
    /^(?:and|but)$/.test(low) &&
    /^(?:i need|i want|i'd like|we need|can you|could you|could somebody|can somebody)$/.test(after.join(' '))
  );
}

/** What a reason can begin with: looked at first, because every word is. */
const beginners = new Set(
  "and but because cause cuz since as well you see my the his her our their your i we he she they i'm we're he's she's they're i'll we'll i've we've".split(
    ' ',
  ),
);

/** `Before lunch, the van only goes till one`: the time that was wished stands before. */
function beginsReason(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !beginners.has(word.low)) return false;
  const isJoined = /^(?:because|cause|cuz|since|as)$/.test(word.low);
  if (!isReason(words.slice(at, at + 8))) return false;
  if (isJoined || followsPause(word)) return followsWindow(words, at);
  const before = words.slice(Math.max(0, at - 4), at);
  return windowIn(before)?.end === before.length;
}

function followsWindow(words: readonly Word[], at: number): boolean {
  return windowIn(words.slice(Math.max(0, at - 12), at)) !== null;
}

function lowsBefore(words: readonly Word[], at: number): string {
  return lineOf(words.slice(Math.max(0, at - 4), at)).text;
}

/** What happens at a time of its own: `my bus leaves at six`, `I do my exercises until ten`. */
const ownTime =
  /^(?:(?:and|but|because|cause|cuz|since|as|well|you see|see) )?(?:, )?(?:(?:my|the|his|her|our|their|your) (?:[a-z']+ ){1,4}?(?:(?:only|always|usually) )?(?:leaves?|starts?|ends?|closes?|opens?|goes|gets?|comes?|begins?|runs?|naps?|has|is|needs?)|(?:i|we|he|she|they)(?:'m| am|'re| are|'s| is|'ll be|'ve got| have got)? (?:(?:only|always|usually) )?(?:up|at work|works?|working|teach|teaches|teaching|starts?|finish|leaves?|naps?|sleeps?|do|does|go to|have (?:an?|my|to)|has (?:an?|to|the)|an? [a-z]+|gets? (?:off|up|home|back)|picks? up|drops? off|eats?))\b/;

/** Whether a clause only tells what happens then. */
export function isReason(words: readonly Word[]): boolean {
  return ownTime.test(lineOf(words).text);
}
