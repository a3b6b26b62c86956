import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { done } from '@ringdesk/shared';
import type { Passwords } from '../app.ts';
import { createTurns, inTurn } from './turns.ts';

/** Argon2id as the OWASP Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** At most two of libuv's four threads, and no more than half of the cores: live calls go before who signs in. */
const atOnce = Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2)));
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
  return {
    hash: (text) => inTurn(turns, async () => done(await hash(text.normalize(), cost))),
    async verify(kept, text) {
      const fits = await inTurn(turns, async () => done(await verify(kept ?? nobodys, text.normalize())));
      return fits.ok && kept === null ? done(false) : fits;
    },
  };
}
