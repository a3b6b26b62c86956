import type { Question } from '@ringdesk/shared';
import { z } from 'zod';

/** Words in an address; those that look like a number come out of it as one. */
const Words = (most: number) =>
  z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().max(most))
    .optional()
    .catch(undefined);

/** What is shown of the customers, as it stands in the address; what makes no sense there is as if it were not. */
export const CustomerFilters = z.object({
  q: Words(120),
  tag: Words(40),
  source: Words(80),
  archived: z.enum(['only', 'too']).optional().catch(undefined),
  sort: z.enum(['-createdAt', '-updatedAt']).optional().catch(undefined),
});
export type CustomerFilters = z.infer<typeof CustomerFilters>;

export const noFilters: CustomerFilters = {
  q: undefined,
  tag: undefined,
  source: undefined,
  archived: undefined,
  sort: undefined,
};

/** Whether fewer than all are shown; an order leaves nobody out. */
export function isNarrowed({ sort: _order, ...filters }: CustomerFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined && value !== '');
}

/** The filters as they are asked: blanks around words do not count, and words have their own order. */
export function askedOf(filters: CustomerFilters): Omit<Question<'customers.list'>, 'cursor' | 'limit'> {
  const [q, tag, leadSource] = [filters.q, filters.tag, filters.source].map((it) => it?.trim() ?? '');
  return {
    ...(q ? { q } : {}),
    ...(tag ? { tag } : {}),
    ...(leadSource ? { leadSource } : {}),
    archived: filters.archived ?? 'no',
    sort: q ? 'name' : (filters.sort ?? 'name'),
  };
}
