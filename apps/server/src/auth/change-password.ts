import { done, type Output, type Result, refused } from '@ringdesk/shared';
import type { App, Peer, Person } from '../app.ts';
import { record } from '../audit/store.ts';
import { post } from '../mails/store.ts';
import { replacePassword } from './accounts.store.ts';
import { endSessionsOf } from './end-sessions.store.ts';
import { judgeNewPassword } from './judge-password.ts';
import { checkOwnPassword } from './own-password.ts';
import { voidSteps } from './steps.store.ts';
import { deedOf, idsOf, penOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

interface Change {
  readonly asker: Person;
  readonly currentPassword: string;
  readonly password: string;
  readonly from: Peer;
}

/** Sets a new password for somebody who shows the present one; every other session ends. */
export async function changePassword(
  app: Parts,
  { asker, currentPassword, password, from }: Change,
): Promise<Result<Output<'password.change'>>> {
  const shown = { asker, password: currentPassword, from, path: 'currentPassword' };
  const checked = await checkOwnPassword(app, shown);
  if (!checked.ok) return checked;
  const { id: userId, email, name } = checked.value.user;
  const judged = judgeNewPassword(password, [email ?? '', name]);
  if (!judged.ok) return judged;
  const hash = await app.passwords.hash(password);
  if (!hash.ok) return hash;
  const isSet = await app.db.transaction(async (tx) => {
    // A reset that came first stays: it has ended this session too.
    const hashes = { before: checked.value.passwordHash, after: hash.value };
    if (!(await replacePassword(tx, userId, hashes))) return false;
    await endSessionsOf(tx, userId, { except: asker.sessionId, why: 'password changed' });
    await voidSteps(tx, userId);
    await record(tx, idsOf(app), { event: 'password.changed', userId, byId: userId, from });
    const deed = deedOf(app, from);
    const letter = { kind: 'password-changed', name, how: 'changed', ...deed } as const;
    if (email !== null) await post(tx, penOf(app), { to: email, letter });
    return true;
  });
  return isSet ? done({}) : refused('UNAUTHENTICATED');
}
