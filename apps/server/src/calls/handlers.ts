import { done, refused } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import { list, offersOf } from './calls.store.ts';
import { claimCall } from './claim-call.ts';
import { declineCall } from './decline-call.ts';
import { endCall } from './end-call.ts';
import { linkCall } from './link-call.ts';
import { noteCall } from './note-call.ts';
import { cursorOf, placeOf } from './page-cursor.ts';
import { releaseCall } from './release-call.ts';
import { find } from './store.ts';
import { wrapUpCall } from './wrap-up-call.ts';

type CallHandlers = Pick<Handlers, Extract<keyof Handlers, `call.${string}` | `calls.${string}`>>;

export function callHandlers(app: Pick<App, 'db' | 'nudge' | 'routing'>): CallHandlers {
  return {
    'call.claim': ({ input, asker }) => claimCall(app, { ...input, repId: asker.userId }),
    'call.decline': ({ input, asker }) => declineCall(app, { ...input, repId: asker.userId }),
    'call.release': ({ input, asker }) => releaseCall(app, { ...input, repId: asker.userId }),
    'call.end': ({ input, asker }) => endCall(app, { ...input, repId: asker.userId }),
    'call.wrap-up': ({ input, asker }) =>
      wrapUpCall(app, { ...input, notes: input.notes ?? null, repId: asker.userId }),
    'call.note': ({ input, asker }) => noteCall(app, { ...input, repId: asker.userId }),
    'call.link': ({ input, asker }) => linkCall(app, { ...input, repId: asker.userId }),
    'calls.list': async ({ input }) => {
      const before = input.cursor === undefined ? null : placeOf(input.cursor);
      if (before === 'unreadable')
        return refused('INPUT_INVALID', undefined, {
          errors: [{ path: 'cursor', message: 'use the nextCursor of the page before, unchanged' }],
        });
      const { status, repId, customerId, from, to, limit } = input;
      const found = await list(app.db, { status, repId, customerId, from, to, before, limit: limit + 1 });
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return done({ items, nextCursor: found.length > limit && last !== undefined ? cursorOf(last) : null });
    },
    'call.read': async ({ input }) => {
      const call = await find(app.db, input.id);
      return call === null ? refused('CALL_UNKNOWN') : done(call);
    },
    'call.offers': async ({ input }) => {
      const call = await find(app.db, input.id);
      if (call === null) return refused('CALL_UNKNOWN');
      return done({ items: [...(await offersOf(app.db, input.id))], nextCursor: null });
    },
  };
}
