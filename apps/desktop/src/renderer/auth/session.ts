import { Session } from '@ringdesk/shared';
import { z } from 'zod';

/** A session as a tab keeps it; `expiresAtMs` is this machine's clock. */
export const KeptSession = Session.extend({ expiresAtMs: z.number() });
export type KeptSession = z.infer<typeof KeptSession>;

/** A token is renewed this long before its end, or after four fifths of a short life. */
const marginMs = 60_000;

export function keepSession(session: Session, nowMs: number): KeptSession {
  return { ...session, expiresAtMs: nowMs + session.expiresIn * 1000 };
}

/** When to renew: a minute before the token ends, or at four fifths of its life where that is later. */
export function renewAtMs(session: KeptSession): number {
  const lifeMs = session.expiresIn * 1000;
  return session.expiresAtMs - Math.min(marginMs, lifeMs / 5);
}

export function isFresh(session: KeptSession, nowMs: number): boolean {
  return nowMs < session.expiresAtMs - 5000;
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
