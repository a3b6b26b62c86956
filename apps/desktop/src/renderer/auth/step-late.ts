import type { Refusal } from '@ringdesk/shared';
import { atDoor } from './way-in.store.ts';

/**
 * A step token that is no longer good sends somebody back to where they get another, and a disabled account to where it
 * is told. True when that is all to say.
 */
export function stepLate({ code, details }: Refusal): boolean {
  if (code !== 'UNAUTHENTICATED') return false;
  atDoor({ what: details?.['reason'] === 'disabled' ? 'disabled' : 'step-late' });
  return true;
}
