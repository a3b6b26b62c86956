import type { Session, User } from '@ringdesk/shared';
import { create } from 'zustand';
import { bridge } from '../app/bridge.ts';
import { isLockOwed } from './lock-owed.ts';
import { type Keeper, type KeptSession, keepSession, readKept } from './session.ts';

const tabKey = 'ringdesk.session';
/** No secret: only whether it is worth asking the server for the session of this browser's cookie. */
const cookieHintKey = 'ringdesk.has-session';

/** Why somebody who was signed in is not any more; shown at the door. */
export type EndedWhy = 'signed-out' | 'expired' | 'disabled' | 'reused' | 'replaced' | null;

interface SessionState {
  readonly session: KeptSession | null;
  /** Signed in, but the door has something to say first, such as the recovery codes. */
  readonly isAtDoor: boolean;
  /** A session may be kept by the browser or the app, and it is being asked for. */
  readonly isReturning: boolean;
  readonly endedWhy: EndedWhy;
}

const useSessionStore = create<SessionState>(() => {
  const session = readKept(sessionStorage.getItem(tabKey));
  const mayReturn = bridge.kind === 'desktop' || localStorage.getItem(cookieHintKey) !== null;
  return { session, isAtDoor: false, isReturning: session === null && mayReturn, endedWhy: null };
});

/** Whose desk is to be shown, locked or not; null at the door. */
export const useSignedIn = (): User | null =>
  useSessionStore(({ session, isAtDoor }) => (isAtDoor ? null : (session?.user ?? null)));
export const useIsLocked = (): boolean => useSessionStore(({ session }) => session?.isLocked ?? false);
export const useIsReturning = (): boolean => useSessionStore((state) => state.isReturning);
export const useEndedWhy = (): EndedWhy => useSessionStore((state) => state.endedWhy);

export function sessionNow(): KeptSession | null {
  return useSessionStore.getState().session;
}

export function isReturning(): boolean {
  return useSessionStore.getState().isReturning;
}

/** Takes over a session that began or was renewed. A session in which somebody stays at the door goes on doing so. */
export function signedIn(session: Session, keeper: Keeper): void {
  const isLocked = session.isLocked || isLockOwed(session.user.id);
  become(keepSession({ ...session, isLocked }, keeper, Date.now()));
  useSessionStore.setState({ isReturning: false, endedWhy: null });
}

/** Keeps the door open for what it has to say, although somebody is signed in; `leaveDoor` ends it. */
export function stayAtDoor(): void {
  useSessionStore.setState({ isAtDoor: true });
}

/** Opens the desk to whoever stayed at the door. */
export function leaveDoor(): void {
  useSessionStore.setState({ isAtDoor: false });
}

export function signedOut(why: EndedWhy): void {
  const keeper = sessionNow()?.keeper;
  sessionStorage.removeItem(tabKey);
  // Another person's session may be in the cookie by now, and a demo person never had one there.
  if (keeper !== 'tab' && why !== 'replaced') localStorage.removeItem(cookieHintKey);
  if (bridge.kind === 'desktop') void bridge.endSession();
  useSessionStore.setState({ session: null, isAtDoor: false, isReturning: false, endedWhy: why });
}

/** The server holds this session for locked, or for unlocked again. */
export function lockedIs(isLocked: boolean): void {
  const session = sessionNow();
  if (session !== null && session.isLocked !== isLocked) become({ ...session, isLocked });
}

/** The person changed their own name, or an admin did. */
export function userIs(user: User): void {
  const session = sessionNow();
  if (session !== null && session.user.id === user.id) become({ ...session, user });
}

function become(session: KeptSession): void {
  if (session.keeper === 'tab') sessionStorage.setItem(tabKey, JSON.stringify(session));
  if (session.keeper === 'cookie') localStorage.setItem(cookieHintKey, 'yes');
  useSessionStore.setState({ session });
}

/** Runs at each change of the session itself: its beginning, its renewals, its end. */
export function onSession(listener: (session: KeptSession | null) => void): () => void {
  return useSessionStore.subscribe(({ session }, before) => {
    if (session !== before.session) listener(session);
  });
}

/** As much of a session as decides whether a desk is open, and for whom. */
export interface DeskOwner {
  readonly user: User;
  readonly isLocked: boolean;
}

function ownerIn({ session, isAtDoor }: SessionState): DeskOwner | null {
  return session === null || isAtDoor ? null : session;
}

export function deskOwner(): DeskOwner | null {
  return ownerIn(useSessionStore.getState());
}

/** Runs when somebody comes to the desk, leaves it, locks or unlocks it, or gets another role; not at renewals. */
export function onDeskOwner(listener: (now: DeskOwner | null, before: DeskOwner | null) => void): () => void {
  return useSessionStore.subscribe((state, stateBefore) => {
    const [now, before] = [ownerIn(state), ownerIn(stateBefore)];
    const isSame =
      now?.user.id === before?.user.id &&
      now?.isLocked === before?.isLocked &&
      now?.user.role === before?.user.role;
    if (!isSame) listener(now, before);
  });
}
