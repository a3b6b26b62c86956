import { done, type Result } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { post } from '../mails/store.ts';
import { findAccount } from './accounts.store.ts';
import { takeTry } from './brakes.store.ts';
import { brakeOn, stopped } from './brakes.ts';
import { insertSignUp } from './codes.store.ts';
import { inEvenTime } from './even-time.ts';
import { judgeNewPassword } from './judge-password.ts';
import { macOf, macOfNothing, newFlow, newMailedCode } from './mailed-codes.ts';
import { mayMail } from './may-mail.ts';
import { deedOf, idsOf, penOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

interface Wish {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly from: Peer;
}

/** Keeps the wish for an account and mails its code. An address that has an account is written to instead; nobody else learns of it. */
export async function signUp(app: Parts, wish: Wish): Promise<Result<{ flow: string }>> {
  const { email, name, password, from } = wish;
  const judged = judgeNewPassword(password, [email, name]);
  if (!judged.ok) return judged;
  const ofPeer = await takeTry(app.db, brakeOn.signUpsFrom(from.address));
  if (!ofPeer.isAllowed) return stopped(ofPeer);
  return inEvenTime(app.clock, async () => {
    const hash = await app.passwords.hash(password);
    return hash.ok ? keep(app, wish, hash.value) : hash;
  });
}

/** One way for known and unknown addresses, with the same statements; only the letter and the digest differ. */
async function keep(
  app: Parts,
  { email, name, from }: Wish,
  passwordHash: string,
): Promise<Result<{ flow: string }>> {
  const flow = newFlow();
  const code = newMailedCode();
  await app.db.transaction(async (tx) => {
    const isMailed = await mayMail(tx, email, from);
    const known = await findAccount(tx, email);
    // A code that nobody is told would only be there to be guessed.
    const hasCode = known === null && isMailed;
    const codeMac = hasCode ? macOf.signUp(app.sealing, flow, code) : macOfNothing(app.sealing, flow);
    await insertSignUp(tx, { flow, email, name, passwordHash, codeMac });
    if (known !== null)
      await record(tx, idsOf(app), {
        event: 'account.sign-up-repeated',
        userId: known.user.id,
        byId: null,
        from,
      });
    if (!isMailed) return;
    const letter =
      known === null
        ? ({ kind: 'verify-email', name, code } as const)
        : ({ kind: 'account-exists', name: known.user.name, ...deedOf(app, from) } as const);
    await post(tx, penOf(app), { to: email, letter });
  });
  return done({ flow });
}
