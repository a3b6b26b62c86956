import { type Result, refused, type UserId } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { idsOf } from './writing.ts';

/** Refuses somebody who may not sign in any more. Said only to those who have shown password and code; `reason` tells it from a step that has run out. */
export async function accountDisabled(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  userId: UserId,
  from: Peer,
): Promise<Result<never>> {
  await record(app.db, idsOf(app), { event: 'sign-in.refused-disabled', userId, byId: userId, from });
  return refused('UNAUTHENTICATED', 'This account is disabled. Ask an admin.', { reason: 'disabled' });
}
