import type { Session, User } from '@ringdesk/shared';
import { create } from 'zustand';
import { type KeptSession, keepSession, readKept } from './session.ts';

const key = 'ringdesk.session';

/** Why somebody who was signed in is not any more; shown at the door. */
export type EndedWhy = 'signed-out' | 'expired' | 'role-changed' | 'disabled' | 'locked' | 'reused' | null;

interface SessionState {
  readonly session: KeptSession | null;
  readonly endedWhy: EndedWhy;
}

/** Kept for this tab alone: two tabs can be two people. */
const useSessionStore = create<SessionState>(() => ({
  session: readKept(sessionStorage.getItem(key)),
  endedWhy: null,
}));

export const useSignedIn = (): User | null => useSessionStore((state) => state.session?.user ?? null);
export const useEndedWhy = (): EndedWhy => useSessionStore((state) => state.endedWhy);

export function sessionNow(): KeptSession | null {
  return useSessionStore.getState().session;
}

export function signedIn(session: Session): void {
  const kept = keepSession(session, Date.now());
  sessionStorage.setItem(key, JSON.stringify(kept));
  useSessionStore.setState({ session: kept, endedWhy: null });
}

export function signedOut(why: EndedWhy): void {
  sessionStorage.removeItem(key);
  useSessionStore.setState({ session: null, endedWhy: why });
}

/** Runs when somebody signs in or out, not at renewals; returns the way to stop. */
export function onSignedIn(listener: (user: User | null) => void): () => void {
  return useSessionStore.subscribe(({ session }, before) => {
    if (session?.user.id !== before.session?.user.id) listener(session?.user ?? null);
  });
}
