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
const mostOfWay = 8;
/** Comes after every sign that a name can hold. */
const lastSign = '\u{10ffff}';
/** Words that have one and the same remains, at most. */
const mostNear = 200;

/** Customers who were looked at; `isAll` says that there are no others of this kind. */
export interface Candidates {
  readonly places: readonly Place[];
  readonly isAll: boolean;
}

interface Candidate {
  readonly id: CustomerId;
  readonly sort_name: string;
  readonly searched: string;
}

/** Customers with exactly this number or email. */
export async function exactly(db: Fresh, query: Query, filter: CustomerFilter): Promise<readonly Place[]> {
  if (query.phone === null && query.email === null) return [];
  const rows = await db.fresh<
    Candidate & { readonly email: string | null }
  >(sql`SELECT id, sort_name, email FROM customers
    WHERE ${isWanted(filter)} AND id IN (SELECT customer_id FROM customer_phones WHERE number = ${query.phone}
      UNION ALL SELECT id FROM customers WHERE email = ${query.email})
    ORDER BY sort_name, id LIMIT ${mostCandidates}`);
  return rows.map((row) => ({
    rank: row.email !== null && row.email === query.email ? rank.email : rank.phone,
    key: row.sort_name,
    id: row.id,
  }));
}

/** Customers whose last name, spoken name or company begins like the whole query, in their order, at most so many of each. */
export async function begun(
  db: Fresh,
  { text }: Query,
  { most, ...filter }: CustomerFilter & { readonly most: number },
): Promise<Candidates> {
  const from = (
    column: Statement,
    step: number,
  ) => sql`(SELECT id, ${column} AS key, ${step}::int AS step FROM customers
    WHERE ${column} LIKE ${`${text}%`} AND ${isWanted(filter)} ORDER BY ${column}, id LIMIT ${most})`;
  const rows = await db.fresh<{ id: CustomerId; key: string; step: number }>(sql`${from(sql`sort_name`, 0)}
    UNION ALL ${from(sql`spoken_name`, 1)} UNION ALL ${from(sql`company_name`, 2)}`);
  const places = rows.map(({ id, key, step }) => ({ rank: rank.name + step, key, id }));
  return { places, isAll: rows.length < most };
}

/**
 * Customers whose first and last name begin like two words, in either order: answered by the names that stand in the
 * indexes, from the longer word on, without a look at the customers who do not fit.
 */
export async function bothBegun(
  db: Fresh,
  { words }: Query,
  { most, ...filter }: CustomerFilter & { readonly most: number },
): Promise<readonly Place[]> {
  const [one, two] = words;
  if (one === undefined || two === undefined || words.length > 2) return [];
  const way = one.length > two.length ? `${one}% ${two}%` : `${two}% ${one}%`;
  const named = (column: Statement) => sql`(SELECT id FROM customers
    WHERE ${column} LIKE ${way} ORDER BY ${column}, id LIMIT ${2 * most})`;
  const rows = await db.fresh<{ id: CustomerId; key: string }>(sql`SELECT id, sort_name AS key
    FROM (${named(sql`sort_name`)} UNION ${named(sql`spoken_name`)}) AS named JOIN customers USING (id)
    WHERE ${isWanted(filter)} ORDER BY sort_name, id LIMIT ${most}`);
  return rows.map(({ id, key }) => ({ rank: rank.name + 3, key, id }));
}

/** Customers in whom every word begins a word. */
export async function started(db: Fresh, query: Query, filter: CustomerFilter): Promise<Candidates> {
  const rows = await candidates(db, every(query.words.map((word) => has(` ${word}`))), filter);
  return seen(query, rows);
}

/** Customers with a number, house or zip in which these digits stand in a row, however they were typed. */
export async function numbered(db: Fresh, query: Query, filter: CustomerFilter): Promise<Candidates> {
  if (query.digits.length === 0) return { places: [], isAll: true };
  const rows = await candidates(db, some(query.digits.map(has)), filter);
  const places = rows.map((row) => ({ rank: rank.digits, key: row.sort_name, id: row.id }));
  return { places, isAll: rows.length < mostCandidates };
}

/** Customers in whom every word stands anywhere; short words alone only in the row in which they were typed, which an index can answer. */
export async function inside(db: Fresh, query: Query, filter: CustomerFilter): Promise<Candidates> {
  const isShort = query.longestWord < shortestInside;
  if (isShort && query.text.length <= shortestInside) return seen(query, []);
  const like = isShort ? has(query.text) : every(query.words.map(has));
  return seen(query, await candidates(db, like, filter));
}

/** Customers whose names begin in one of these ways, a few of each: one step into an index for each way and name. */
export async function begunLike(
  db: Fresh,
  ways: readonly string[],
  filter: CustomerFilter,
): Promise<readonly Place[]> {
  const from = (column: Statement) => sql`(SELECT id, ${column} AS key FROM customers
    WHERE ${column} >= ways.way AND ${column} < ways.way || ${lastSign} AND ${isWanted(filter)}
    ORDER BY ${column}, id LIMIT ${mostOfWay})`;
  const rows = await db.fresh<{ id: CustomerId; key: string }>(sql`SELECT begun.id, begun.key
    FROM unnest(${ways}::text[]) AS ways(way) CROSS JOIN LATERAL (
      ${from(sql`sort_name`)} UNION ALL ${from(sql`spoken_name`)} UNION ALL ${from(sql`company_name`)}) AS begun`);
  return rows.map(({ id, key }) => ({ rank: rank.slip, key, id }));
}

/** Customers in whom there is, for each word, the word itself or one of those it may have been meant to be. */
export async function meant(
  db: Fresh,
  words: readonly (readonly string[])[],
  filter: CustomerFilter,
): Promise<readonly Place[]> {
  const rows = await candidates(db, every(words.map((alternatives) => some(alternatives.map(has)))), filter);
  return rows.map((row) => ({ rank: rank.slip + 5, key: row.sort_name, id: row.id }));
}

/** Words of the dictionary that have one of these remains. Each is looked up by itself: several at once would be read by a scan. */
export async function wordsWithRemains(db: Fresh, remains: readonly string[]): Promise<readonly string[]> {
  const rows = await db.fresh<{
    word: string;
  }>(sql`SELECT DISTINCT near.word FROM unnest(${remains}::text[]) AS typed(rest)
    CROSS JOIN LATERAL (SELECT word FROM customer_words WHERE remains @> ARRAY[typed.rest] LIMIT ${mostNear}) AS near`);
  return rows.map((row) => row.word);
}

interface Rest {
  /** Those who are found already. */
  readonly known: readonly CustomerId[];
  /** The last one of the page before, when it was one of these. */
  readonly after: Place | null;
  readonly limit: number;
}

/** Customers who fit and were not looked at, since too many do: in the order in which they came. */
export async function rest(
  db: Fresh,
  query: Query,
  { known, after, limit, ...filter }: CustomerFilter & Rest,
): Promise<readonly Place[]> {
  const stands = query.words.map((word) => has(word.length < shortestInside ? ` ${word}` : word));
  const fits = some([every(stands), ...query.digits.map(has)]);
  const rows = await db.fresh<{ id: CustomerId }>(sql`SELECT id FROM customers
    WHERE id > ${after?.id ?? ''} AND id <> ALL(${known}::text[]) AND ${fits} AND ${isWanted(filter)}
    ORDER BY id LIMIT ${limit}`);
  return rows.map(({ id }) => ({ rank: rank.rest, key: '', id }));
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

function seen(query: Query, rows: readonly Candidate[]): Candidates {
  const places = rows.map((row) => ({ rank: rankOf(query, row.searched), key: row.sort_name, id: row.id }));
  return { places, isAll: rows.length < mostCandidates };
}

function every(conditions: readonly Statement[]): Statement {
  return sql`(${conditions.reduce((all, one) => sql`${all} AND ${one}`)})`;
}

function some(conditions: readonly Statement[]): Statement {
  return sql`(${conditions.reduce((all, one) => sql`${all} OR ${one}`)})`;
}
