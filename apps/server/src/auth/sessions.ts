import { newId, type Session, type SessionId } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { deviceName } from '../device-name.ts';
import { post } from '../mails/store.ts';
import { hashOf, newRefreshToken } from './refresh-token.ts';
import { insertSession, placesOf, type Renewed } from './sessions.store.ts';
import { accessSeconds, type Tokens } from './tokens.ts';

/** Life of a session that nobody uses, and of any session. */
export const idleSeconds = 12 * 60 * 60;
const mostSeconds = 7 * 24 * 60 * 60;

export type SessionParts = Pick<App, 'db' | 'clock' | 'random' | 'sealing'> & { readonly tokens: Tokens };

/** Begins a session for somebody who has shown who they are. One from a device or an address that is new to them is mailed. */
export function beginSession(app: SessionParts, user: Renewed['user'], from: Peer): Promise<Session> {
  return app.db.transaction((tx) => beginSessionIn(tx, app, { user, from }));
}

/** The same in the caller's transaction, with what it is decided by; `sessionId` where the caller needs to know it. */
export async function beginSessionIn(
  tx: Pick<App['db'], 'rows'>,
  app: Omit<SessionParts, 'db'>,
  {
    user,
    from,
    sessionId,
  }: { readonly user: Renewed['user']; readonly from: Peer; readonly sessionId?: SessionId },
): Promise<Session> {
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  const id = sessionId ?? newId.session(ids);
  const refreshToken = newRefreshToken();
  const session = { id, userId: user.id, refreshHash: hashOf(refreshToken), from, idleSeconds, mostSeconds };
  const { email } = user;
  const places = email === null ? [] : await placesOf(tx, user.id);
  const at = (await insertSession(tx, session)).toISOString();
  if (email !== null && places.length > 0 && !places.some((place) => isSame(place, from))) {
    const deed = { at, address: from.address, device: deviceName(from.device) };
    const letter = { kind: 'signed-in-somewhere-new', name: user.name, ...deed } as const;
    await post(tx, { ids, sealing: app.sealing }, { to: email, letter });
  }
  return sessionFor(app, { sessionId: id, user, isLocked: false }, refreshToken);
}

/** The answer with fresh tokens of a session. */
export async function sessionFor(
  app: Pick<SessionParts, 'clock' | 'tokens'>,
  { sessionId, user, isLocked }: Renewed,
  refreshToken: string,
): Promise<Session> {
  const person = { userId: user.id, sessionId, role: user.role };
  const accessToken = await app.tokens.sign(person, app.clock.nowMs());
  return { accessToken, refreshToken, expiresIn: accessSeconds, user, isLocked };
}

/** A device that was updated says another version of itself, and is still the same. */
function isSame(a: Peer, b: Peer): boolean {
  return a.address === b.address && deviceName(a.device) === deviceName(b.device);
}
