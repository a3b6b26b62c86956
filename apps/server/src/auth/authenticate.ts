import type { App, Person, Service } from '../app.ts';
import { readToken } from './read-token.ts';
import { liveSessions } from './store.ts';
import { issuer, type Tokens, type VerifiedService } from './tokens.ts';

interface Until {
  readonly expiresAtMs: number;
}

export interface Authenticate {
  /** Whoever holds this token, with the rights of now; null for a token that nobody should have believed. */
  anyone(token: string): Promise<((Person | Service) & Until) | null>;
  /** Somebody at a desk. A program is nobody here, and no outside issuer is asked. */
  person(token: string): Promise<(Person & Until) | null>;
}

type Parts = Pick<App, 'db' | 'clock'> & {
  readonly tokens: Tokens;
  /** The client that a token of ours names, with the scopes of now; null when it no longer counts. */
  readonly serviceNow: (named: VerifiedService) => Promise<Service | null>;
  /** A program that an outside issuer vouches for; always null where none is configured. */
  readonly outsider: (token: string, nowMs: number) => Promise<(Service & Until) | null>;
};

/** Says who holds a token. A token only names somebody; what they may do is read from their rows at each question. */
export function createAuthenticate(app: Parts): Authenticate {
  const person: Authenticate['person'] = async (token) => {
    const verified = await app.tokens.verify(token, app.clock.nowMs());
    if (verified === null) return null;
    const [session] = await liveSessions(app.db, [verified.sessionId]);
    if (session?.userId !== verified.userId) return null;
    return { ...verified, kind: 'person', role: session.role, isLocked: session.isLocked };
  };
  const service = async (token: string) => {
    const verified = await app.tokens.verifyService(token, app.clock.nowMs());
    const now = verified === null ? null : await app.serviceNow(verified);
    return verified === null || now === null ? null : { ...now, expiresAtMs: verified.expiresAtMs };
  };
  return {
    person,
    async anyone(token) {
      const read = readToken(token);
      if (read === null) return null;
      if (read.claims['iss'] !== issuer) return app.outsider(token, app.clock.nowMs());
      return (await person(token)) ?? (await service(token));
    },
  };
}
