import { done, type Input, type Result, refused } from '@ringdesk/shared';
import { record } from '../audit/store.ts';
import { endSessionsOf } from '../auth/end-sessions.store.ts';
import { endSession } from '../auth/sessions.store.ts';
import { idsOf } from '../auth/writing.ts';
import type { Database } from '../database/database.ts';
import { type By, noSuchPerson, type PeopleParts } from './change-person.ts';
import { hold } from './store.ts';

/** Ends every session of somebody, or one of them; open desks close within seconds. */
export async function endSessionsOfPerson(
  app: PeopleParts,
  { id, sessionId }: Input<'user.end-sessions'>,
  { asker, from }: By,
): Promise<Result<{ ended: number }>> {
  return app.db.transaction(async (tx) => {
    if ((await hold(tx, id)) === null) return noSuchPerson;
    const ended = await end(tx, { id, sessionId });
    if (ended === 0 && sessionId !== undefined) return refused('NOT_FOUND', 'There is no such session.');
    if (ended > 0)
      await record(tx, idsOf(app), {
        event: 'user.sessions-ended',
        userId: id,
        byId: asker.userId,
        from,
        detail: String(ended),
      });
    return done({ ended });
  });
}

async function end(
  tx: Pick<Database, 'rows'>,
  { id, sessionId }: Input<'user.end-sessions'>,
): Promise<number> {
  const why = 'ended by an admin';
  if (sessionId === undefined) return (await endSessionsOf(tx, id, { why })).length;
  return (await endSession(tx, { id: sessionId, userId: id, why })) === null ? 0 : 1;
}
