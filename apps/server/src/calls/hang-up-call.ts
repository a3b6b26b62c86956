import type { CallId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { hangUp } from './store.ts';

/** The caller left. Answers whether that changed anything; a second hang-up does not. */
export async function hangUpCall(
  app: Pick<App, 'db' | 'nudge' | 'routing'>,
  callId: CallId,
): Promise<boolean> {
  const call = await hangUp(app.db, callId, app.routing.wrapUpSeconds);
  if (call !== null) app.nudge();
  return call !== null;
}
