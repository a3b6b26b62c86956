import { done, type Result, refused } from '@ringdesk/shared';
import type { App, Peer, Service } from '../app.ts';
import { takeTry } from '../auth/brakes.store.ts';
import { networkOf, stopped } from '../auth/brakes.ts';
import { hashOf } from './client-secret.ts';
import { findBySecret } from './store.ts';
import { tellRefusedOnce } from './tell-refused.ts';

const brakeSeconds = 15 * 60;
const mostOfPeer = 100;

/**
 * The program that shows this secret, with the scopes of now. The secret is looked up by its digest, so the work is the
 * same for any secret. Only wrong ones are counted against their network: a program whose neighbour guesses goes on.
 */
export async function openWithSecret(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  secret: string,
  from: Peer,
): Promise<Result<Service>> {
  const client = await findBySecret(app.db, hashOf(secret));
  if (client !== null) return done({ kind: 'service', clientId: client.id, scopes: client.scopes });
  const key = `secret-from:${networkOf(from.address)}`;
  const taken = await takeTry(app.db, { key, most: mostOfPeer, seconds: brakeSeconds });
  if (!taken.isAllowed) return stopped(taken);
  await tellRefusedOnce(app, 'an unknown secret', from);
  return refused('UNAUTHENTICATED', 'No program has this secret.');
}
