import { daysIn } from './days.ts';
import { lineOf } from './line.ts';
import type { NamedDay } from './named-days.ts';
import type { Place } from './recognised.ts';
import type { Utterance } from './recogniser.ts';
import { agrees } from './replies.ts';
import { windowIn } from './times-of-day.ts';
import { plain, type Window } from './windows.ts';
import { placesOf, sentencesOf, type Word } from './words.ts';
import type { CalendarDay } from './zone.ts';

/** A day, with or without a time, that a rep asks about: `Friday between ten and noon?` */
export interface Offer {
  readonly day: NamedDay;
  readonly window: Window | null;
  readonly at: readonly Place[];
}

/** Thanks, and hours: `Saturdays until noon`. */
const isNoOffer = /\bthank|\b(?:sun|mon|tues|wednes|thurs|fri|satur)days\b/;

/** What a rep offers to choose from, in order; times alone are of the day that was spoken of. */
export function offersIn(said: Utterance, spokenOf: CalendarDay | null): Offer[] {
  const sentences = sentencesOf(said.words).filter((words) => !isNoOffer.test(lineOf(words).text));
  const last = sentences.findLastIndex((words) => namedIn(words, said).length > 0);
  const timed = sentences.slice(last + 1).findLast((words) => windowIn(words) !== null);
  const named = sentences[last];
  if (named !== undefined) {
    const offers = offersOf(named, said);
    const [only] = offers;
    if (timed === undefined || only === undefined || offers.length > 1) return offers;
    return [{ ...only, ...timeOf(timed), at: [...only.at, ...timeOf(timed).at] }];
  }
  if (timed === undefined || spokenOf === null) return [];
  return [{ day: { day: spokenOf, from: 0, to: 0, isUrgent: false }, ...timeOf(timed) }];
}

function timeOf(words: readonly Word[]): Pick<Offer, 'window' | 'at'> {
  const window = windowIn(words);
  if (window === null) return { window: null, at: [] };
  return { window: plain(window), at: placesOf(words, window.at, window.end) };
}

function namedIn(words: readonly Word[], said: Utterance): NamedDay[] {
  const isPart = ({ to }: NamedDay) => /^(?:morning|afternoon|evening)$/.test(words[to - 1]?.low ?? '');
  return daysIn(words, lineOf(words), said).filter((day) => !day.isUrgent || isPart(day));
}

/** Each day goes with the time that is said before the next day. */
function offersOf(words: readonly Word[], said: Utterance): Offer[] {
  const days = namedIn(words, said);
  return days.map((day, i) => {
    const begins = i === 0 ? 0 : day.from;
    const window = windowIn(words.slice(begins, days[i + 1]?.from));
    const from = Math.min(day.from, begins + (window?.at ?? day.from));
    const to = Math.max(day.to, begins + (window?.end ?? 0));
    return { day, window: window === null ? null : plain(window), at: placesOf(words, from, to) };
  });
}

const orders: readonly (readonly [RegExp, number])[] = [
  [/\b(?:first|former|earlier) (?:one|option|time|slot)?\b|\bthe (?:first|former)$/, 0],
  [/\b(?:second|latter|later|last) (?:one|option|time|slot)?\b|\bthe (?:second|latter)$/, -1],
];

/** The offer that is taken: the only one by a yes or a time of day, one of several by its day or its order; null where none is. */
export function offerTaken(
  offers: readonly Offer[],
  { line }: Utterance,
  { isNew, day }: { readonly isNew: boolean; readonly day: string | null },
): Offer | null {
  const [only] = offers;
  if (day !== null) return offers.find((offer) => offer.day.day === day) ?? null;
  const place = offers.length > 1 ? orders.find(([pattern]) => pattern.test(line.text))?.[1] : undefined;
  if (place !== undefined) return offers.at(place) ?? null;
  const isOne = offers.length === 1 && only !== undefined;
  return isOne && (isNew || isTaken(line.text, agrees(line))) ? only : null;
}

function isTaken(text: string, isYes: boolean): boolean {
  return (
    isYes ||
    /^(?:[a-z']+ ){0,3}(?:works|is good|is fine|is perfect)\b|\b(?:be|am|are|is|i'm|we're) (?:here|home|there|around)\b/.test(
      text,
    )
  );
}
