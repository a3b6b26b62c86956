import { done, text, UserId } from '@ringdesk/shared';
import { z } from 'zod';
import type { Handlers } from '../app.ts';
import { sessionsOf } from '../auth/sessions.store.ts';
import { deviceName } from '../device-name.ts';
import { pageOf } from '../page.ts';
import { changePerson, noSuchPerson, type PeopleParts } from './change-person.ts';
import { endSessionsOfPerson } from './end-sessions.ts';
import { resetAuthenticator } from './reset-authenticator.ts';
import { find, list } from './store.ts';

type UserHandlers = Pick<Handlers, Extract<keyof Handlers, `user.${string}` | `users.${string}`>>;

const Place = z.strictObject({ name: text(80), id: UserId });

export function userHandlers(app: PeopleParts): UserHandlers {
  return {
    'users.list': ({ input: { limit, cursor, ...filter } }) =>
      pageOf(
        { limit, cursor },
        {
          place: Place,
          placeOf: ({ name, id }) => ({ name, id }),
          find: (after, most) => list(app.db, filter, { after, limit: most }),
        },
      ),
    'user.read': async ({ input, asker }) => {
      const mayRead = asker.role === 'admin' || input.id === asker.userId;
      const person = mayRead ? await find(app.db, input.id) : null;
      return person === null ? noSuchPerson : done(person);
    },
    'user.change': ({ input, asker, from }) => changePerson(app, input, { asker, from }),
    'user.sessions': async ({ input }) => {
      if ((await find(app.db, input.id)) === null) return noSuchPerson;
      const items = (await sessionsOf(app.db, input.id)).map(
        ({ id, device, address, createdAt, lastSeenAt }) => ({
          id,
          device: deviceName(device),
          address,
          createdAt,
          lastSeenAt,
        }),
      );
      return done({ items, nextCursor: null });
    },
    'user.end-sessions': ({ input, asker, from }) => endSessionsOfPerson(app, input, { asker, from }),
    'user.reset-authenticator': ({ input, asker, from }) => resetAuthenticator(app, input, { asker, from }),
  };
}
