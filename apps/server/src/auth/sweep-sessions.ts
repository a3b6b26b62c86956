import type { App } from '../app.ts';
import { forgetSessions } from './sessions.store.ts';

const everyMs = 10 * 60 * 1000;
/** So long a session that is over is kept: the next sign-in is compared with it. */
const keptDays = 30;

/** Forgets what sessions that are over leave behind, now and then however often it is asked to. */
export function createSessionSweep(app: Pick<App, 'db' | 'clock'>): () => Promise<void> {
  let dueMs = 0;
  return async () => {
    const nowMs = app.clock.nowMs();
    if (nowMs < dueMs) return;
    dueMs = nowMs + everyMs;
    await forgetSessions(app.db, keptDays);
  };
}
