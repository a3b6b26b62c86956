import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about programs that speak to the server. */
export const serviceClientPolicy = {
  'service-clients.list': 'admins',
  'service-client.create': 'admins',
  'service-client.read': 'admins',
  'service-client.rotate': 'admins',
  'service-client.revoke': 'admins',
  'oauth.token': 'anyone',
} as const satisfies Policy;
