import type { UserId } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import { wishPresence } from './set-presence.ts';

export function repHandlers(
  app: Pick<App, 'db' | 'nudge'>,
  withdraw: (repId: UserId) => Promise<void>,
): Pick<Handlers, 'presence.set'> {
  return {
    'presence.set': ({ input, asker }) => {
      const wish = {
        presence: input.presence,
        reason: input.presence === 'away' ? (input.reason ?? null) : null,
      };
      return wishPresence(app, asker.userId, { wish, withdraw });
    },
  };
}
