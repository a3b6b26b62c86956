import { done, type Result, refused, type Session } from '@ringdesk/shared';
import type { Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { deviceName } from '../device-name.ts';
import { post } from '../mails/store.ts';
import { hashOf, newRefreshToken, openSuccessor, sealSuccessor } from './refresh-token.ts';
import { endSession, findRefresh, type Renewed, spendRefresh } from './sessions.store.ts';
import { idleSeconds, type SessionParts, sessionFor } from './sessions.ts';

/** So long a spent token is answered again, since its first answer may have been lost on the way. */
const graceSeconds = 10;

/**
 * Exchanges a refresh token for new tokens. Each works once: shown again soon after, it gets the very same successor; shown
 * again later, somebody else has it too, and the whole session ends (RFC 9700, section 4.14). Not tied to a device or an
 * address: both change in honest use.
 */
export async function refreshSession(
  app: SessionParts,
  refreshToken: string,
  from: Peer,
): Promise<Result<Session>> {
  const next = newRefreshToken();
  const hash = hashOf(refreshToken);
  const renewed = await spendRefresh(app.db, {
    oldHash: hash,
    newHash: hashOf(next),
    successor: sealSuccessor(refreshToken, next),
    from,
    idleSeconds,
  });
  if (renewed !== null) return done(await sessionFor(app, renewed, next));
  const spent = await findRefresh(app.db, hash, graceSeconds);
  if (spent?.endedWhy === 'reused') return refused('SESSION_REUSED');
  if (!spent?.isLive) return refused('UNAUTHENTICATED');
  const successor =
    spent.isFresh && spent.successor !== null ? openSuccessor(refreshToken, spent.successor) : null;
  if (successor !== null) return done(await sessionFor(app, spent, successor));
  await endReused(app, spent, from);
  return refused('SESSION_REUSED');
}

/** Ends a session of which two have the tokens, once, and tells its owner. */
async function endReused(app: SessionParts, { sessionId, user }: Renewed, from: Peer): Promise<void> {
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  await app.db.transaction(async (tx) => {
    const at = await endSession(tx, { id: sessionId, userId: user.id, why: 'reused' });
    if (at === null) return;
    await record(tx, ids, { event: 'session.reused', userId: user.id, byId: null, from });
    if (user.email === null) return;
    const deed = { at: at.toISOString(), address: from.address, device: deviceName(from.device) };
    const letter = { kind: 'session-reused', name: user.name, ...deed } as const;
    await post(tx, { ids, sealing: app.sealing }, { to: user.email, letter });
  });
}
