import type { App, Person } from '../app.ts';
import { liveSessions } from './store.ts';
import type { Tokens } from './tokens.ts';

/** Who holds this token, with the role as of now; null when the token is not ours or its session is over. */
export function createAuthenticate(
  app: Pick<App, 'db' | 'clock'> & { readonly tokens: Tokens },
): (token: string) => Promise<(Person & { readonly expiresAtMs: number }) | null> {
  return async (token) => {
    const verified = await app.tokens.verify(token, app.clock.nowMs());
    if (verified === null) return null;
    const [session] = await liveSessions(app.db, [verified.sessionId]);
    if (session?.userId !== verified.userId) return null;
    return { ...verified, kind: 'person', role: session.role, isLocked: session.isLocked };
  };
}
