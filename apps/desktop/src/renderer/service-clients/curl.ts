import type { ServiceClient } from '@ringdesk/shared';

/** A command that proves a new secret: it asks for an access token. */
export function curlFor({ id }: Pick<ServiceClient, 'id'>, secret: string, serverUrl: string): string {
  return [
    `curl ${serverUrl}/oauth/token \\`,
    `  --data grant_type=client_credentials \\`,
    `  --data client_id=${id} \\`,
    `  --data client_secret=${secret}`,
  ].join('\n');
}
