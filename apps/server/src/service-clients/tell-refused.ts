import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { takeTry } from '../auth/brakes.store.ts';
import { networkOf } from '../auth/brakes.ts';

const burstSeconds = 15 * 60;

/** One entry in the audit for a whole burst of wrong tries. What was sent stays out of it: it could be a secret. */
export async function tellRefusedOnce(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  client: string,
  from: Peer,
): Promise<void> {
  const burst = { key: `oauth-told:${client}:${networkOf(from.address)}`, most: 1, seconds: burstSeconds };
  if (!(await takeTry(app.db, burst)).isAllowed) return;
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  const event = 'service-client.refused';
  await record(app.db, ids, { event, userId: null, byId: null, from, detail: client });
}
