import type { AuditEntry } from '@ringdesk/shared';
import { Moment } from '@ringdesk/shared';
import { z } from 'zod';
import type { App, Handlers } from '../app.ts';
import { deviceName } from '../device-name.ts';
import { pageOf } from '../page.ts';
import { list } from './store.ts';

const Place = z.strictObject({ at: Moment, id: z.string().regex(/^[0-9a-z]{1,40}$/) });

export function auditHandlers(app: Pick<App, 'db'>): Pick<Handlers, 'audit.list'> {
  return {
    'audit.list': ({ input: { limit, cursor, ...filter } }) =>
      pageOf(
        { limit, cursor },
        {
          place: Place,
          placeOf: ({ at, id }) => ({ at, id }),
          find: async (after, most) => (await list(app.db, filter, { after, limit: most })).map(forPeople),
        },
      ),
  };
}

/** The long line of a browser stays in the audit as it was; people read which browser it is. Programs are told as they are. */
function forPeople(entry: AuditEntry): AuditEntry {
  const isBrowser = entry.device.startsWith('Mozilla/');
  return isBrowser ? { ...entry, device: deviceName(entry.device) } : entry;
}
