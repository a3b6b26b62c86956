import type { Rep } from '@ringdesk/shared';
import { ask } from '../realtime/desk-client.ts';
import { notice } from '../ui/notices.store.ts';
import { presenceRead } from './presence.store.ts';

export interface PresenceSaid {
  readonly presence: 'available' | 'away';
  readonly reason: string | null;
}

/** Says available or away; a refusal is one sentence in the corner. During a call it applies when the call is over. */
export async function sayPresence({ presence, reason }: PresenceSaid): Promise<void> {
  const answer = await ask('presence.set', reason === null ? { presence } : { presence, reason });
  if (answer.ok) presenceRead(answer.value);
  else notice(answer.error.message, 'trouble');
}

/** What takes a kept wish back: wishing for what applies already. Null when there is nothing to take back. */
export function undoOf(rep: Rep): PresenceSaid | null {
  if (rep.nextPresence === null) return null;
  if (rep.presence !== 'available' && rep.presence !== 'away') return null;
  return { presence: rep.presence, reason: rep.presence === 'away' ? rep.reason : null };
}
