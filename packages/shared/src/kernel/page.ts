import { z } from 'zod';

/** What every list takes: at most `limit` records after `cursor` (as given by the page before). */
export const PageRequest = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1000).optional(),
});

/** What every list answers; `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A moment in ISO 8601, UTC. */
export const Moment = z.iso.datetime();
