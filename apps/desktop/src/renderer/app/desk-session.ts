import type { DeskSnapshot } from '@ringdesk/shared';
import { renewSession, resumeSession } from '../auth/renew-session.ts';
import {
  deskOwner,
  isReturning,
  lockedIs,
  onDeskOwner,
  sessionNow,
  signedOut,
} from '../auth/session.store.ts';
import { isFresh, renewAtMs } from '../auth/session.ts';
import { deskClosed, deskOpened } from '../calls/desk.store.ts';
import { call, openHttp } from '../http/call.ts';
import { ask, type DeskClient, openDesk } from '../realtime/desk-client.ts';
import { retryDelayMs } from '../realtime/retry.ts';
import { socketIoWire } from '../realtime/socket-io.wire.ts';
import { presenceForgotten, presenceRead } from '../reps/presence.store.ts';
import { bridge } from './bridge.ts';
import { listenersFor } from './listeners.ts';

const renewAgainMs = 5000;

/** Joins session, HTTP, socket and stores: from here on the desk is open whenever somebody is signed in. */
export async function startDesk(): Promise<void> {
  openHttp({
    url: bridge.serverUrl,
    token: () => sessionNow()?.accessToken ?? null,
    renew: renewSession,
    locked: () => lockedIs(true),
    fetch: (input, init) => window.fetch(input, init),
  });
  const url = await bridge.serverUrl();
  let desk: ReturnType<typeof open> | null = null;
  let stopRenewing = (): void => undefined;

  function follow(isSignedIn: boolean): void {
    stopRenewing();
    desk?.close();
    deskClosed();
    presenceForgotten();
    desk = isSignedIn ? open(url) : null;
    stopRenewing = isSignedIn ? keepRenewed() : stopRenewing;
  }
  onDeskOwner((owner) => follow(owner !== null && !owner.isLocked));
  const owner = deskOwner();
  follow(owner !== null && !owner.isLocked);
  if (isReturning()) await comeBack();
}

/** Asks for the session that the browser or the app keeps, again and again while the server cannot be reached. */
async function comeBack(): Promise<void> {
  for (let attempt = 0; (await resumeSession()) === null; attempt += 1)
    await new Promise((resume) => setTimeout(resume, retryDelayMs(attempt, Math.random())));
}

/** Ends the session on the server, then here; here also when the server does not answer. */
export async function signOut(): Promise<void> {
  await call('auth.sign-out', {}, { isByCookie: sessionNow()?.keeper === 'cookie' });
  signedOut('signed-out');
}

function open(url: string): { readonly close: () => void } {
  const desk: DeskClient = openDesk({
    url,
    makeWire: socketIoWire,
    token: freshToken,
    renew: renewSession,
    listeners: listenersFor(() => desk),
    opened: readSnapshot,
    sessionOver: () => signedOut('expired'),
    chance: Math.random,
  });
  const retry = () => desk.retryNow();
  window.addEventListener('online', retry);
  return {
    close: () => {
      window.removeEventListener('online', retry);
      desk.close();
    },
  };
}

function readSnapshot(snapshot: DeskSnapshot): void {
  deskOpened(snapshot);
  presenceRead(snapshot.presence);
}

async function freshToken(): Promise<string | null> {
  const session = sessionNow();
  if (session !== null && !isFresh(session, Date.now())) await renewSession();
  return sessionNow()?.accessToken ?? null;
}

/** Renews the session before its token ends and gives the open socket the new one; returns the way to stop. */
function keepRenewed(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  function plan(leastMs: number): void {
    const session = sessionNow();
    if (session !== null)
      timer = setTimeout(() => void renew(), Math.max(leastMs, renewAtMs(session) - Date.now()));
  }
  async function renew(): Promise<void> {
    if (!(await renewSession())) return;
    const session = sessionNow();
    if (session !== null) await ask('session.renew', { token: session.accessToken });
    plan(renewAgainMs);
  }
  plan(0);
  return () => clearTimeout(timer);
}
