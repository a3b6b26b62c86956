import { createHash, randomBytes } from 'node:crypto';
import { done, newId, type Result, refused, type Session, type User } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { insertSession, rotateRefresh } from './store.ts';
import { accessSeconds, type Tokens } from './tokens.ts';

/** Life of a session that nobody uses, and of any session. */
const idleSeconds = 12 * 60 * 60;
const mostSeconds = 7 * 24 * 60 * 60;

type Parts = Pick<App, 'db' | 'clock' | 'random'> & { readonly tokens: Tokens };

/** Begins a session for somebody who has shown who they are. */
export async function beginSession(app: Parts, user: User, from: Peer): Promise<Session> {
  const id = newId.session({ nowMs: app.clock.nowMs, random: app.random });
  const refreshToken = newRefreshToken();
  await insertSession(app.db, {
    id,
    userId: user.id,
    refreshHash: hashOf(refreshToken),
    from,
    idleSeconds,
    mostSeconds,
  });
  return sessionFor(app, { id, user, refreshToken, isLocked: false });
}

/** Exchanges a refresh token for new tokens; each one works once. */
export async function refreshSession(app: Parts, refreshToken: string): Promise<Result<Session>> {
  const next = newRefreshToken();
  const rotated = await rotateRefresh(app.db, { oldHash: hashOf(refreshToken), newHash: hashOf(next) });
  if (rotated === null) return refused('UNAUTHENTICATED');
  return done(await sessionFor(app, { ...rotated, id: rotated.sessionId, refreshToken: next }));
}

async function sessionFor(
  app: Parts,
  of: {
    readonly id: Parameters<Tokens['sign']>[0]['sessionId'];
    readonly user: User;
    readonly refreshToken: string;
    readonly isLocked: boolean;
  },
): Promise<Session> {
  const { id: sessionId, user, refreshToken, isLocked } = of;
  const person = { userId: user.id, sessionId, role: user.role };
  const accessToken = await app.tokens.sign(person, app.clock.nowMs());
  return { accessToken, refreshToken, expiresIn: accessSeconds, user, isLocked };
}

function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The token has 256 bits of chance, so a plain digest is enough to keep it unreadable at rest. */
function hashOf(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('base64url');
}
