import { type Answer, refused, type Session } from '@ringdesk/shared';
import { bridge } from '../app/bridge.ts';
import { call } from '../http/call.ts';
import { nothingBegins } from './beginning.ts';
import { isReturning, sessionNow, signedIn, signedOut } from './session.store.ts';
import { type KeptSession, readKept, whyOver } from './session.ts';

const channelName = 'ringdesk.session';
const cookieLock = 'ringdesk.cookie';

/** A renewal that another tab made: a tab that was duplicated holds the same refresh token, and each works once only. */
interface Renewed {
  readonly spent: string;
  readonly session: string;
}

const sisters = new BroadcastChannel(channelName);
sisters.onmessage = ({ data }: MessageEvent<Renewed>) => {
  const session = readKept(data.session);
  if (session !== null && sessionNow()?.refreshToken === data.spent) signedIn(session, 'tab');
};

let running: Promise<boolean> | null = null;

/**
 * Makes a fresh session, once however many ask. False when it is over for good: then it is ended here too. A server that
 * is away leaves the session as it is.
 */
export function renewSession(): Promise<boolean> {
  running ??= renewOnce(sessionNow()).finally(() => {
    running = null;
  });
  return running;
}

/** Looks for the session that the browser or the app keeps; null while the server cannot be reached. */
export async function resumeSession(): Promise<boolean | null> {
  const answer = bridge.kind === 'desktop' ? await bridge.renewSession() : await refreshByCookie();
  if (!isReturning()) return true;
  if (answer === null) {
    signedOut(null);
    return false;
  }
  if (answer.ok) signedIn(answer.value, bridge.kind === 'desktop' ? 'app' : 'cookie');
  else if (whyOver(answer) !== null) signedOut(whyOver(answer));
  else return null;
  return answer.ok;
}

/** A session that begins meanwhile is as good as a renewal. */
async function renewOnce(asked: KeptSession | null): Promise<boolean> {
  await nothingBegins();
  const session = sessionNow();
  return session !== null && session.accessToken !== asked?.accessToken ? true : renew(session);
}

async function renew(session: KeptSession | null): Promise<boolean> {
  if (session === null) return false;
  if (session.keeper === 'tab') return navigator.locks.request(channelName, renewInTab);
  const answer = bridge.kind === 'desktop' ? await bridge.renewSession() : await refreshByCookie();
  if (answer === null) {
    signedOut('expired');
    return false;
  }
  // Somebody else signed in in this browser, or this tab has ended its session while it waited.
  if (sessionNow()?.user.id !== session.user.id) return false;
  if (answer.ok && answer.value.user.id !== session.user.id) {
    signedOut('replaced');
    return false;
  }
  return takeOver(answer, session);
}

/** Tabs share the cookie and each of its tokens works once: they take turns. */
function refreshByCookie(): Promise<Answer<Session>> {
  return navigator.locks.request(cookieLock, () =>
    call('auth.refresh', { refreshToken: '' }, { isByCookie: true }),
  );
}

async function renewInTab(): Promise<boolean> {
  const atFirst = sessionNow();
  if (atFirst === null) return false;
  // A sister's word may still be on its way when the lock is given.
  await new Promise((resume) => setTimeout(resume, 30));
  const session = sessionNow();
  if (session === null) return false;
  if (session.refreshToken !== atFirst.refreshToken) return true;
  const { refreshToken } = session;
  const answer =
    refreshToken === null ? refused('UNAUTHENTICATED') : await call('auth.refresh', { refreshToken });
  const isAlive = takeOver(answer, session);
  if (answer.ok && refreshToken !== null) {
    const renewed: Renewed = { spent: refreshToken, session: JSON.stringify(sessionNow()) };
    sisters.postMessage(renewed);
  }
  return isAlive;
}

function takeOver(answer: Answer<Session>, { keeper }: KeptSession): boolean {
  if (answer.ok) signedIn(answer.value, keeper);
  const why = whyOver(answer);
  if (why !== null) signedOut(why);
  return why === null;
}
