import { done, type Result, refused } from '@ringdesk/shared';
import type { z } from 'zod';

interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A list that is read a page at a time, by the place of the last record: what comes or goes meanwhile shifts no page. */
interface Pages<Place, Item> {
  /** What a place is; strangers bring it, as text that they may have made themselves. */
  readonly place: z.ZodType<Place>;
  readonly placeOf: (item: Item) => Place;
  /** At most `limit` records after a place, or from the beginning. */
  readonly find: (after: Place | null, limit: number) => Promise<readonly Item[]>;
}

/** One page, and the cursor of the next; a cursor that we did not make is refused. */
export async function pageOf<Place, Item>(
  { limit, cursor }: PageRequest,
  { place, placeOf, find }: Pages<Place, Item>,
): Promise<Result<{ items: Item[]; nextCursor: string | null }>> {
  const after = cursor === undefined ? null : place.safeParse(valueIn(cursor)).data;
  if (after === undefined)
    return refused('INPUT_INVALID', undefined, {
      errors: [{ path: 'cursor', message: 'use the nextCursor of the page before, unchanged' }],
    });
  const found = await find(after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const isLast = found.length <= limit || last === undefined;
  return done({ items, nextCursor: isLast ? null : cursorOf(placeOf(last)) });
}

function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function valueIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
