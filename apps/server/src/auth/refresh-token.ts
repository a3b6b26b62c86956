import { createHash, randomBytes } from 'node:crypto';
import { createSealing } from '../sealing.ts';

const successorOf = 'successor';

/** A new refresh token: 256 bits of chance. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a token is kept. It has so much chance in it that a plain digest is enough to keep it unreadable at rest. */
export function hashOf(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('base64url');
}

/**
 * The next token, sealed under a key derived from the spent one. The database keeps only the digest of the spent one, so it
 * alone opens nothing: whoever asks again must show the spent token again.
 */
export function sealSuccessor(spent: string, next: string): string {
  return createSealing(spent).seal(next, successorOf);
}

/** The next token, or null when it was not sealed under this one. */
export function openSuccessor(spent: string, sealed: string): string | null {
  return createSealing(spent).open(sealed, successorOf);
}
