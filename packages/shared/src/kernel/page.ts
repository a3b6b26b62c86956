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

/** Years that every clock, calendar and database here can hold. */
const isInOurTime = (moment: string) => /^(19[7-9]|20[0-9]|21[0-9])/.test(moment);
const ourTime = 'expected a time between the years 1970 and 2199';

/** A moment in ISO 8601, UTC. */
export const Moment = z.iso.datetime().max(40).refine(isInOurTime, ourTime);

const zoned = 'expected a time with its zone, such as 2026-11-24T16:00:00-06:00';

/** A moment in ISO 8601, in any zone that it names; read as the same moment in UTC, to the millisecond. */
export const ZonedMoment = z.iso
  .datetime({ offset: true, error: zoned })
  .max(60)
  .refine((moment) => !Number.isNaN(Date.parse(moment)), zoned)
  .transform((moment) => new Date(moment).toISOString())
  .refine(isInOurTime, ourTime);
