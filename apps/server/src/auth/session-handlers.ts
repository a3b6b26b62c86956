import { done, refused } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import { deviceName } from '../device-name.ts';
import { endOwnSession, signOutEverywhere } from './end-session.ts';
import { refreshSession } from './refresh-session.ts';
import { sessionsOf } from './sessions.store.ts';
import type { Tokens } from './tokens.ts';

type SessionHandlers = Pick<
  Handlers,
  | 'auth.refresh'
  | 'auth.sign-out'
  | 'auth.sign-out-everywhere'
  | 'sessions.list'
  | 'session.end'
  | 'session.renew'
>;

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing'> & { readonly tokens: Tokens };

export function sessionHandlers(app: Parts): SessionHandlers {
  return {
    'auth.refresh': ({ input, from }) => refreshSession(app, input.refreshToken, from),
    'auth.sign-out': async ({ asker, from }) => {
      // One that ended in this moment is as good as signed out.
      await endOwnSession(app, { asker, id: asker.sessionId, why: 'signed out', from });
      return done({});
    },
    'auth.sign-out-everywhere': ({ asker, from }) => signOutEverywhere(app, asker, from),
    'sessions.list': async ({ asker }) => {
      const all = await sessionsOf(app.db, asker.userId);
      const items = all.map((session) => ({
        ...session,
        device: deviceName(session.device),
        isCurrent: session.id === asker.sessionId,
      }));
      return done({ items, nextCursor: null });
    },
    'session.end': ({ input, asker, from }) =>
      endOwnSession(app, { asker, id: input.id, why: 'ended by its owner', from }),
    'session.renew': async ({ input, asker, desk }) => {
      const token = await app.tokens.verify(input.token, app.clock.nowMs());
      if (token === null || token.sessionId !== asker.sessionId || token.userId !== asker.userId)
        return refused('UNAUTHENTICATED');
      desk.renew(token);
      return done({});
    },
  };
}
