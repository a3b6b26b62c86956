import type { Session } from '@ringdesk/shared';
import { call } from '../http/call.ts';
import { sessionNow, signedIn } from './session.store.ts';
import { readKept } from './session.ts';

const channelName = 'ringdesk.session';

/** A renewal that another tab made: a tab that was duplicated holds the same refresh token, and each works once only. */
interface Renewed {
  readonly spent: string;
  readonly session: string;
}

const sisters = new BroadcastChannel(channelName);
sisters.onmessage = ({ data }: MessageEvent<Renewed>) => {
  const session = readKept(data.session);
  if (session !== null && sessionNow()?.refreshToken === data.spent) signedIn(session);
};

let running: Promise<boolean> | null = null;

/** Exchanges the refresh token for a fresh session, once however many ask. False when the session is over for good. */
export function renewSession(): Promise<boolean> {
  running ??= navigator.locks.request(channelName, exchange).finally(() => {
    running = null;
  });
  return running;
}

async function exchange(): Promise<boolean> {
  const atFirst = sessionNow();
  if (atFirst === null) return false;
  // A sister's word may still be on its way when the lock is given.
  await new Promise((resume) => setTimeout(resume, 30));
  const session = sessionNow();
  if (session === null) return false;
  if (session.refreshToken !== atFirst.refreshToken) return true;
  if (session.refreshToken === null) return false;
  const answer = await call('auth.refresh', { refreshToken: session.refreshToken });
  if (answer.ok) {
    keep(session.refreshToken, answer.value);
    return true;
  }
  // The server is away or busy: the session may well be alive, so the desk keeps it and tries again later.
  const isOver = answer.error.code === 'UNAUTHENTICATED' || answer.error.code === 'SESSION_REUSED';
  return !isOver;
}

function keep(spent: string, session: Session): void {
  signedIn(session);
  const renewed: Renewed = { spent, session: JSON.stringify(sessionNow()) };
  sisters.postMessage(renewed);
}
