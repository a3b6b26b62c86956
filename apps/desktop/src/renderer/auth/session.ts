import { type Answer, Session } from '@ringdesk/shared';
import { z } from 'zod';

/**
 * Who keeps the refresh token: this tab (demo people, so that two windows can be two people), the browser in a cookie
 * that no page can read, or the desktop app in the keychain of the system.
 */
export const Keeper = z.enum(['tab', 'cookie', 'app']);
export type Keeper = z.infer<typeof Keeper>;

/** A session as a desk holds it; `expiresAtMs` is this machine's clock. */
export const KeptSession = Session.extend({ expiresAtMs: z.number(), keeper: Keeper });
export type KeptSession = z.infer<typeof KeptSession>;

/** A token is renewed this long before its end, or after four fifths of a short life. */
const marginMs = 60_000;

export function keepSession(session: Session, keeper: Keeper, nowMs: number): KeptSession {
  const { accessToken, expiresIn, user, isLocked } = session;
  const refreshToken = keeper === 'tab' ? session.refreshToken : null;
  return {
    accessToken,
    refreshToken,
    expiresIn,
    user,
    isLocked,
    keeper,
    expiresAtMs: nowMs + expiresIn * 1000,
  };
}

/** When to renew: a minute before the token ends, or at four fifths of its life where that is later. */
export function renewAtMs(session: KeptSession): number {
  const lifeMs = session.expiresIn * 1000;
  return session.expiresAtMs - Math.min(marginMs, lifeMs / 5);
}

export function isFresh(session: KeptSession, nowMs: number): boolean {
  return nowMs < session.expiresAtMs - 5000;
}

/** Which session a token is of, as the server wrote it; null when it cannot be read. Proves nothing: only the server can. */
export function sessionIdIn(accessToken: string): string | null {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    const told: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return z.object({ sid: z.string() }).safeParse(told).data?.sid ?? null;
  } catch {
    return null;
  }
}

/** Why a session is over, by the answer to its renewal; null while it may be alive: the server is away or busy. */
export function whyOver(answer: Answer<Session>): 'expired' | 'reused' | null {
  if (answer.ok) return null;
  if (answer.error.code === 'SESSION_REUSED') return 'reused';
  return answer.error.code === 'UNAUTHENTICATED' ? 'expired' : null;
}

/** What was kept in this tab; null when there is nothing or it cannot be read any more. */
export function readKept(text: string | null): KeptSession | null {
  if (text === null) return null;
  try {
    const kept = KeptSession.safeParse(JSON.parse(text));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}
