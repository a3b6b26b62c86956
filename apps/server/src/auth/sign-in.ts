import { done, type Output, type Result, refused } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { findAccount } from './accounts.store.ts';
import { checkPassword } from './check-password.ts';
import { refusedInEvenTime } from './even-time.ts';
import { giveStep } from './step-tokens.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

interface Shown {
  readonly email: string;
  readonly password: string;
  readonly from: Peer;
}

/** Judges the password and gives the next step: the code, or an authenticator where none is set up yet. */
export async function signIn(app: Parts, shown: Shown): Promise<Result<Output<'auth.sign-in'>>> {
  return refusedInEvenTime<Output<'auth.sign-in'>>(app.clock, async () => {
    const find = () => findAccount(app.db, shown.email);
    const checked = await checkPassword(app, { ...shown, find });
    if (!checked.ok) return checked;
    const account = checked.value;
    if (account === null) return refused('UNAUTHENTICATED', 'The address or the password is not right.');
    const step = { userId: account.user.id, origin: 'sign-in' } as const;
    return account.hasAuthenticator
      ? done({ challengeToken: await giveStep(app.db, { ...step, kind: 'challenge' }) })
      : done({ enrollToken: await giveStep(app.db, { ...step, kind: 'enroll' }) });
  });
}
