import type { DeskSnapshot, UserId } from '@ringdesk/shared';
import { renewSession, resumeSession } from '../auth/renew-session.ts';
import {
  type DeskOwner,
  deskOwner,
  isReturning,
  lockedIs,
  onDeskOwner,
  sessionNow,
  signedOut,
  userIs,
} from '../auth/session.store.ts';
import { isFresh } from '../auth/session.ts';
import { onTabs } from '../auth/session-tabs.ts';
import { deskClosed, deskOpened } from '../calls/desk.store.ts';
import { call, openHttp } from '../http/call.ts';
import { records } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { openDrafts } from '../outbox/drafts.ts';
import { openOutbox, retryOutbox } from '../outbox/outbox.store.ts';
import { type DeskClient, openDesk } from '../realtime/desk-client.ts';
import { retryDelayMs } from '../realtime/retry.ts';
import { socketIoWire } from '../realtime/socket-io.wire.ts';
import { presenceForgotten, presenceRead } from '../reps/presence.store.ts';
import { suggestionsForgotten } from '../suggestions/suggestions.store.ts';
import { dismissNotices, notice } from '../ui/notices.store.ts';
import { bridge } from './bridge.ts';
import { doneElsewhere, doneLater, isHeld, payLinks } from './done-later.ts';
import { keepRenewed } from './keep-renewed.ts';
import { listenersFor } from './listeners.ts';
import { keepLockTold, lockWhenIdle } from './lock-desk.ts';
import { appMessages } from './messages.ts';

/** Joins session, HTTP, socket and stores: from here on the desk is open whenever somebody is signed in and not locked out. */
export async function startDesk(): Promise<void> {
  openHttp({
    url: bridge.serverUrl,
    token: () => sessionNow()?.accessToken ?? null,
    renew: renewSession,
    locked: () => lockedIs(true),
    fetch: (input, init) => window.fetch(input, init),
  });
  const url = await bridge.serverUrl();
  let close = (): void => undefined;

  function follow(now: DeskOwner | null, before: DeskOwner | null): void {
    if (now !== null && isSameDesk(now, before)) {
      newRole(now);
    } else {
      close();
      close = now === null || now.isLocked ? forgetEverything : open(url, now.user.id);
    }
  }
  onDeskOwner(follow);
  onTabs((told) => {
    const session = sessionNow();
    if (session?.keeper !== 'cookie') return;
    if (told.told === 'signed-in' && told.userId !== session.user.id) signedOut('replaced');
    if (told.told === 'unlocked' && session.isLocked) void renewSession();
  });
  follow(deskOwner(), null);
  keepRenewed();
  keepLockTold();
  if (isReturning()) await comeBack();
}

/** Ends the session on the server, then here; here also when the server does not answer. */
export async function signOut(): Promise<void> {
  await call('auth.sign-out', {}, { isByCookie: sessionNow()?.keeper === 'cookie' });
  signedOut('signed-out');
}

/** Ends every session of this person; the sentence of a refusal, or null when all are ended. */
export async function signOutEverywhere(): Promise<string | null> {
  const isByCookie = sessionNow()?.keeper === 'cookie';
  const answer = await call('auth.sign-out-everywhere', {}, { isByCookie });
  if (!answer.ok) return sayRefusal(answer.error);
  signedOut('signed-out');
  return null;
}

/** Asks for the session that the browser or the app keeps, again and again while the server cannot be reached. */
async function comeBack(): Promise<void> {
  for (let attempt = 0; (await resumeSession()) === null; attempt += 1)
    await new Promise((resume) => setTimeout(resume, retryDelayMs(attempt, Math.random())));
}

/** The same person at the same open desk, with another role. */
function isSameDesk(now: DeskOwner, before: DeskOwner | null): boolean {
  return (
    before !== null &&
    now.user.id === before.user.id &&
    now.isLocked === before.isLocked &&
    now.user.role !== before.user.role
  );
}

/** The socket of the old role is closed by the server and comes back with the new one; what was typed stays. */
function newRole({ user }: DeskOwner): void {
  void records.invalidateQueries({ refetchType: 'none' });
  notice(appMessages.roleIs[user.role]);
}

function forgetEverything(): void {
  deskClosed();
  presenceForgotten();
  suggestionsForgotten();
  records.clear();
}

/** Opens the desk; returns the way to close it. */
function open(url: string, userId: UserId): () => void {
  forgetEverything();
  const closeDrafts = openDrafts(userId);
  const closeOutbox = openOutbox(userId, { doneLater, doneElsewhere, isHeld });
  let presented: string | null = null;
  const desk: DeskClient = openDesk({
    url,
    makeWire: socketIoWire,
    token: async () => {
      presented = await freshToken();
      return presented;
    },
    renew: renewSession,
    listeners: listenersFor(() => ({
      catchUp: desk.catchUp,
      comeBackIn: (ms) => desk.comeBackIn(ms),
      token: () => presented,
    })),
    opened: readSnapshot,
    sessionOver: () => signedOut('expired'),
    sessionLocked: () => lockedIs(true),
    chance: Math.random,
  });
  const retry = () => desk.retryNow();
  const stopWatching = lockWhenIdle();
  window.addEventListener('online', retry);
  return () => {
    dismissNotices();
    stopWatching();
    window.removeEventListener('online', retry);
    desk.close();
    closeOutbox();
    closeDrafts();
    forgetEverything();
  };
}

function readSnapshot(snapshot: DeskSnapshot): void {
  // A role or a name that was changed while this desk was away.
  userIs(snapshot.me);
  deskOpened(snapshot);
  presenceRead(snapshot.presence);
  // The server is there again: what was typed meanwhile goes out at once.
  retryOutbox();
  void payLinks();
}

async function freshToken(): Promise<string | null> {
  const session = sessionNow();
  if (session !== null && !isFresh(session, Date.now())) await renewSession();
  return sessionNow()?.accessToken ?? null;
}
