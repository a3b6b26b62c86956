import type { Call } from '@ringdesk/shared';
import { notice } from '../ui/notices.store.ts';
import { claimCall } from './commands.ts';
import { pickCall } from './queue-view.store.ts';
import { sayRefusal } from './refusals.ts';

/** Claims a waiting call with a click. A refusal is one sentence in the corner, with the name of who was quicker. */
export async function claimFromQueue(call: Call, latest: () => Call | null): Promise<void> {
  const answer = await claimCall(call.id);
  if (answer.ok) return pickCall(null);
  const tone = answer.error.code === 'UNAVAILABLE' ? 'trouble' : 'info';
  notice(sayRefusal(answer.error, latest() ?? call), tone);
}
