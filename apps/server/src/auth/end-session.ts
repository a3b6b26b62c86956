import { done, type Result, refused, type SessionId } from '@ringdesk/shared';
import type { App, Peer, Person } from '../app.ts';
import { record } from '../audit/store.ts';
import { endSessionsOf } from './end-sessions.store.ts';
import { endSession } from './sessions.store.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random'>;

interface OneSession {
  readonly asker: Pick<Person, 'userId'>;
  readonly id: SessionId;
  readonly why: Parameters<typeof endSession>[1]['why'];
  readonly from: Peer;
}

/** Ends one of the own sessions. Somebody else's is as if there were none. */
export async function endOwnSession(
  app: Parts,
  { asker, id, why, from }: OneSession,
): Promise<Result<Record<string, never>>> {
  const { userId } = asker;
  const isEnded = await app.db.transaction(async (tx) => {
    if ((await endSession(tx, { id, userId, why })) === null) return false;
    await record(tx, idsOf(app), { event: 'session.ended', userId, byId: userId, from, detail: why });
    return true;
  });
  return isEnded ? done({}) : refused('NOT_FOUND', 'There is no such session.');
}

/** Ends every session of somebody, this one too. */
export async function signOutEverywhere(
  app: Parts,
  { userId }: Person,
  from: Peer,
): Promise<Result<Record<string, never>>> {
  const why = 'signed out everywhere';
  await app.db.transaction(async (tx) => {
    const ended = await endSessionsOf(tx, userId, { why });
    const detail = `${why}: ${ended.length}`;
    await record(tx, idsOf(app), { event: 'session.ended', userId, byId: userId, from, detail });
  });
  return done({});
}

function idsOf(app: Parts) {
  return { nowMs: app.clock.nowMs, random: app.random };
}
