import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Tells programs that look for secrets in the wrong places what they found. */
const mark = 'rds_';

/** A new secret of 256 bits of chance. */
export function newSecret(): string {
  return mark + randomBytes(32).toString('base64url');
}

/** A secret has 256 bits of chance, so a plain digest is enough to keep it unreadable at rest. */
export function hashOf(secret: string): string {
  return digest(secret).toString('base64url');
}

/** Whether a secret has this digest, in a time that says nothing about either. */
export function fits(secret: string, secretHash: string): boolean {
  const kept = Buffer.from(secretHash, 'base64url');
  const shown = digest(secret);
  return kept.length === shown.length && timingSafeEqual(kept, shown);
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
