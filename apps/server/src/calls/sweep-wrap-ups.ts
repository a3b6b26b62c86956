import { dispositionNotRecorded } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { sql } from '../database/sql.ts';
import { settleStragglers } from './calls.store.ts';
import { close } from './store.ts';

/** Closes calls whose time for the wrap-up ran out, and sets right the work of reps whose last two calls ended at once. */
export async function sweepWrapUps(app: Pick<App, 'db'>): Promise<number> {
  const closed = await close(app.db, {
    which: sql`id IN (SELECT id FROM calls WHERE status = 'wrap_up' AND wrap_up_ends_at <= desk_now() FOR UPDATE SKIP LOCKED)`,
    disposition: dispositionNotRecorded,
    notes: null,
  });
  const settled = await settleStragglers(app.db);
  return closed.length + settled;
}
