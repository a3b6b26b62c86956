import type { Around } from '../recognised.ts';
import { dayIn, daysAfter, weekdayOf } from '../zone.ts';

/**
 * What the simulator's wishes mean, written down apart from the rules that recognise them: `this Tuesday` and
 * `Tuesday` are the first after today, `next Tuesday` is the one of the week after this (weeks begin on Monday),
 * `the ninth` is the next ninth, and what cannot wait is today.
 */
export function meaningOf(said: string, heard: Around & { readonly at: Date }): MeantTime {
  const today = dayIn(heard.at, heard.timeZone);
  const soon = today_[said];
  if (soon !== undefined) return { date: today, ...soon };
  const time = Object.entries(times).find(([words]) => said.endsWith(` ${words}`));
  if (time === undefined) throw new Error(`no meaning is written down for: ${said}`);
  const [words, window] = time;
  return { date: dayOf(said.slice(0, -words.length - 1), today), ...window };
}

export interface MeantTime {
  readonly date: string;
  readonly from: string | null;
  readonly to: string | null;
}

const times: Readonly<Record<string, Omit<MeantTime, 'date'>>> = {
  'after four': { from: '16:00', to: null },
  'in the morning': { from: '08:00', to: '12:00' },
  'before noon': { from: null, to: '12:00' },
  'after five': { from: '17:00', to: null },
  'around lunchtime': { from: '12:00', to: '14:00' },
  'late in the afternoon': { from: '15:00', to: '17:00' },
  'at nine': { from: '09:00', to: null },
  'between ten and two': { from: '10:00', to: '14:00' },
};

const today_: Readonly<Record<string, Omit<MeantTime, 'date'>>> = {
  'today, as soon as possible': { from: null, to: null },
  'right away': { from: null, to: null },
  'this afternoon': { from: '12:00', to: '17:00' },
  'today, any time before six': { from: null, to: '18:00' },
  'as early as you can': { from: null, to: null },
};

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth'.split(
    ' ',
  );

function dayOf(said: string, today: string): string {
  if (said === 'tomorrow') return daysAfter(today, 1);
  if (said === 'the day after tomorrow') return daysAfter(today, 2);
  const number = ordinals.indexOf(said.replace('the ', '')) + 1;
  const ahead = Array.from({ length: 62 }, (_, days) => daysAfter(today, days));
  if (number > 0) return ahead.find((day) => Number(day.slice(8)) === number) ?? today;
  const weekday = weekdays.indexOf(said.replace(/^(?:next|this) /, ''));
  if (!said.startsWith('next ')) return ahead.slice(1).find((day) => weekdayOf(day) === weekday) ?? today;
  const monday = ahead.slice(1).findIndex((day) => weekdayOf(day) === 1) + 1;
  return ahead.slice(monday).find((day) => weekdayOf(day) === weekday) ?? today;
}
