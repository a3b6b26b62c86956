import { done, type Output, type Result } from '@ringdesk/shared';
import type { App, Peer, Person } from '../app.ts';
import { record } from '../audit/store.ts';
import { lockRow } from './accounts.store.ts';
import { idsOf } from './writing.ts';

/** Locks a session: until its owner shows a code it is good for unlocking and signing out only, on every node. */
export async function lockSession(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  { userId, sessionId }: Person,
  from: Peer,
): Promise<Result<Output<'auth.lock'>>> {
  await app.db.transaction(async (tx) => {
    if (!(await lockRow(tx, sessionId))) return;
    await record(tx, idsOf(app), { event: 'session.locked', userId, byId: userId, from });
  });
  return done({});
}
