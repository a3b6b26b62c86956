import { done, refused } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import { refreshSession } from './sessions.ts';
import { signInDemo } from './sign-in-demo.ts';
import { endSession, findUser } from './store.ts';
import type { Tokens } from './tokens.ts';

type AuthHandlers = Pick<
  Handlers,
  'auth.demo' | 'auth.refresh' | 'auth.sign-out' | 'me.read' | 'session.renew'
>;

type Parts = Pick<App, 'db' | 'clock' | 'random'> & { readonly tokens: Tokens; readonly isDemo: boolean };

export function authHandlers(app: Parts): AuthHandlers {
  return {
    'auth.demo': ({ input, from }) => signInDemo(app, { role: input.role, name: input.name, from }),
    'auth.refresh': ({ input }) => refreshSession(app, input.refreshToken),
    'auth.sign-out': async ({ asker }) => {
      await endSession(app.db, asker.sessionId);
      return done({});
    },
    'me.read': async ({ asker }) => {
      const user = await findUser(app.db, asker.userId);
      return user === null ? refused('UNAUTHENTICATED') : done(user);
    },
    'session.renew': async ({ input, asker, desk }) => {
      const token = await app.tokens.verify(input.token, app.clock.nowMs());
      if (token === null || token.sessionId !== asker.sessionId) return refused('UNAUTHENTICATED');
      desk.renew(token);
      return done({});
    },
  };
}
