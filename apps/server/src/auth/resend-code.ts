import { done, type Output, type Result } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { post } from '../mails/store.ts';
import { findAccount } from './accounts.store.ts';
import { takeTry } from './brakes.store.ts';
import { brakeOn, stopped } from './brakes.ts';
import { openFlow, renewCode } from './codes.store.ts';
import { inEvenTime } from './even-time.ts';
import { macOf, macOfNothing, newMailedCode } from './mailed-codes.ts';
import { mayMail } from './may-mail.ts';
import { deedOf, penOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing'>;

interface Wish {
  readonly email: string;
  readonly flow: string | undefined;
  readonly from: Peer;
}

/** Mails a new code for a sign-up that is open; the one before is void. Answers the same whether there is one or not. */
export async function resendCode(
  app: Parts,
  { email, flow: asked, from }: Wish,
): Promise<Result<Output<'auth.resend-code'>>> {
  const ofPeer = await takeTry(app.db, brakeOn.mailsAskedFrom(from.address));
  if (!ofPeer.isAllowed) return stopped(ofPeer);
  return inEvenTime(app.clock, async () => {
    await app.db.transaction(async (tx) => {
      const flow = await openFlow(tx, email, asked);
      if (flow === null || !(await mayMail(tx, email, from))) return;
      const known = await findAccount(tx, email);
      const code = newMailedCode();
      const codeMac =
        known === null ? macOf.signUp(app.sealing, flow, code) : macOfNothing(app.sealing, flow);
      const renewed = await renewCode(tx, flow, codeMac);
      if (renewed === null) return;
      const letter =
        known === null
          ? ({ kind: 'verify-email', name: renewed.name, code } as const)
          : ({ kind: 'account-exists', name: known.user.name, ...deedOf(app, from) } as const);
      await post(tx, penOf(app), { to: email, letter });
    });
    return done({});
  });
}
