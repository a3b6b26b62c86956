import type { User } from '@ringdesk/shared';
import { signOut } from '../app/desk-session.ts';
import { unlockDesk } from '../app/lock-desk.ts';
import { LockScreen } from '../lock/LockScreen.tsx';

/** The locked desk of this person. */
export function LockedScreen({ user }: { readonly user: User }) {
  return <LockScreen user={user} onUnlock={unlockDesk} onLeave={() => void signOut()} />;
}
