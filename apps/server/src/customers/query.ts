import { fold } from '@ringdesk/shared';
import { parted, soughtE164 } from './phones.ts';
import { betweenParts, searchedParts } from './searched.ts';
import { nearest, slipsIn } from './slips.ts';

/** What somebody typed to find a customer. */
export interface Query {
  /** All of it, folded. */
  readonly text: string;
  readonly words: readonly string[];
  readonly longestWord: number;
  readonly hasDigits: boolean;
  /** The digits of a number or of a part of it, in the forms in which it may be kept; none when other signs are in it. */
  readonly digits: readonly string[];
  /** A whole number in E.164. */
  readonly phone: string | null;
  readonly email: string | null;
}

const mostWords = 8;
/** From here on a piece of a word is looked for inside of words, shorter ones at their beginning. */
export const shortestInside = 3;

/** Reads a query; null when there is no letter and no digit in it. */
export function readQuery(typed: string): Query | null {
  const text = fold(typed);
  if (text === '') return null;
  const { number } = parted(typed);
  const asPhone = /^[+\d\s().\-/]+$/.test(number) && /\d/.test(number);
  const digits = number.replace(/\D/g, '');
  const words = text.split(' ').slice(0, mostWords);
  return {
    text,
    words,
    longestWord: Math.max(...words.map((word) => word.length)),
    hasDigits: /\d/.test(text),
    digits: asPhone && digits.length >= shortestInside ? formsOf(digits) : [],
    phone: asPhone ? soughtE164(number) : null,
    email: typed.includes('@') ? typed.trim().toLowerCase() : null,
  };
}

/** As typed, and without the zeros that countries write before a number but not behind their country. */
function formsOf(digits: string): readonly string[] {
  const bare = digits.replace(/^0+/, '');
  return bare.length < shortestInside || bare === digits ? [digits] : [digits, bare];
}

/** How well a customer fits; the smaller, the better. Between them stand finer steps. */
export const rank = {
  phone: 0,
  email: 10,
  name: 20,
  digits: 25,
  start: 30,
  inside: 40,
  rest: 45,
  slip: 50,
} as const;

/** The rank of a customer who has every word: best where they begin the words of a name, then where they begin any. */
export function rankOf(query: Query, searched: string): number {
  const [name = '', company = ''] = searched.split(betweenParts);
  const begins = (word: string) => name.includes(` ${word}`) || company.startsWith(` ${word}`);
  if (query.words.every(begins)) return rank.name + 3;
  return query.words.every((word) => searched.includes(` ${word}`)) ? rank.start : rank.inside;
}

/** The parts of a customer in which the words stand, or where none does, words that are a slip away. */
export function matchedIn(query: Query, searched: string): (typeof searchedParts)[number][] {
  const parts = searched.split(betweenParts);
  const holds = (part: string) =>
    query.words.some((word) => part.includes(word.length < shortestInside ? ` ${word}` : word)) ||
    query.digits.some((digits) => part.includes(digits));
  const found = searchedParts.filter((_, i) => holds(parts[i] ?? ''));
  if (found.length > 0) return found;
  const isNear = (part: string) =>
    query.words.some((word) => slipsIn(word) > 0 && nearest(word, part.trim().split(' '), 1).length > 0);
  return searchedParts.filter((_, i) => isNear(parts[i] ?? ''));
}
