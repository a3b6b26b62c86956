import type { Clause } from './clauses.ts';
import type { NamedDay } from './named-days.ts';
import type { Place } from './recognised.ts';
import { correctionsIn } from './replies.ts';
import { windowIn } from './times-of-day.ts';
import { isConcluded, isLastDay, wantedIn } from './wanted-days.ts';
import { plain, type Window } from './windows.ts';
import { placesOf, type Word } from './words.ts';
import type { CalendarDay } from './zone.ts';

/** What one sentence wishes. */
export interface Wish {
  readonly day: NamedDay | null;
  readonly window: Window | null;
  readonly at: readonly Place[];
  readonly isFix: boolean;
  /** Two days to choose from, or `as soon as possible`. */
  readonly isVague: boolean;
  readonly isSoon: boolean;
}

/** What a clause wishes; null where it names neither a day nor a time that is wanted. */
export function wishIn(
  clause: Clause,
  { isFix, held }: { readonly isFix: boolean; readonly held: CalendarDay | null },
): Wish | null {
  const { words, line, spokenOf } = clause;
  const days = wantedIn(clause.days, line);
  const fix = correctionsIn(line).findLast(({ to }) => days.some((day) => day.from >= to - 1));
  const chosen =
    fix === undefined
      ? (days.find((day) => isConcluded(day, line)) ??
        days.find((day) => !day.isUrgent && !isLastDay(day, line)) ??
        days.find((day) => !day.isUrgent) ??
        days[0])
      : (days.find((day) => day.from >= fix.to - 1 && day.day !== held) ??
        days.find((day) => day.from >= fix.to - 1));
  const since = fix === undefined ? 0 : Math.min(chosen?.from ?? 0, fix.to);
  const window = since === 0 ? clause.window : windowIn(words.slice(since));
  const thisPart = chosen?.isUrgent === true ? partOfToday(words.slice(chosen.from, chosen.to)) : null;
  const tonight =
    chosen !== undefined && words.slice(chosen.from, chosen.to).some(({ low }) => low === 'tonight')
      ? { from: '17:00', to: '20:00' }
      : null;
  const same = /\bsame time\b/.test(line.text) ? spokenOf.window : null;
  const time = window === null ? (thisPart ?? tonight ?? same) : plain(window);
  if (chosen === undefined && time === null) return null;
  const spans = [
    ...(chosen === undefined ? [] : [[chosen.from, chosen.to] as const]),
    ...(window === null ? [] : [[window.at + since, window.end + since] as const]),
  ];
  const from = Math.min(...spans.map(([start]) => start), words.length);
  const to = Math.max(...spans.map(([, end]) => end), 0);
  const isVague =
    (chosen?.isUrgent === true && thisPart === null) || new Set(days.map(({ day }) => day)).size > 1;
  const isSoon = days.some((day) => day.isUrgent);
  return { day: chosen ?? null, window: time, at: placesOf(words, from, to), isFix, isVague, isSoon };
}

/** `this afternoon` is a day and a time. */
function partOfToday(words: readonly Word[]): Window | null {
  const low = words.at(-1)?.low;
  if (low === 'morning') return { from: '08:00', to: '12:00' };
  if (low === 'afternoon') return { from: '12:00', to: '17:00' };
  return low === 'evening' ? { from: '17:00', to: '20:00' } : null;
}
