import type { Database } from '../database/database.ts';
import type { CustomerFilter } from './list.store.ts';
import { type Query, rank } from './query.ts';
import {
  begun,
  begunLike,
  bothBegun,
  type Candidates,
  exactly,
  inside,
  meant,
  numbered,
  type Place,
  rest,
  started,
  wordsWithRemains,
} from './search.store.ts';
import { nearest, remainsOfTyped, slipsIn } from './slips.ts';

/** So many of each kind of beginning are gone through in pages. */
const mostBegun = 200;
const mostNear = 6;
const mostNamesMisspelled = 2;
/** Words from here on are seldom so common that not all who have them can be looked at. */
const shortestRare = 5;

interface Search {
  readonly query: Query;
  readonly filter: CustomerFilter;
  /** The last customer of the page before, or null. */
  readonly after: Place | null;
  readonly limit: number;
}

/**
 * The customers that fit, best first, from `after` on. It looks where the best ones stand, and goes on to the next kind,
 * which is never better, only while the page is not full; each look reads few rows, however common the words are. Of very
 * many who fit only the best are ranked; the others follow in the order in which they came.
 */
export async function searchCustomers(
  db: Pick<Database, 'fresh'>,
  { query, filter, after, limit }: Search,
): Promise<readonly Place[]> {
  const found = new Map<string, Place>();
  let isCut = false;
  const hasSeveralWords = query.words.length > 1;
  const most = after === null ? limit : mostBegun;
  const others = () => ({
    known: [...found.values()].map((place) => place.id),
    after: after?.rank === rank.rest ? after : null,
    limit,
  });
  const looks: readonly Look[] = [
    async () => all(await exactly(db, query, filter)),
    // Who typed a whole number or address means just these.
    () => (found.size > 0 ? 'over' : begun(db, query, { ...filter, most })),
    async () => all(await bothBegun(db, query, { ...filter, most })),
    () => numbered(db, query, filter),
    () => (hasSeveralWords && hasNumbered(found) ? 'over' : anywhere(db, query, filter)),
    async () => all(isCut ? await rest(db, query, { ...filter, ...others() }) : []),
    // Several words that stand together somewhere, and one that very many have, are hardly misspelled.
    () =>
      isCut || (hasSeveralWords && found.size > 0)
        ? 'over'
        : withSlips(db, { query, filter, limit }).then(all),
  ];
  for (const look of looks) {
    const seen = await look();
    if (seen === 'over') break;
    isCut ||= !seen.isAll;
    for (const place of seen.places) {
      const known = found.get(place.id);
      if (known === undefined || compare(place, known) < 0) found.set(place.id, place);
    }
    if (pageOf(found, after).length >= limit) break;
  }
  return pageOf(found, after).slice(0, limit);
}

/** One more place to look, unless what was found says that it is over. */
type Look = () => Promise<Candidates> | 'over';

function all(places: readonly Place[]): Candidates {
  return { places, isAll: true };
}

function hasNumbered(found: ReadonlyMap<string, Place>): boolean {
  return [...found.values()].some((place) => place.rank === rank.digits);
}

/**
 * Where the words begin words, before where they stand inside of them. Rare words need one look, which sees them all;
 * where not even one of many begins a word, it is not worth reading on for the few that might. Several short words that
 * begin words are hardly meant to stand inside of others, unless they are pieces of a number.
 */
async function anywhere(
  db: Pick<Database, 'fresh'>,
  query: Query,
  filter: CustomerFilter,
): Promise<Candidates> {
  if (query.longestWord < shortestRare) {
    const starts = await started(db, query, filter);
    const isSettled =
      !starts.isAll || (query.words.length > 1 && !query.hasDigits && starts.places.length > 0);
    return isSettled ? starts : both(starts, await inside(db, query, filter));
  }
  const within = await inside(db, query, filter);
  const isSettled = within.isAll || within.places.every((place) => place.rank === rank.inside);
  return isSettled ? within : both(await started(db, query, filter), within);
}

function both(one: Candidates, other: Candidates): Candidates {
  return { places: [...one.places, ...other.places], isAll: one.isAll && other.isAll };
}

/** Customers who may have been meant: first by the beginnings of their names, then wherever the words may stand. */
async function withSlips(
  db: Pick<Database, 'fresh'>,
  { query, filter, limit }: Omit<Search, 'after'>,
): Promise<readonly Place[]> {
  const words = await Promise.all(query.words.map((word) => alternativesOf(db, word)));
  if (words.every((alternatives) => alternatives.length === 1)) return [];
  const ways = words.length > mostNamesMisspelled ? [] : waysToSay(words).filter((way) => way !== query.text);
  const begins = await begunLike(db, ways, filter);
  const isEnough = begins.length >= (words.length > 1 ? 1 : limit);
  return isEnough ? begins : [...begins, ...(await meant(db, words, filter))];
}

/** Each choice of one word for each. */
function waysToSay(words: readonly (readonly string[])[]): readonly string[] {
  return words.reduce<readonly string[]>(
    (ways, alternatives) =>
      ways.flatMap((way) => alternatives.map((word) => (way === '' ? word : `${way} ${word}`))),
    [''],
  );
}

/** The word as typed, then those that it may have been meant to be. */
async function alternativesOf(db: Pick<Database, 'fresh'>, word: string): Promise<readonly string[]> {
  if (slipsIn(word) === 0 || /\d/.test(word)) return [word];
  return [word, ...nearest(word, await wordsWithRemains(db, remainsOfTyped(word)), mostNear)];
}

function pageOf(found: ReadonlyMap<string, Place>, after: Place | null): Place[] {
  const places = [...found.values()].sort(compare);
  return after === null ? places : places.filter((place) => compare(place, after) > 0);
}

function compare(a: Place, b: Place): number {
  return a.rank - b.rank || order(a.key, b.key) || order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
