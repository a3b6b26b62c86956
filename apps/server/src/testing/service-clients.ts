import type { Scope, ServiceClient } from '@ringdesk/shared';
import { askHttp, post } from './ask-http.ts';
import { signIn } from './test-desk.ts';

type WithSecret = ServiceClient & { readonly secret: string };

/** A new service client, made by an admin as it is made in real life. */
export async function makeClient(url: string, scopes: readonly Scope[], name = 'Bot'): Promise<WithSecret> {
  const { accessToken } = await signIn(url, 'admin');
  const request = post({ name, scopes }, { authorization: `Bearer ${accessToken}` });
  const { status, body } = await askHttp(url, '/api/v1/service-clients', request);
  if (status !== 201) throw new Error(`a service client was answered with ${status}`);
  return body;
}

/** Asks for an access token with the client's credentials. */
export function askToken(url: string, client: { id: string; secret: string }, more: object = {}) {
  const credentials = { client_id: client.id, client_secret: client.secret };
  return askHttp(url, '/oauth/token', post({ grant_type: 'client_credentials', ...credentials, ...more }));
}

/** An access token of a service client. */
export async function tokenOf(url: string, client: WithSecret): Promise<string> {
  const { status, body } = await askToken(url, client);
  if (status !== 200) throw new Error(`a token was answered with ${status}`);
  return body.access_token;
}
