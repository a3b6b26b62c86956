import { done, type Output, type Result } from '@ringdesk/shared';
import type { App, Peer, Person } from '../app.ts';
import { record } from '../audit/store.ts';
import { findAccountOf, unlockRow } from './accounts.store.ts';
import { checkFactor } from './check-factor.ts';
import { fieldRefused } from './judge-password.ts';
import { idsOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

interface Shown {
  readonly asker: Person;
  readonly code: string | undefined;
  readonly from: Peer;
}

/** Unlocks a session for whoever shows a code of its owner's authenticator. Demo people have none and show none. */
export async function unlockSession(
  app: Parts,
  { asker, code, from }: Shown,
): Promise<Result<Output<'auth.unlock'>>> {
  const { userId, sessionId, isLocked } = asker;
  if (!isLocked) return done({});
  const account = await findAccountOf(app.db, userId);
  if (account?.isDemo !== true) {
    if (code === undefined) return fieldRefused('code', 'expected the six digits of the code');
    const checked = await checkFactor(app, { userId, code, from });
    if (!checked.ok) return checked;
  }
  await app.db.transaction(async (tx) => {
    if (!(await unlockRow(tx, sessionId))) return;
    await record(tx, idsOf(app), { event: 'session.unlocked', userId, byId: userId, from });
  });
  return done({});
}
