import { done, type Output, type Result, refused, Scope, ServiceClientId } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { type Brake, giveBack, release, takeTry } from '../auth/brakes.store.ts';
import { networkOf, stopped } from '../auth/brakes.ts';
import { accessSeconds, type Tokens } from '../auth/tokens.ts';
import { fits } from './client-secret.ts';
import { findLocks, touch } from './store.ts';
import { tellRefusedOnce } from './tell-refused.ts';

interface Credentials {
  readonly client_id: string;
  readonly client_secret: string;
  readonly scope?: string | undefined;
}

const brakeSeconds = 15 * 60;
const mostOfPeer = 100;
/** As many of one client may start at once. */
const mostOfClientAtPeer = 30;

/** Stands in for what is not there, so that every refusal takes the same steps. */
const nobody = ServiceClientId.parse('svc_nobody');
const noLock = { secretHash: Buffer.alloc(32).toString('base64url'), version: 0 };

type Parts = Pick<App, 'db' | 'clock' | 'random'> & { readonly tokens: Tokens };

/**
 * Exchanges the id and secret of a service client for an access token (RFC 6749, section 4.4). A stranger learns nothing but
 * `invalid_client`. The brake is on a client at one peer, and not on the client alone: its id is no secret, and nobody
 * may lock its owner out with it; guessing a secret is hopeless anyway, the brake keeps the trying cheap.
 */
export async function issueToken(
  app: Parts,
  credentials: Credentials,
  from: Peer,
): Promise<Result<Output<'oauth.token'>>> {
  const clientId = ServiceClientId.safeParse(credentials.client_id).data ?? nobody;
  const brakes = brakesOf(clientId, from);
  for (const brake of [brakes.ofPeer, brakes.ofClient]) {
    const taken = await takeTry(app.db, brake);
    if (!taken.isAllowed) return stopped(taken);
  }
  const client = await findLocks(app.db, clientId);
  const locks = client === null || client.locks.length === 0 ? [noLock] : client.locks;
  const lock = locks.find(({ secretHash }) => fits(credentials.client_secret, secretHash));
  if (client === null || lock === undefined) {
    await tellRefusedOnce(app, client === null ? 'an unknown client' : clientId, from);
    return refused('UNAUTHENTICATED', 'The client is unknown, or its secret is not right.');
  }
  await release(app.db, [brakes.ofClient.key]);
  await giveBack(app.db, [brakes.ofPeer.key]);
  const scopes = scopesFor(credentials.scope, client.scopes);
  if (scopes === null)
    return refused('INPUT_INVALID', 'The client does not have every scope it asks for.', {
      errors: [{ path: 'scope', message: `expected some of: ${client.scopes.join(' ')}` }],
    });
  await touch(app.db, clientId);
  const token = await app.tokens.signService(
    { clientId, scopes, secretVersion: lock.version },
    app.clock.nowMs(),
  );
  return done({
    access_token: token,
    token_type: 'Bearer',
    expires_in: accessSeconds,
    scope: scopes.join(' '),
  });
}

/** Without a wish it is all the client has; a wish for more than that is refused, not cut down. */
function scopesFor(wish: string | undefined, has: readonly Scope[]): readonly Scope[] | null {
  const asked = (wish ?? '').split(' ').filter((word) => word !== '');
  if (asked.length === 0) return has;
  const scopes = Scope.options.filter((scope) => asked.includes(scope));
  return asked.every((word) => has.some((scope) => scope === word)) ? scopes : null;
}

function brakesOf(clientId: ServiceClientId, { address }: Peer): Record<'ofPeer' | 'ofClient', Brake> {
  return {
    ofPeer: { key: `oauth-from:${networkOf(address)}`, most: mostOfPeer, seconds: brakeSeconds },
    ofClient: {
      key: `oauth:${clientId}:${networkOf(address)}`,
      most: mostOfClientAtPeer,
      seconds: brakeSeconds,
    },
  };
}
