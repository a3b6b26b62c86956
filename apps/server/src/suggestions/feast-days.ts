import { findAll, type Line } from './line.ts';
import { type NamedDay, weekday, weekdays } from './named-days.ts';
import { type CalendarDay, daysAfter, weekdayOf } from './zone.ts';

/** Days that the calendar names: the holidays of the United States, and `the first Monday in April`. */

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const counts = ['first', 'second', 'third', 'fourth'];
const counted = new RegExp(
  `\\b(?:the )?(${counts.join('|')}|last) (${weekday}) (?:in|of) (?:(${months.join('|')})|(next month)|(?:the|this) month)\\b`,
  'g',
);

type InYear = (year: number) => CalendarDay;
const fixed =
  (month: number, day: number): InYear =>
  (year) =>
    `${year}-${two(month)}-${two(day)}`;
const nth =
  (count: number, name: string, month: number): InYear =>
  (year) =>
    nthOf(count, name, { year, month });

const feasts: readonly (readonly [RegExp, InYear])[] = [
  [/\bchristmas eve\b/g, fixed(12, 24)],
  [/\bchristmas(?: day)?\b(?! eve)/g, fixed(12, 25)],
  [/\bnew year'?s eve\b/g, fixed(12, 31)],
  [/\bnew year'?s day\b/g, fixed(1, 1)],
  [/\bvalentine'?s(?: day)?\b/g, fixed(2, 14)],
  [/\bmother'?s day\b/g, nth(2, 'sunday', 5)],
  [/\bmemorial day\b/g, nth(-1, 'monday', 5)],
  [/\bfather'?s day\b/g, nth(3, 'sunday', 6)],
  [/\bindependence day\b/g, fixed(7, 4)],
  [/\blabor day\b/g, nth(1, 'monday', 9)],
  [/\bcolumbus day\b/g, nth(2, 'monday', 10)],
  [/\bhalloween\b/g, fixed(10, 31)],
  [/\bveterans'? day\b/g, fixed(11, 11)],
  [/\bthanksgiving(?: day)?\b/g, nth(4, 'thursday', 11)],
];

/** Nearly every sentence has none of these. */
const sign =
  / (?:in|of) |christmas|new year|valentine|(?:mother|father)'?s|memorial|independence|labor|columbus|halloween|veteran|thanksgiving/;

/** The next day of each name; one that only says what another day is (`Sunday is Mother's Day`) is none of its own. */
export function feastDays(line: Line, today: CalendarDay): NamedDay[] {
  if (!sign.test(line.text)) return [];
  const named = feasts.flatMap(([pattern, inYear]) =>
    findAll(line, pattern).map(({ from, to }) => ({ day: nextOf(inYear, today), from, to, isUrgent: false })),
  );
  const isSaidOf = ({ from }: NamedDay) =>
    /(?:\bis|'s) $/.test(line.text.slice(0, line.starts[from] ?? 0).slice(-5));
  return [...named.filter((one) => !isSaidOf(one)), ...countedDays(line, today)];
}

function countedDays(line: Line, today: CalendarDay): NamedDay[] {
  const [year = 0, thisMonth = 1] = today.split('-').map(Number);
  return findAll(line, counted).map(({ from, to, groups }) => {
    const [count = '', name = '', month, next] = groups;
    const place = count === 'last' ? -1 : counts.indexOf(count) + 1;
    const inMonth = (at: number): InYear => nth(place, name, at);
    if (month !== undefined)
      return { day: nextOf(inMonth(months.indexOf(month) + 1), today), from, to, isUrgent: false };
    const ofMonth = (ahead: number) =>
      nthOf(place, name, {
        year: year + Math.floor((thisMonth - 1 + ahead) / 12),
        month: ((thisMonth - 1 + ahead) % 12) + 1,
      });
    const day = next === undefined && ofMonth(0) >= today ? ofMonth(0) : ofMonth(1);
    return { day, from, to, isUrgent: false };
  });
}

/** This year's, or next year's where it is over. */
function nextOf(inYear: InYear, today: CalendarDay): CalendarDay {
  const year = Number(today.slice(0, 4));
  return inYear(year) >= today ? inYear(year) : inYear(year + 1);
}

/** The first, second … weekday of that name in a month; -1 is the last. */
function nthOf(count: number, name: string, { year, month }: { year: number; month: number }): CalendarDay {
  if (count < 0) {
    const first = month === 12 ? fixed(1, 1)(year + 1) : fixed(month + 1, 1)(year);
    return daysAfter(first, -(((weekdayOf(first) - weekdays.indexOf(name) + 6) % 7) + 1));
  }
  const first = fixed(month, 1)(year);
  return daysAfter(first, ((weekdays.indexOf(name) - weekdayOf(first) + 7) % 7) + (count - 1) * 7);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
