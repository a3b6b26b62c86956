import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Role, SessionId, UserId } from '@ringdesk/shared';
import { calculateJwkThumbprint, exportJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Person } from '../app.ts';

const issuer = 'ringdesk';
const audience = 'ringdesk-desk';
const kind = 'at+jwt';
const algorithm = 'EdDSA';
/** Life of an access token in seconds. */
export const accessSeconds = 600;

const Claims = z.object({ sub: UserId, sid: SessionId, role: Role, exp: z.number() });

type Bearer = Pick<Person, 'userId' | 'sessionId' | 'role'>;

export interface VerifiedToken extends Bearer {
  readonly expiresAtMs: number;
}

export interface Tokens {
  sign(person: Bearer, nowMs: number): Promise<string>;
  /** The person, or null for anything that is not a valid access token of ours. */
  verify(token: string, nowMs: number): Promise<VerifiedToken | null>;
  /** The public keys (RFC 7517). */
  keys(): Promise<{ keys: JWK[] }>;
}

/** Access tokens (RFC 9068) signed with an Ed25519 key that is derived from the installation's secret. */
export function createTokens(secret: string): Tokens {
  const privateKey = signingKey(secret);
  const publicKey = createPublicKey(privateKey);
  const publicJwk = exportJWK(publicKey);
  const keyId = publicJwk.then((jwk) => calculateJwkThumbprint(jwk));
  return {
    async sign(person, nowMs) {
      const now = Math.floor(nowMs / 1000);
      return new SignJWT({ sid: person.sessionId, role: person.role })
        .setProtectedHeader({ alg: algorithm, typ: kind, kid: await keyId })
        .setSubject(person.userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + accessSeconds)
        .sign(privateKey);
    },
    async verify(token, nowMs) {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: [algorithm],
          issuer,
          audience,
          typ: kind,
          currentDate: new Date(nowMs),
          requiredClaims: ['exp', 'iat', 'sub'],
        });
        const claims = Claims.parse(payload);
        return {
          userId: claims.sub,
          sessionId: claims.sid,
          role: claims.role,
          expiresAtMs: claims.exp * 1000,
        };
      } catch {
        return null;
      }
    },
    async keys() {
      return { keys: [{ ...(await publicJwk), alg: algorithm, use: 'sig', kid: await keyId }] };
    },
  };
}

/** PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410, section 7). */
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, 'ringdesk', 'access-token-signing', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' });
}
