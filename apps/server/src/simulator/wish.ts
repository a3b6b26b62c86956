import type { Chance } from './chance.ts';
import { sayOrdinal } from './voices.ts';

/** When somebody would like to be seen: what they say, and the window a rep answers with. */
export interface Wish {
  /** The words of the caller, such as `next Tuesday after four`. */
  readonly said: string;
  /** The window that fits, such as `next Tuesday between four and six`. */
  readonly window: string;
  /** Another one, for when the first is taken. */
  readonly other: string;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

const times: readonly { readonly said: string; readonly window: string }[] = [
  { said: 'after four', window: 'between four and six' },
  { said: 'in the morning', window: 'between eight and ten' },
  { said: 'before noon', window: 'between ten and noon' },
  { said: 'after five', window: 'between five and seven' },
  { said: 'around lunchtime', window: 'between twelve and two' },
  { said: 'late in the afternoon', window: 'between three and five' },
  { said: 'at nine', window: 'between nine and ten' },
  { said: 'between ten and two', window: 'between eleven and one' },
];

const today: readonly Wish[] = [
  {
    said: 'today, as soon as possible',
    window: 'today between one and three',
    other: 'today between four and six',
  },
  { said: 'right away', window: 'within the next two hours', other: 'today between two and four' },
  {
    said: 'this afternoon',
    window: 'this afternoon between two and four',
    other: 'today between five and seven',
  },
  { said: 'today, any time before six', window: 'today between three and five', other: 'today after six' },
  { said: 'as early as you can', window: 'today at noon', other: 'today between two and three' },
];

/** A day and a time of day, said without naming the year. */
export function someWish(chance: Chance): Wish {
  const day = chance.pick([
    () => `next ${chance.pick(weekdays)}`,
    () => `this ${chance.pick(weekdays)}`,
    () => chance.pick(weekdays),
    () => 'tomorrow',
    () => 'the day after tomorrow',
    () => `the ${sayOrdinal(chance.whole(2, 28))}`,
    () => 'Saturday',
  ])();
  const on = day.startsWith('the ') && !day.startsWith('the day') ? `on ${day}` : day;
  const time = chance.pick(times);
  const other = chance.pick(times.filter((one) => one.window !== time.window));
  return { said: `${day} ${time.said}`, window: `${on} ${time.window}`, other: `${on} ${other.window}` };
}

/** For what cannot wait. */
export function urgentWish(chance: Chance): Wish {
  return chance.pick(today);
}
