import { parse } from 'chrono-node/en';
import { feastDays } from './feast-days.ts';
import { findAll, type Line } from './line.ts';
import { type NamedDay, upcoming, weekday, weekdays } from './named-days.ts';
import { readOrdinal, readPiece } from './numbers.ts';
import { besideOf, relativeDays } from './relative-days.ts';
import type { Word } from './words.ts';
import { type CalendarDay, dayIn, daysAfter, offsetMinutes, weekdayOf } from './zone.ts';

interface Now {
  readonly at: Date;
  readonly timeZone: string;
  /** The day that was spoken of last: `the day after` is counted from it. */
  readonly spokenOf?: CalendarDay | null;
}

const urgent =
  /\b(?:right away|right now|as soon as (?:[a-z]+ ){0,3}(?:possible|can)|as (?:early|soon|fast|quick|quickly) as (?:you can|possible|you (?:guys )?have|somebody can)|(?:the )?soonest|the sooner the better|(?:the )?earliest(?: you (?:can|have))?|asap|a s a p|immediately|straight away|(?:within|in) the (?:next )?(?:[a-z]+ ){0,3}hours?|within an? (?:couple of )?hours?|this (?:very )?(?:morning|afternoon|evening))\b/g;
const shifted = new RegExp(
  `\\b(a|one|two|three|1|2|3) (weeks?|days?) from (today|now|tomorrow|${weekday})\\b`,
  'g',
);
const nextWeek = new RegExp(
  `\\b(?:next week (?:on )?(?:, )?(${weekday})|(${weekday}) (?:of )?next week|(?:the )?following (${weekday})|(${weekday}) after next|a week (?:on|this) (${weekday})|(${weekday}) week)\\b`,
  'g',
);
const inTwoWeeks = new RegExp(
  `\\b(?:the )?week after next (?:, )?(?:on |maybe |say )?(${weekday})\\b|\\b(${weekday}) (?:of )?the week after next\\b`,
  'g',
);
const thisWeek = new RegExp(
  `\\b(?:this (?:coming )?|coming |on |the |this week (?:on )?)?(${weekday})s?\\b`,
  'g',
);
const chronoWords =
  /\b(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|days?|weeks?)\b|[0-9][/-][0-9]/;

/** Nearly every sentence has none of these. */
const daySign = /day|morrow|week|away|now|soon|early|earliest|fast|quick|asap|a s a p|immediately|hour|this /;

/** Chrono also finds `now`; a day is named by one of these. */
const namesDay = /day|tonight|tomorrow|week|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[0-9]/i;

/**
 * The days named in a sentence of one turn, in order. Chrono reads weekdays, `tomorrow`, months and `in two weeks`;
 * what it does not know (`the twenty-first`, `a week from Monday`, `Tuesday of next week`, `right away`) is read here.
 */
export function daysIn(words: readonly Word[], line: Line, now: Now): NamedDay[] {
  const today = dayIn(now.at, now.timeZone);
  const ordinals = ordinalDays(words, line, today);
  // `Monday the sixteenth` is the sixteenth.
  const isDated = ({ to }: NamedDay) => ordinals.some((one) => one.from === to);
  const counted = [...feastDays(line, today), ...relativeDays(line, now.spokenOf ?? null)];
  const isCounted = ({ from, to }: NamedDay) => counted.some((one) => from < one.to && to > one.from);
  const own = [...counted, ...[...ownDays(line, today), ...ordinals].filter((one) => !isCounted(one))];
  const isOwn = (from: number, to: number) => own.some((one) => from < one.to && to > one.from);
  const others = chronoDays(words, now).filter(({ from, to }) => !isOwn(from, to));
  return besideOf(line, [...own, ...others])
    .filter((one) => one.day >= today && !isDated(one))
    .sort((a, b) => a.from - b.from);
}

function ownDays(line: Line, today: CalendarDay): NamedDay[] {
  const found: NamedDay[] = [];
  if (!daySign.test(line.text)) return found;
  const isFree = (from: number, to = from + 1) => !found.some((one) => from < one.to && to > one.from);
  for (const { from, to } of findAll(line, urgent)) found.push({ day: today, from, to, isUrgent: true });
  // Chrono takes `six in the evening tomorrow` for today.
  for (const { from, to, groups } of findAll(line, /\b(the day after |day after )?tomorrow\b(?!'s)/g)) {
    const isFrom = /\b(?:from|since) $/.test(line.text.slice(0, line.starts[from] ?? 0));
    const day = daysAfter(today, groups[0] === undefined ? 1 : 2);
    if (!isFrom) found.push({ day, from, to, isUrgent: false });
  }
  for (const { from, to, groups } of findAll(line, shifted)) {
    const [count = '', unit = '', start = ''] = groups;
    const base = weekdays.includes(start)
      ? upcoming(today, start)
      : daysAfter(today, start === 'tomorrow' ? 1 : 0);
    const days =
      (/^(?:two|2)$/.test(count) ? 2 : /^(?:three|3)$/.test(count) ? 3 : 1) *
      (unit.startsWith('week') ? 7 : 1);
    found.push({ day: daysAfter(base, days), from, to, isUrgent: false });
  }
  for (const { from, to, groups } of findAll(line, inTwoWeeks)) {
    const name = groups[0] ?? groups[1] ?? 'monday';
    const day = daysAfter(today, 14 - mondayBased(today) + weekdayFromMonday(name));
    found.push({ day, from, to, isUrgent: false });
  }
  for (const { from, to, groups } of findAll(line, nextWeek)) {
    const [onNext, ofNext, following, afterNext, weekOn, plainWeek] = groups;
    const name = onNext ?? ofNext;
    const day =
      name === undefined
        ? daysAfter(upcoming(today, following ?? afterNext ?? weekOn ?? plainWeek ?? 'monday'), 7)
        : daysAfter(today, 7 - mondayBased(today) + weekdayFromMonday(name));
    if (isFree(from)) found.push({ day, from, to, isUrgent: false });
  }
  for (const { from, to, groups } of findAll(line, thisWeek)) {
    const isNext = /\b(?:next|last) $/.test(line.text.slice(0, line.starts[from] ?? 0).slice(-6));
    if (isFree(from, to) && !isNext)
      found.push({ day: upcoming(today, groups[0] ?? 'monday'), from, to, isUrgent: false });
  }
  return found;
}

function mondayBased(day: CalendarDay): number {
  return (weekdayOf(day) + 6) % 7;
}

function weekdayFromMonday(name: string): number {
  return (weekdays.indexOf(name) + 6) % 7;
}

/** `the twenty-first`: the next day of that number, unless a street, a floor or a month follows. */
function ordinalDays(words: readonly Word[], line: Line, today: CalendarDay): NamedDay[] {
  const found: NamedDay[] = [];
  for (const { from, to: at } of findAll(line, /\bthe (?=\S)/g)) {
    const ordinal = readOrdinal(words, at);
    if (ordinal === null || ordinal.value < 1 || ordinal.value > 31) continue;
    const after = words[ordinal.to];
    const isOfWeekday = weekdays.includes(words[from - 1]?.low ?? '');
    const isThing =
      !isOfWeekday &&
      after !== undefined &&
      !/[,.\n;:]/.test(after.gap) &&
      !/^(?:at|after|before|in|between|around|from|or|would|works?|is|if|works|any|by|and|until|please|late|early|first|anytime|for|sometime|should|could|might|maybe|morning|afternoon|evening|open|free|available|possible|then|please|too|instead|though|so|but|okay|ok|suits?|fits?|sounds?|looks?|good|fine|better|best)$/.test(
        after.low,
      );
    if (
      (isThing && !isBeforePerson(after?.low, ordinal.value)) ||
      (ordinal.value < 4 && words[ordinal.to]?.low === 'one')
    )
      continue;
    const day = nextOfNumber(today, ordinal.value);
    if (day !== null) found.push({ day, from, to: ordinal.to, isUrgent: false });
  }
  return found;
}

/** `The twenty first I have two times`, but not `the first I heard of it`. */
function isBeforePerson(low: string | undefined, value: number): boolean {
  return value > 3 && /^(?:i|i'm|i've|i'd|i'll|we|we're|we've)$/.test(low ?? '');
}

function nextOfNumber(today: CalendarDay, number: number): CalendarDay | null {
  for (let days = 0; days < 62; days += 1) {
    const day = daysAfter(today, days);
    if (Number(day.slice(8)) === number) return day;
  }
  return null;
}

function chronoDays(words: readonly Word[], { at, timeZone }: Now): NamedDay[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = words
    .map((word) => (word === first ? '' : plainGap(word.gap)) + word.low)
    .join('')
    .slice(0, 300);
  if (!chronoWords.test(text)) return [];
  const starts: number[] = [];
  let length = 0;
  for (const word of words) {
    if (word !== first) length += plainGap(word.gap).length;
    starts.push(length);
    length += word.low.length;
  }
  const reference = { instant: at, timezone: offsetMinutes(at, timeZone) };
  return parse(text, reference, { forwardDate: true }).flatMap((result) => {
    const { start, index, text: said } = result;
    const isDay = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
    const isPart = !start.isCertain('day') && !start.isCertain('weekday');
    if (
      !isDay ||
      isPart ||
      !namesDay.test(said) ||
      /weekday|weekend/i.test(said) ||
      isDuration(
        said,
        words,
        starts.findLastIndex((one) => one <= index),
      )
    )
      return [];
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    const from = starts.findLastIndex((one) => one <= index);
    const to = starts.findLastIndex((one) => one < index + said.length) + 1;
    return [
      {
        day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        from,
        to,
        isUrgent: false,
      },
    ];
  });
}

/** Chrono takes `two weeks` alone for a day; it is one only behind `in` or before `from now`. */
function isDuration(said: string, words: readonly Word[], at: number): boolean {
  if (/day after$/i.test(said)) return true;
  if (!/\b(?:days?|weeks?|months?|years?|hours?|minutes?)\b/i.test(said)) return false;
  if (/^(?:in|the day after)\b/i.test(said) || /from (?:now|today)$/i.test(said)) return false;
  return readPiece(words, at) !== null || /^(?:a|the|this|next|last|few|all|each|every)\b/i.test(said);
}

/** What chrono needs between words: joined ones, or one blank. */
function plainGap(gap: string): string {
  return /^[-/:.]$/.test(gap) ? gap : gap.includes(',') ? ', ' : ' ';
}
