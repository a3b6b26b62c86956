import { z } from 'zod';
import type { App, Handlers } from '../app.ts';
import { pageOf } from '../page.ts';
import { list } from './store.ts';

const Place = z.strictObject({ at: z.iso.datetime(), id: z.string().regex(/^[0-9a-z]{1,40}$/) });

export function auditHandlers(app: Pick<App, 'db'>): Pick<Handlers, 'audit.list'> {
  return {
    'audit.list': ({ input: { limit, cursor, ...filter } }) =>
      pageOf(
        { limit, cursor },
        {
          place: Place,
          placeOf: ({ at, id }) => ({ at, id }),
          find: (after, most) => list(app.db, filter, { after, limit: most }),
        },
      ),
  };
}
