import { done, refused, ServiceClientId } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import type { Tokens } from '../auth/tokens.ts';
import { pageOf } from '../page.ts';
import { createClient, revokeClient, rotateClient } from './change-client.ts';
import { issueToken } from './issue-token.ts';
import { find, list } from './store.ts';

type ServiceClientHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `service-client${string}`> | 'oauth.token'
>;

type Parts = Pick<App, 'db' | 'clock' | 'random'> & { readonly tokens: Tokens };

export function serviceClientHandlers(app: Parts): ServiceClientHandlers {
  return {
    'service-clients.list': ({ input }) =>
      pageOf(input, {
        place: ServiceClientId,
        placeOf: ({ id }) => id,
        find: (before, limit) => list(app.db, { before, limit }),
      }),
    'service-client.create': ({ input, asker, from }) => createClient(app, input, { asker, from }),
    'service-client.read': async ({ input }) => {
      const client = await find(app.db, input.id);
      return client === null ? refused('NOT_FOUND', 'There is no such service client.') : done(client);
    },
    'service-client.rotate': ({ input, asker, from }) => rotateClient(app, input, { asker, from }),
    'service-client.revoke': ({ input, asker, from }) => revokeClient(app, input.id, { asker, from }),
    'oauth.token': ({ input, from }) => issueToken(app, input, from),
  };
}
