import { missesUntilNotResponding, type UserId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { sql } from '../database/sql.ts';
import { endOffers } from './store.ts';

/** Takes back what rings for a rep who went away or whose desk is gone; the call is offered to somebody else. */
export async function withdrawOffers(app: Pick<App, 'db' | 'nudge'>, repId: UserId): Promise<void> {
  await endOffers(app.db, {
    which: sql`o.rep_id = ${repId}`,
    outcome: 'withdrawn',
    missesUntilNotResponding,
    onBusyRow: 'wait',
  });
  app.nudge();
}
