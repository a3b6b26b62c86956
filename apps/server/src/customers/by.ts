import type { UserId } from '@ringdesk/shared';
import type { Asker } from '../app.ts';

/** Who wrote: a person, or a program by its client's id. */
export interface By {
  readonly byId: UserId | null;
  readonly byClient: string | null;
}

export function byOf(asker: Asker): By {
  return asker.kind === 'person'
    ? { byId: asker.userId, byClient: null }
    : { byId: null, byClient: asker.clientId };
}
