import type { CustomerId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { type CustomerFilter, isWanted } from './list.store.ts';
import { type Query, rank, rankOf, shortestInside } from './query.ts';

type Fresh = Pick<Database, 'fresh'>;

/** Where a customer stands in the answer of a search. */
export interface Place {
  readonly rank: number;
  readonly key: string;
  readonly id: CustomerId;
}

/** Candidates of one kind that are looked at, at most: what is more common than this is not ranked among itself. */
const mostCandidates = 200;
const mostNear = 2000;

interface Candidate {
  readonly id: CustomerId;
  readonly sort_name: string;
  readonly searched: string;
}

/** Customers with exactly this number or email. */
export async function exactly(db: Fresh, query: Query, filter: CustomerFilter): Promise<readonly Place[]> {
  if (query.phone === null && query.email === null) return [];
  const rows = await db.fresh<Candidate & { readonly is_phone: boolean }>(sql`
    SELECT id, sort_name, c.email IS DISTINCT FROM ${query.email} AS is_phone FROM customers c
    WHERE ${isWanted(filter)} AND (c.email = ${query.email}
      OR c.id IN (SELECT customer_id FROM customer_phones WHERE number = ${query.phone}))
    ORDER BY sort_name, id LIMIT ${mostCandidates}`);
  return rows.map((row) => ({
    rank: row.is_phone ? rank.phone : rank.email,
    key: row.sort_name,
    id: row.id,
  }));
}

/** Customers whose last name, spoken name or company begins like the whole query, in their order, at most so many of each. */
export async function begun(
  db: Fresh,
  { text }: Query,
  { most, ...filter }: CustomerFilter & { readonly most: number },
): Promise<readonly Place[]> {
  const from = (
    column: Statement,
    step: number,
  ) => sql`(SELECT id, ${column} AS key, ${step}::int AS step FROM customers
    WHERE ${column} LIKE ${`${text}%`} AND ${isWanted(filter)} ORDER BY ${column}, id LIMIT ${most})`;
  const rows = await db.fresh<{ id: CustomerId; key: string; step: number }>(sql`${from(sql`sort_name`, 0)}
    UNION ALL ${from(sql`spoken_name`, 1)} UNION ALL ${from(sql`company_name`, 2)}`);
  return rows.map(({ id, key, step }) => ({ rank: rank.name + step, key, id }));
}

/** Customers in whom every word begins a word. */
export async function started(db: Fresh, query: Query, filter: CustomerFilter): Promise<readonly Place[]> {
  const rows = await candidates(db, every(query.words.map(begins)), filter);
  return rows.map((row) => ({ rank: rankOf(query, row.searched), key: row.sort_name, id: row.id }));
}

/** Customers in whom every word, or the whole query, stands anywhere; also within a number, however it is written. */
export async function inside(db: Fresh, query: Query, filter: CustomerFilter): Promise<readonly Place[]> {
  const isLong = query.words.some((word) => word.length >= shortestInside);
  const ways = [...query.digits.map(has), has(query.text), ...(isLong ? [every(query.words.map(has))] : [])];
  const rows = await candidates(db, some(ways), filter);
  return rows.map((row) => ({ rank: rank.inside, key: row.sort_name, id: row.id }));
}

/** Customers in whom there is, for each word, the word itself or the beginning of one of those it may have been meant to be. */
export async function meant(
  db: Fresh,
  words: readonly (readonly string[])[],
  filter: CustomerFilter,
): Promise<readonly Place[]> {
  const isThere = words.map(([typed = '', ...others]) =>
    some([typed.length < shortestInside ? begins(typed) : has(typed), ...others.map(begins)]),
  );
  const rows = await candidates(db, every(isThere), filter);
  return rows.map((row) => ({ rank: rank.slip, key: row.sort_name, id: row.id }));
}

/** Words of the dictionary that have one of these remains. */
export async function wordsWithRemains(db: Fresh, remains: readonly string[]): Promise<readonly string[]> {
  const rows = await db.fresh<{ word: string }>(
    sql`SELECT word FROM customer_words WHERE remains && ${remains}::text[] LIMIT ${mostNear}`,
  );
  return rows.map((row) => row.word);
}

/** No order here: it would make PostgreSQL read every match before the first one. */
function candidates(db: Fresh, like: Statement, filter: CustomerFilter): Promise<Candidate[]> {
  return db.fresh<Candidate>(sql`SELECT id, sort_name, searched FROM customers
    WHERE ${like} AND ${isWanted(filter)} LIMIT ${mostCandidates}`);
}

/** Folded words hold no sign that means something in a pattern. */
function has(words: string): Statement {
  return sql`searched LIKE ${`%${words}%`}`;
}

function begins(words: string): Statement {
  return has(` ${words}`);
}

function every(conditions: readonly Statement[]): Statement {
  return sql`(${conditions.reduce((all, one) => sql`${all} AND ${one}`)})`;
}

function some(conditions: readonly Statement[]): Statement {
  return sql`(${conditions.reduce((all, one) => sql`${all} OR ${one}`)})`;
}
