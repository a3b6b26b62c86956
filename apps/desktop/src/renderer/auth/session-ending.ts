import type { Payload } from '@ringdesk/shared';
import { nothingBegins } from './beginning.ts';
import { renewSession } from './renew-session.ts';
import { lockedIs, sessionNow, signedOut } from './session.store.ts';
import { sessionIdIn } from './session.ts';

type Ending = Payload<'session.ending'>;

/** What becomes of this desk when the server is about to close its socket, which was opened with `token`. */
export async function sessionEnding({ why }: Ending, token: string | null): Promise<void> {
  // A desk whose token has run out comes back by itself with a new one.
  if (why === 'expired') return;
  await nothingBegins();
  const now = sessionNow();
  // A session that has taken its place, such as with a new authenticator, has not ended: the desk comes back with it.
  if (now === null || (token !== null && sessionIdIn(now.accessToken) !== sessionIdIn(token))) return;
  // The token still tells of the old role; a new one opens the desk with the new role.
  if (why === 'role-changed') await renewSession();
  else if (why === 'locked') lockedIs(true);
  else signedOut(why);
}
