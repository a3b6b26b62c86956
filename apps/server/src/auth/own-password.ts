import { done, type Result } from '@ringdesk/shared';
import type { App, Peer, Person } from '../app.ts';
import { type Account, findAccountOf } from './accounts.store.ts';
import { checkPassword } from './check-password.ts';
import { fieldRefused } from './judge-password.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

interface Shown {
  readonly asker: Person;
  readonly password: string;
  readonly from: Peer;
  /** The field it was typed into. */
  readonly path: string;
}

/** Asks somebody who is signed in for the password once more, under the brake of signing in; their account when it is right. */
export async function checkOwnPassword(
  app: Parts,
  { asker, password, from, path }: Shown,
): Promise<Result<Account>> {
  const account = await findAccountOf(app.db, asker.userId);
  const email = account?.user.email ?? null;
  if (email === null) return fieldRefused(path, 'this person signs in without a password');
  const checked = await checkPassword(app, { email, password, from, find: async () => account });
  if (!checked.ok) return checked;
  return checked.value === null ? fieldRefused(path, 'this is not your password') : done(checked.value);
}
