import { createHash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { readToken } from '../auth/read-token.ts';
import { leewaySeconds } from '../auth/tokens.ts';
import type { OutsideIssuer } from './outside-issuer.ts';
import { readOutsideScopes, scopesOf } from './outside-scopes.ts';

/** Signatures by a private key only: a shared secret (HS256) would let whoever knows the public key sign. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** What access tokens call themselves (RFC 9068), in lower case; many issuers write the older `JWT`, or nothing. */
const kinds: readonly (string | undefined)[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

const answerWithinMs = 3_000;
const mostBytes = 256 * 1024;
/** An unknown key makes us look again, but no more often than this; and after a failure we leave the issuer alone for a while. */
const lookAgainAfterMs = 30_000;
const quietAfterFailureMs = 10_000;
/** Keys are looked at again behind the scenes; while that fails they are believed for a while, and then no more. */
const freshMs = 10 * 60_000;
const staleAtMostMs = 60 * 60_000;

const Claims = z.object({
  sub: z.string().min(1).max(255),
  /** A list of audiences is refused, even one with ours in it: nobody else is meant. */
  aud: z.string(),
  exp: z.int(),
  iat: z.int().optional(),
  nbf: z.int().optional(),
  scope: z.string().optional(),
  permissions: z.array(z.string()).optional(),
});

interface Settings {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string;
  /** As in OUTSIDE_SCOPES. */
  readonly scopes: string;
}

/** An issuer whose keys are published at an address (RFC 7517): Auth0, Entra, Keycloak and the like. */
export function createOutsideIssuer({ issuer, jwksUrl, audience, scopes }: Settings): OutsideIssuer {
  const keyFor = keysAt(new URL(jwksUrl));
  const meanings = readOutsideScopes(scopes) ?? [];
  return {
    async vouchFor(token, nowMs) {
      const read = readToken(token);
      if (read === null || read.claims['iss'] !== issuer) return null;
      if (!kinds.includes(read.header.typ?.toLowerCase())) return null;
      try {
        const { payload } = await jwtVerify(token, keyFor, {
          algorithms,
          issuer,
          audience,
          currentDate: new Date(nowMs),
          clockTolerance: leewaySeconds,
          requiredClaims: ['exp', 'sub'],
        });
        const { sub, exp, iat = 0, scope = '', permissions = [] } = Claims.parse(payload);
        if (iat * 1000 > nowMs + leewaySeconds * 1000) return null;
        const given = [...scope.split(' '), ...permissions];
        const clientId = `ext:${plain(sub)}`;
        return { kind: 'service', clientId, scopes: scopesOf(given, meanings), expiresAtMs: exp * 1000 };
      } catch {
        return null;
      }
    },
  };
}

/** A name that can stand in logs and keys. One that had to be changed carries a digest, so that two never become one. */
function plain(sub: string): string {
  const cleaned = sub.replaceAll(/[^\w.@|-]/g, '_').slice(0, 80);
  if (cleaned === sub) return sub;
  return `${cleaned}~${createHash('sha256').update(sub).digest('hex').slice(0, 16)}`;
}

/** The issuer's keys: only from that address, looked up again when they turn, and kept while the issuer is away. */
function keysAt(url: URL): JWTVerifyGetKey {
  let quietUntilMs = 0;
  let loadedAtMs = Number.NEGATIVE_INFINITY;
  const load = async (request: RequestInit) => {
    if (Date.now() < quietUntilMs) throw new Error('the outside issuer did not answer a moment ago');
    try {
      const response = await fetchAtMost(url, request);
      if (response.status === 200) loadedAtMs = Date.now();
      else quietUntilMs = Date.now() + quietAfterFailureMs;
      return response;
    } catch (error) {
      quietUntilMs = Date.now() + quietAfterFailureMs;
      throw error;
    }
  };
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: answerWithinMs,
    cooldownDuration: lookAgainAfterMs,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    [customFetch]: (_address, request) => load(request),
  });
  return async (header, token) => {
    const ageMs = Date.now() - loadedAtMs;
    if (ageMs > staleAtMostMs) await keys.reload();
    else if (ageMs > freshMs) keys.reload().catch(() => undefined);
    return keys(header, token);
  };
}

/** Fetches without following anybody elsewhere, and reads no more than a key set may be long. */
async function fetchAtMost(url: URL, { method, headers, signal }: RequestInit): Promise<Response> {
  const response = await fetch(url, {
    ...(method === undefined ? {} : { method }),
    ...(headers === undefined ? {} : { headers }),
    ...(signal === undefined ? {} : { signal }),
    redirect: 'manual',
  });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error('the key set of the outside issuer is too large');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status: response.status });
}
