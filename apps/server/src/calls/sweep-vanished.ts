import type { App } from '../app.ts';
import { releaseVanished } from './store.ts';

/** Calls whose rep vanished go back to the front of the queue. */
export async function sweepVanished(app: Pick<App, 'db' | 'routing'>): Promise<number> {
  return releaseVanished(app.db, app.routing.vanishedSeconds);
}
