import { done, refused } from '@ringdesk/shared';
import { isHere } from '../addresses.ts';
import type { App, Handlers } from '../app.ts';
import type { Config } from '../config.ts';
import { signInDemo } from './sign-in-demo.ts';
import { findUser } from './store.ts';
import type { Tokens } from './tokens.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing'> &
  Pick<Config, 'isDemo' | 'mail'> & { readonly tokens: Tokens };

export function authHandlers(app: Parts): Pick<Handlers, 'auth.ways' | 'auth.demo' | 'me.read'> {
  return {
    'auth.ways': async ({ from }) =>
      done({
        isDemo: app.isDemo && isHere(from),
        mailAt: app.mail.isKept && isHere(from) ? '/dev/mail' : null,
      }),
    'auth.demo': ({ input, from }) => signInDemo(app, { role: input.role, name: input.name, from }),
    'me.read': async ({ asker }) => {
      const user = await findUser(app.db, asker.userId);
      return user === null ? refused('UNAUTHENTICATED') : done(user);
    },
  };
}
