import type { Chance } from './chance.ts';

/** Numbers, dates and addresses as people say them on the telephone. */

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const oddOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `42` → `forty-two`, up to 999,999. */
export function sayNumber(n: number): string {
  if (n < 20) return small[n] ?? '';
  if (n < 100) return joined(tens[Math.floor(n / 10)] ?? '', n % 10, '-');
  if (n < 1000) return joined(`${sayNumber(Math.floor(n / 100))} hundred`, n % 100, ' ');
  return joined(`${sayNumber(Math.floor(n / 1000))} thousand`, n % 1000, ' ');
}

/** `23` → `twenty-third`. */
export function sayOrdinal(n: number): string {
  const words = sayNumber(n);
  const last = words.split(/[- ]/).at(-1) ?? '';
  const ordinal = oddOrdinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.slice(0, words.length - last.length) + ordinal;
}

/** Digit by digit: `905` → `nine oh five`, or with another word for zero. */
export function sayDigits(digits: string, zero = 'oh'): string {
  return [...digits].map((digit) => (digit === '0' ? zero : (small[Number(digit)] ?? digit))).join(' ');
}

/** A house number: `4211` → `forty-two eleven`, `305` → `three oh five`, `1200` → `twelve hundred`. */
export function sayHouseNumber(n: number): string {
  if (n < 100) return sayNumber(n);
  if (n > 9999) return sayDigits(String(n));
  const front = Math.floor(n / 100);
  const back = n % 100;
  if (back === 0) return front % 10 === 0 ? sayNumber(n) : `${sayNumber(front)} hundred`;
  return `${sayNumber(front)} ${back < 10 ? `oh ${sayNumber(back)}` : sayNumber(back)}`;
}

/** The ten digits of a North American number, in one of the ways people say them. */
export function sayPhone(phone: string, chance: Chance): string {
  const area = phone.slice(-10, -7);
  const exchange = phone.slice(-7, -4);
  const tail = phone.slice(-4);
  const zero = chance.pick(['oh', 'oh', 'zero']);
  const pair = Number(tail.slice(2));
  const end =
    pair > 9 && chance.happens(0.4)
      ? `${sayDigits(tail.slice(0, 2), zero)} ${sayNumber(pair)}`
      : sayDigits(tail, zero);
  const start = chance.happens(0.25) ? `area code ${sayDigits(area, zero)}` : sayDigits(area, zero);
  return `${start}, ${sayDigits(exchange, zero)}, ${end}`;
}

/** `{ year: 1982, month: 3, day: 3 }` → `March third, nineteen eighty-two`. */
export function sayDate(date: CalendarDate, chance: Chance): string {
  const month = months[date.month - 1] ?? '';
  const day = sayOrdinal(date.day);
  return chance.happens(0.7)
    ? `${month} ${day}, ${sayYear(date.year)}`
    : `the ${day} of ${month}, ${sayYear(date.year)}`;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `1982` → `nineteen eighty-two`, `2009` → `two thousand nine`, `2014` → `twenty fourteen`. */
export function sayYear(year: number): string {
  const century = Math.floor(year / 100);
  const rest = year % 100;
  if (century === 20 && rest < 10) return joined('two thousand', rest, ' ');
  return `${sayNumber(century)} ${rest < 10 ? `oh ${sayNumber(rest)}` : sayNumber(rest)}`;
}

/** An email address said aloud: `maria.lopez82@example.com` → `maria dot lopez eight two at example dot com`. */
export function sayEmail(email: string): string {
  return email
    .replace('@', ' at ')
    .replaceAll('.', ' dot ')
    .replaceAll('_', ' underscore ')
    .replaceAll('-', ' dash ')
    .replace(/\d+/g, (digits) => ` ${sayDigits(digits, 'zero')}`)
    .replace(/ {2,}/g, ' ');
}

/** `Nguyen` → `N, G, U, Y, E, N`. */
export function spell(name: string): string {
  return [...name.toUpperCase()].filter((letter) => /\p{L}/u.test(letter)).join(', ');
}

/** The first letter as a capital, for a sentence that begins with a number in words. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function joined(front: string, rest: number, by: string): string {
  return rest === 0 ? front : `${front}${by}${sayNumber(rest)}`;
}
