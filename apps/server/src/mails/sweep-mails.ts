import type { App } from '../app.ts';
import { forgetMails } from './outbox.store.ts';

const everyMs = 60 * 60 * 1000;
/** Long enough to look into what was not taken. */
const keptDays = 30;

/** Forgets old mails, now and then however often it is asked to. */
export function createMailSweep({ db, clock }: Pick<App, 'db' | 'clock'>): () => Promise<void> {
  let dueAtMs = 0;
  return async () => {
    if (clock.nowMs() < dueAtMs) return;
    dueAtMs = clock.nowMs() + everyMs;
    await forgetMails(db, keptDays);
  };
}
