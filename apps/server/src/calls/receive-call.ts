import { type CallId, newId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { insert, type NewCall } from './calls.store.ts';

/** A caller rings: stored and waiting. The same `externalId` on the same line is the same call. */
export async function receiveCall(
  app: Pick<App, 'db' | 'nudge' | 'clock' | 'random'>,
  ring: Omit<NewCall, 'id'>,
): Promise<CallId> {
  const id = newId.call({ nowMs: app.clock.nowMs, random: app.random });
  const callId = await insert(app.db, { ...ring, id });
  app.nudge();
  return callId;
}
