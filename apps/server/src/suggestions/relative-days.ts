import { findAll, type Line } from './line.ts';
import { type NamedDay, upcoming, weekday } from './named-days.ts';
import { type CalendarDay, daysAfter } from './zone.ts';

const isAlone =
  '(?= (?:[,.]|then|that|at|after|before|in|between|around|from|any|would|works?|is|if|please|maybe|same|instead|i|we|or|first|early|late)\\b|$| [,.])';
const relative = new RegExp(
  `\\b(?:the )?(day|week|${weekday}) (after|before) (?:that|then)\\b|\\bthe (day|week|${weekday}) (after|before)${isAlone}|\\b(?:the )?(?:next|following) (day)\\b|\\ba (day|week) (later|earlier)\\b`,
  'g',
);

const lead = new RegExp(`\\bthe (day|${weekday}) (before|after) (?=\\S)`, 'g');

/** Days counted from one that was spoken of before: `the day after`, `the Monday after that`, `a week later`. */
export function relativeDays(line: Line, from: CalendarDay | null): NamedDay[] {
  if (from === null) return [];
  return findAll(line, relative).map((found) => {
    const [one, way, other, otherWay, next, later, laterWay] = found.groups;
    const unit = one ?? other ?? next ?? later ?? 'day';
    const isBack = /^(?:before|earlier)$/.test(way ?? otherWay ?? laterWay ?? '');
    return { day: counted(from, unit, isBack), from: found.from, to: found.to, isUrgent: false };
  });
}

function counted(from: CalendarDay, unit: string, isBack: boolean): CalendarDay {
  if (unit === 'day') return daysAfter(from, isBack ? -1 : 1);
  if (unit === 'week') return daysAfter(from, isBack ? -7 : 7);
  const next = upcoming(from, unit);
  if (!isBack) return next;
  const last = daysAfter(next, -7);
  return last === from ? daysAfter(from, -7) : last;
}

/** `The day before Monday`, `the Friday after Thanksgiving`: the day that is named behind it, moved. */
export function besideOf(line: Line, days: readonly NamedDay[]): NamedDay[] {
  const leads = findAll(line, lead);
  return days.map((day) => {
    const found = leads.find(({ to }) => to === day.from);
    if (found === undefined) return day;
    const [unit = 'day', way] = found.groups;
    return { ...day, day: counted(day.day, unit, way === 'before'), from: found.from };
  });
}
