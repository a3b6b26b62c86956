import { done, newId, type Result, refused } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import type { Config } from '../config.ts';
import { insertAccount, promoteFirst } from './accounts.store.ts';
import { giveBack, takeTry } from './brakes.store.ts';
import { brakeOn, stopped } from './brakes.ts';
import { openFlow, tryCode } from './codes.store.ts';
import { refusedInEvenTime } from './even-time.ts';
import { macOf } from './mailed-codes.ts';
import { giveStep } from './step-tokens.ts';
import { idsOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing'> & Pick<Config, 'accounts'>;

interface Shown {
  readonly email: string;
  readonly code: string;
  readonly flow: string | undefined;
  readonly from: Peer;
}

/** Judges the code of a sign-up; the right one makes the account, once, and gives the step to set up its authenticator. */
export async function verifyEmail(app: Parts, shown: Shown): Promise<Result<{ enrollToken: string }>> {
  const { email, flow: asked, from } = shown;
  const ofPeer = await takeTry(app.db, brakeOn.wrongFrom(from.address));
  if (!ofPeer.isAllowed) return stopped(ofPeer);
  return refusedInEvenTime(app.clock, async () => {
    const flow = await openFlow(app.db, email, asked);
    return flow === null ? refused('CODE_WRONG') : makeAccount(app, flow, shown);
  });
}

async function makeAccount(
  app: Parts,
  flow: string,
  { code, from }: Shown,
): Promise<Result<{ enrollToken: string }>> {
  return app.db.transaction(async (tx) => {
    const wish = await tryCode(tx, flow, macOf.signUp(app.sealing, flow, code));
    const ids = idsOf(app);
    const userId = newId.user(ids);
    // Somebody may have made the account of this address by another sign-up meanwhile.
    if (wish === null || !(await insertAccount(tx, { id: userId, ...wish }))) return refused('CODE_WRONG');
    await giveBack(tx, [brakeOn.wrongFrom(from.address).key]);
    const isAdmin = await promoteFirst(tx, userId, app.accounts.adminEmail);
    const detail = isAdmin ? 'admin' : 'rep';
    await record(tx, ids, { event: 'account.created', userId, byId: userId, from, detail });
    return done({ enrollToken: await giveStep(tx, { userId, kind: 'enroll', origin: 'verified' }) });
  });
}
