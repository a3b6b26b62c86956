import type { Payload } from '@ringdesk/shared';
import { renewSession } from './renew-session.ts';
import { lockedIs, signedOut } from './session.store.ts';

/** What becomes of this desk when the server is about to close its socket. */
export function sessionEnding({ why }: Payload<'session.ending'>): void {
  // A desk whose token has run out comes back by itself with a new one.
  if (why === 'expired') return;
  // The token still tells of the old role; a new one opens the desk with the new role.
  if (why === 'role-changed') void renewSession();
  else if (why === 'locked') lockedIs(true);
  else signedOut(why);
}
