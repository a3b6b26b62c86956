import { atDoor } from './way-in.store.ts';

/** A step token that is no longer good sends somebody back to where they get another. True when that is all to say. */
export function stepLate(code: string): boolean {
  if (code !== 'UNAUTHENTICATED') return false;
  atDoor({ what: 'step-late' });
  return true;
}
