import type { Database } from '../database/database.ts';
import type { CustomerFilter } from './list.store.ts';
import type { Query } from './query.ts';
import { begun, exactly, inside, meant, type Place, started, wordsWithRemains } from './search.store.ts';
import { nearest, remainsOfTyped, slipsIn } from './slips.ts';

/** So many of each kind of beginning are gone through in pages. */
const mostBegun = 200;
const mostNear = 8;

interface Search {
  readonly query: Query;
  readonly filter: CustomerFilter;
  /** The last customer of the page before, or null. */
  readonly after: Place | null;
  readonly limit: number;
}

/**
 * The customers that fit, best first, from `after` on. It looks where the best ones stand, and goes on to the next kind,
 * which is never better, only while the page is not full; each look reads few rows, however common the words are.
 */
export async function searchCustomers(
  db: Pick<Database, 'fresh'>,
  { query, filter, after, limit }: Search,
): Promise<readonly Place[]> {
  const looks = [
    () => exactly(db, query, filter),
    () => begun(db, query, { ...filter, most: after === null ? limit : mostBegun }),
    () => started(db, query, filter),
    () => inside(db, query, filter),
    () => withSlips(db, query, filter),
  ];
  const found = new Map<string, Place>();
  for (const look of looks) {
    for (const place of await look()) {
      const known = found.get(place.id);
      if (known === undefined || compare(place, known) < 0) found.set(place.id, place);
    }
    if (pageOf(found, after).length >= limit) break;
  }
  return pageOf(found, after).slice(0, limit);
}

async function withSlips(
  db: Pick<Database, 'fresh'>,
  query: Query,
  filter: CustomerFilter,
): Promise<readonly Place[]> {
  const words = await Promise.all(query.words.map((word) => alternativesOf(db, word)));
  return words.some((alternatives) => alternatives.length > 1) ? meant(db, words, filter) : [];
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
