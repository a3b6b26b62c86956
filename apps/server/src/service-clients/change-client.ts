import {
  type AuditedEvent,
  done,
  newId,
  type Result,
  refused,
  type Scope,
  type ServiceClient,
  type ServiceClientId,
} from '@ringdesk/shared';
import type { App, Peer, Person } from '../app.ts';
import { record } from '../audit/store.ts';
import type { Database } from '../database/database.ts';
import { hashOf, newSecret } from './client-secret.ts';
import { find, insert, revoke, rotate } from './store.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random'>;

/** Who changes it, from where. */
interface Admin {
  readonly asker: Person;
  readonly from: Peer;
}

type WithSecret = ServiceClient & { readonly secret: string };

/** Makes a service client. Its secret is in the answer and nowhere else. */
export async function createClient(
  app: Parts,
  wish: { readonly name: string; readonly scopes: readonly Scope[] },
  by: Admin,
): Promise<Result<WithSecret>> {
  const secret = newSecret();
  const id = newId.serviceClient(idsOf(app));
  const secretHash = hashOf(secret);
  const client = await app.db.transaction(async (tx) => {
    const made = await insert(tx, { ...wish, id, secretHash, createdBy: by.asker.userId });
    await note(app, tx, { event: 'service-client.created', client: made, by });
    return made;
  });
  return done({ ...client, secret });
}

/** Gives a service client another secret; the old one may overlap for some minutes. */
export async function rotateClient(
  app: Parts,
  wish: { readonly id: ServiceClientId; readonly keepOldMinutes: number },
  by: Admin,
): Promise<Result<WithSecret>> {
  const secret = newSecret();
  const client = await app.db.transaction(async (tx) => {
    const rotated = await rotate(tx, { ...wish, secretHash: hashOf(secret) });
    if (rotated !== null) await note(app, tx, { event: 'service-client.rotated', client: rotated, by });
    return rotated;
  });
  if (client !== null) return done({ ...client, secret });
  const revoked = await find(app.db, wish.id);
  return revoked === null
    ? refused('NOT_FOUND', 'There is no such service client.')
    : refused('STALE', 'This service client was revoked; make a new one.');
}

/** Ends a service client; asked again, it is as it was. */
export async function revokeClient(
  app: Parts,
  id: ServiceClientId,
  by: Admin,
): Promise<Result<ServiceClient>> {
  const revoked = await app.db.transaction(async (tx) => {
    const client = await revoke(tx, id);
    if (client !== null) await note(app, tx, { event: 'service-client.revoked', client, by });
    return client;
  });
  const client = revoked ?? (await find(app.db, id));
  return client === null ? refused('NOT_FOUND', 'There is no such service client.') : done(client);
}

interface Change {
  readonly event: AuditedEvent;
  readonly client: ServiceClient;
  readonly by: Admin;
}

async function note(app: Parts, tx: Pick<Database, 'rows'>, { event, client, by }: Change): Promise<void> {
  const detail = `${client.name} (${client.id}): ${client.scopes.join(' ')}`;
  await record(tx, idsOf(app), { event, userId: null, byId: by.asker.userId, from: by.from, detail });
}

function idsOf(app: Parts) {
  return { nowMs: app.clock.nowMs, random: app.random };
}
