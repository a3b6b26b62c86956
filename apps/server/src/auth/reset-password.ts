import { done, newId, type Output, type Result, refused } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { post } from '../mails/store.ts';
import { type Account, findAccount, setPassword } from './accounts.store.ts';
import { giveBack, release, takeTry } from './brakes.store.ts';
import { brakeOn, stopped } from './brakes.ts';
import { tryResetCode } from './codes.store.ts';
import { endSessionsOf } from './end-sessions.store.ts';
import { refusedInEvenTime } from './even-time.ts';
import { judgeNewPassword } from './judge-password.ts';
import { macOf } from './mailed-codes.ts';
import { voidSteps } from './steps.store.ts';
import { deedOf, idsOf, penOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

interface Shown {
  readonly email: string;
  readonly code: string;
  readonly password: string;
  readonly from: Peer;
}

/** Sets a new password with the mailed code and ends every session. The second factor stays as it is. */
export async function resetPassword(app: Parts, shown: Shown): Promise<Result<Output<'password.reset'>>> {
  const { email, password, from } = shown;
  const judged = judgeNewPassword(password, [email]);
  if (!judged.ok) return judged;
  const ofPeer = await takeTry(app.db, brakeOn.wrongFrom(from.address));
  if (!ofPeer.isAllowed) return stopped(ofPeer);
  return refusedInEvenTime(app.clock, async () => {
    const hash = await app.passwords.hash(password);
    if (!hash.ok) return hash;
    const account = await findAccount(app.db, email);
    return setAnew(app, shown, { account, hash: hash.value });
  });
}

async function setAnew(
  app: Parts,
  { email, code, password, from }: Shown,
  { account, hash }: { readonly account: Account | null; readonly hash: string },
): Promise<Result<Output<'password.reset'>>> {
  // An address that nobody has is judged by the same statements, which find nothing.
  const { id: userId, name } = account?.user ?? { id: newId.user(idsOf(app)), name: '' };
  // Only who has the code may learn that the name is in the password; the code stays good for another one.
  const judged = judgeNewPassword(password, [name]);
  return app.db.transaction(async (tx) => {
    const codeMac = macOf.reset(app.sealing, userId, code);
    if (!(await tryResetCode(tx, userId, { codeMac, isTrial: !judged.ok }))) return refused('CODE_WRONG');
    if (!judged.ok) return judged;
    await setPassword(tx, userId, hash);
    await endSessionsOf(tx, userId, { why: 'password reset' });
    await voidSteps(tx, userId);
    await release(tx, [brakeOn.password(email).key]);
    await giveBack(tx, [brakeOn.wrongFrom(from.address).key]);
    await record(tx, idsOf(app), { event: 'password.reset', userId, byId: userId, from });
    const letter = { kind: 'password-changed', name, how: 'reset', ...deedOf(app, from) } as const;
    await post(tx, penOf(app), { to: email, letter });
    return done({});
  });
}
