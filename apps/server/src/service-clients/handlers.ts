import { refused } from '@ringdesk/shared';
import type { Handlers } from '../app.ts';

const soon = async () => refused('UNAVAILABLE');

export function serviceClientHandlers(): Pick<
  Handlers,
  | 'service-clients.list'
  | 'service-client.create'
  | 'service-client.read'
  | 'service-client.rotate'
  | 'service-client.revoke'
  | 'oauth.token'
> {
  return {
    'service-clients.list': soon,
    'service-client.create': soon,
    'service-client.read': soon,
    'service-client.rotate': soon,
    'service-client.revoke': soon,
    'oauth.token': soon,
  };
}
