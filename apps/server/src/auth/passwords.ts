import { hash, verify } from '@node-rs/argon2';
import { done, type Result, refused } from '@ringdesk/shared';
import type { Passwords } from '../app.ts';
import { createTurns } from './turns.ts';

/** Argon2id as the OWASP Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Two of libuv's four threads; files and names are looked up by the others meanwhile. */
const atOnce = 2;
const mostWaiting = 64;
/** What nobody's password is compared with, so that an unknown address costs the same time as a known one. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$bJD4dxtHBXeJsXmMB/07lg$mfy8EXAJoW3ec5CHIQqx/HRjarI0eRFDH9or9TKB11w';

/**
 * Slow hashing beside the event loop, a few at a time; who would wait too long is asked to come back. Letters that are
 * composed in another way are the same (NFC, as NIST SP 800-63B asks).
 */
export function createPasswords(): Passwords {
  const turns = createTurns({ atOnce, mostWaiting });
  const inTurn = async <Value>(work: () => Promise<Value>): Promise<Result<Value>> => {
    const turn = turns.take(work);
    return turn === null ? tooMany() : done(await turn);
  };
  return {
    hash: (text) => inTurn(() => hash(text.normalize(), cost)),
    async verify(kept, text) {
      const fits = await inTurn(() => verify(kept ?? nobodys, text.normalize()));
      return fits.ok && kept === null ? done(false) : fits;
    },
  };
}

function tooMany(): Result<never> {
  return refused('RATE_LIMITED', 'Many people are signing in at this moment. Try again in a few seconds.', {
    retryAfterSeconds: 3,
  });
}
