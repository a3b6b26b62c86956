import { Role, UserId } from '@ringdesk/shared';
import { z } from 'zod';

/** What is shown of the people, as it stands in the address; what makes no sense there is as if it were not. */
export const PeopleFilters = z.object({
  q: z.string().max(80).optional().catch(undefined),
  role: Role.optional().catch(undefined),
  disabled: z.enum(['yes', 'no']).optional().catch(undefined),
  /** Whose details stand beside the list. */
  person: UserId.optional().catch(undefined),
});
export type PeopleFilters = z.infer<typeof PeopleFilters>;
