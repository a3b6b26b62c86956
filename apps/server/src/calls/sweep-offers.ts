import { missesUntilNotResponding } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { sql } from '../database/sql.ts';
import { endOffers } from './store.ts';

/** Ends the offers whose time ran out; also those of reps who cannot take them any more, which are nobody's fault. */
export async function sweepOffers(app: Pick<App, 'db'>): Promise<number> {
  const missed = await endOffers(app.db, {
    which: sql`o.expires_at <= desk_now()`,
    outcome: 'missed',
    missesUntilNotResponding,
    onBusyRow: 'pass',
  });
  const withdrawn = await endOffers(app.db, {
    // Work that is not `offered`: the rep took another call by hand in the very moment in which this one was offered.
    which: sql`EXISTS (SELECT FROM reps r WHERE r.user_id = o.rep_id
      AND (r.disconnected_at IS NOT NULL OR r.presence <> 'available' OR r.work <> 'offered'))`,
    outcome: 'withdrawn',
    missesUntilNotResponding,
    onBusyRow: 'pass',
  });
  return missed.length + withdrawn.length;
}
