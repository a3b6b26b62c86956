import { done, type Output, type Result, refused } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { findAccount } from './accounts.store.ts';
import { checkPassword } from './check-password.ts';
import { refusedInEvenTime } from './even-time.ts';
import { giveStep } from './step-tokens.ts';
import { inTurn, type Turns } from './turns.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'> & { readonly turns: Turns };

interface Shown {
  readonly email: string;
  readonly password: string;
  readonly from: Peer;
}

/** Judges the password and gives the next step: the code, or an authenticator where none is set up yet. */
export async function signIn(app: Parts, shown: Shown): Promise<Result<Output<'auth.sign-in'>>> {
  // What is waited for at the end keeps nobody else from their turn.
  return refusedInEvenTime(app.clock, () => inTurn(app.turns, () => nextStep(app, shown)));
}

async function nextStep(app: Parts, shown: Shown): Promise<Result<Output<'auth.sign-in'>>> {
  const find = () => findAccount(app.db, shown.email);
  const checked = await checkPassword(app, { ...shown, find });
  if (!checked.ok) return checked;
  const account = checked.value;
  if (account === null) return notRight();
  const kind = account.hasAuthenticator ? 'challenge' : 'enroll';
  const token = await giveStep(app.db, { userId: account.user.id, origin: 'sign-in', kind });
  // Whoever sets another password voids the steps that are there: this one was there, or the password is seen to be another.
  if ((await find())?.passwordHash !== account.passwordHash) return notRight();
  return done(kind === 'challenge' ? { challengeToken: token } : { enrollToken: token });
}

function notRight(): Result<never> {
  return refused('UNAUTHENTICATED', 'The address or the password is not right.');
}
