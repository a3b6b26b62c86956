import type { App } from '../app.ts';
import { keepDesks, type OpenDesk, recountDesks, seeNode, setVanishedOffline } from './store.ts';

/** A node that was not seen for this long is dead, and its desks are gone. */
const deadAfterSeconds = 5;

/** Says that this node lives, forgets dead ones with their desks, and sets reps offline whose desk has been gone too long. */
export async function sweepReps(
  app: Pick<App, 'db' | 'routing'>,
  node: { readonly id: string; readonly desks: readonly OpenDesk[] },
): Promise<void> {
  await seeNode(app.db, node.id, deadAfterSeconds);
  await keepDesks(app.db, node.id, node.desks);
  await recountDesks(app.db);
  await setVanishedOffline(app.db, app.routing.vanishedSeconds);
}
