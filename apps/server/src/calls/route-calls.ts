import { newId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { offerNext } from './routing.store.ts';

/** Offers waiting calls until nothing can be offered any more. Answers how many offers were made. */
export async function routeCalls(app: Pick<App, 'db' | 'clock' | 'random' | 'routing'>): Promise<number> {
  for (let made = 0; ; made++) {
    const offerId = newId.offer({ nowMs: app.clock.nowMs, random: app.random });
    const callId = await offerNext(app.db, { offerId, offerSeconds: app.routing.offerSeconds });
    if (callId === null) return made;
  }
}
