import { done, type Output, type Result } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { post } from '../mails/store.ts';
import { findAccount } from './accounts.store.ts';
import { takeTry } from './brakes.store.ts';
import { brakeOn, stopped } from './brakes.ts';
import { putResetCode } from './codes.store.ts';
import { inEvenTime } from './even-time.ts';
import { macOf, newMailedCode } from './mailed-codes.ts';
import { mayMail } from './may-mail.ts';
import { idsOf, penOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing'>;

/** Mails a code for a new password. Answers the same whether somebody has the address or not. */
export async function forgotPassword(
  app: Parts,
  { email, from }: { readonly email: string; readonly from: Peer },
): Promise<Result<Output<'password.forgot'>>> {
  const ofPeer = await takeTry(app.db, brakeOn.mailsAskedFrom(from.address));
  if (!ofPeer.isAllowed) return stopped(ofPeer);
  return inEvenTime(app.clock, async () => {
    await app.db.transaction(async (tx) => {
      const isMailed = await mayMail(tx, email, from);
      const account = await findAccount(tx, email);
      const userId = account?.user.id ?? null;
      await record(tx, idsOf(app), { event: 'password.reset-asked', userId, byId: null, from });
      if (account === null || !isMailed) return;
      const code = newMailedCode();
      await putResetCode(tx, account.user.id, macOf.reset(app.sealing, account.user.id, code));
      const letter = { kind: 'reset-password', name: account.user.name, code } as const;
      await post(tx, penOf(app), { to: email, letter });
    });
    return done({});
  });
}
