import type { App, Service } from '../app.ts';
import type { VerifiedService } from '../auth/tokens.ts';
import { liveScopes } from './store.ts';

/** The service that a token names, with the scopes that both the token and the client of now have; null once it is revoked. */
export async function serviceNow(app: Pick<App, 'db'>, named: VerifiedService): Promise<Service | null> {
  const { clientId, scopes, secretVersion } = named;
  const live = await liveScopes(app.db, { id: clientId, version: secretVersion });
  if (live === null) return null;
  return { kind: 'service', clientId, scopes: scopes.filter((scope) => live.includes(scope)) };
}
