import { done, type Result } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { post } from '../mails/store.ts';
import type { Account } from './accounts.store.ts';
import { giveBack, release, type Try, takeTry } from './brakes.store.ts';
import { brakeOn, stopped } from './brakes.ts';
import { deedOf, idsOf, penOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

interface ShownPassword {
  /** The address it was shown for; the brake is on it, also where nobody has it. */
  readonly email: string;
  readonly password: string;
  readonly from: Peer;
  readonly find: () => Promise<Account | null>;
}

/**
 * Judges a password: the account when it is right, null when it is not or nobody has the address, after the same work.
 * Refused with RATE_LIMITED while the brake holds, whatever was shown then.
 */
export async function checkPassword(app: Parts, shown: ShownPassword): Promise<Result<Account | null>> {
  const { email, password, from } = shown;
  const brake = brakeOn.password(email);
  const ofPeer = await takeTry(app.db, brakeOn.wrongFrom(from.address));
  if (!ofPeer.isAllowed) return stopped(ofPeer);
  const inARow = await takeTry(app.db, brake);
  if (!inARow.isAllowed) return stopped(inARow);
  const account = await shown.find();
  const fits = await app.passwords.verify(account?.passwordHash ?? null, password);
  if (!fits.ok) {
    await giveBack(app.db, [brake.key, brakeOn.wrongFrom(from.address).key]);
    return fits;
  }
  if (account === null || !fits.value) {
    await noteWrong(app, { account, from, inARow, most: brake.most });
    return done(null);
  }
  await app.db.transaction(async (tx) => {
    await release(tx, [brake.key]);
    await giveBack(tx, [brakeOn.wrongFrom(from.address).key]);
  });
  return done(account);
}

interface Wrong {
  readonly account: Account | null;
  readonly from: Peer;
  readonly inARow: Try;
  readonly most: number;
}

/** Notes a wrong password; the one that makes the brake hold is told to the owner, where there is one, twice a day at most. */
async function noteWrong(app: Parts, { account, from, inARow, most }: Wrong): Promise<void> {
  const entry = { userId: account?.user.id ?? null, byId: null, from };
  await app.db.transaction(async (tx) => {
    await record(tx, idsOf(app), { event: 'sign-in.password-wrong', ...entry });
    if (inARow.tries !== most) return;
    await record(tx, idsOf(app), { event: 'sign-in.stopped', ...entry, detail: 'password' });
    if (account === null || account.user.email === null) return;
    if (!(await takeTry(tx, brakeOn.stopsTold(account.user.email))).isAllowed) return;
    const minutes = Math.ceil(inARow.retryAfterSeconds / 60);
    const deed = deedOf(app, from);
    const letter = {
      kind: 'sign-in-stopped',
      name: account.user.name,
      what: 'password',
      minutes,
      ...deed,
    } as const;
    await post(tx, penOf(app), { to: account.user.email, letter });
  });
}
