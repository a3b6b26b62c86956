import { fold } from '@ringdesk/shared';
import { betweenParts } from '../customers/searched.ts';
import { type Statement, sql } from '../database/sql.ts';

const mostWords = 8;
const mostLookedUp = 3;
/** From here on a piece of a word is looked for inside of words, shorter ones at their beginning. */
const shortestInside = 3;
const isNumber = /^#?(\d{1,9})$/;

/** What a job is found by is its title, then the names of its customer; this is the first of the two. */
export function titleSearched(title: string): string {
  return ` ${fold(title)}${betweenParts}`;
}

/**
 * The condition on a row `j` of jobs that every word stands in the title or in a name of the customer, or that the job has
 * this number; `#` asks for the number alone. False where there is no letter and no digit in the words.
 */
export function isSought(q: string): Statement {
  const [, number] = isNumber.exec(q) ?? [];
  const hasNumber = number === undefined ? sql`FALSE` : sql`j.number = ${number}::int`;
  if (q.startsWith('#')) return hasNumber;
  const words = fold(q)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .toSorted((a, b) => b.length - a.length);
  const [first, ...others] = words.map((word, i) => (i < mostLookedUp ? isLike(word) : stands(word)));
  if (first === undefined) return hasNumber;
  return sql`(${hasNumber} OR (${others.reduce((all, one) => sql`${all} AND ${one}`, first)}))`;
}

/** Answered by the index. Folded words hold no sign that means something in a pattern. */
function isLike(word: string): Statement {
  return sql`j.searched LIKE ${`%${pieceOf(word)}%`}`;
}

/** The same, but looked at in the jobs that have the longer words: long lists of common ones are not read from the index. */
function stands(word: string): Statement {
  return sql`strpos(j.searched, ${pieceOf(word)}) > 0`;
}

function pieceOf(word: string): string {
  return word.length < shortestInside ? ` ${word}` : word;
}
