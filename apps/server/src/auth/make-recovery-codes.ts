import { done, type Result } from '@ringdesk/shared';
import type { Passwords } from '../app.ts';
import { newRecoveryCodes, readable } from './recovery-codes.ts';

/** Ten recovery codes: as they are shown this once, and the slow hashes that are kept. */
export async function makeRecoveryCodes(
  passwords: Passwords,
): Promise<Result<{ readonly shown: readonly string[]; readonly hashes: readonly string[] }>> {
  const codes = newRecoveryCodes();
  const hashes: string[] = [];
  // One after the other, so that they take one place in the line and not ten.
  for (const code of codes) {
    const hash = await passwords.hash(code);
    if (!hash.ok) return hash;
    hashes.push(hash.value);
  }
  return done({ shown: codes.map(readable), hashes });
}
