import type { App } from '../app.ts';
import { liveSessions } from './store.ts';
import type { Tokens, VerifiedToken } from './tokens.ts';

/** Who holds this token, with the role as of now; null when the token is not ours or its session is over. */
export function createAuthenticate(
  app: Pick<App, 'db' | 'clock'> & { readonly tokens: Tokens },
): (token: string) => Promise<VerifiedToken | null> {
  return async (token) => {
    const verified = await app.tokens.verify(token, app.clock.nowMs());
    if (verified === null) return null;
    const [session] = await liveSessions(app.db, [verified.sessionId]);
    return session?.userId === verified.userId ? { ...verified, role: session.role } : null;
  };
}
