import { Role, Scope, ServiceClientId, SessionId, UserId } from '@ringdesk/shared';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Person } from '../app.ts';
import { readToken } from './read-token.ts';
import { createSigningKeys, type PublishedKey } from './signing-keys.ts';

/** Who signs our tokens. */
export const issuer = 'ringdesk';
const algorithm = 'EdDSA';
/** Life of an access token in seconds. */
export const accessSeconds = 600;
/** How far the clocks of two nodes may be apart. */
export const leewaySeconds = 5;

interface Times {
  readonly iat: number;
  readonly exp: number;
}

/** A kind of access token (RFC 9068), with rules of its own (RFC 8725, section 3.12). */
interface Kind<Claims extends Times = Times> {
  readonly typ: string;
  readonly audience: string;
  readonly claims: z.ZodType<Claims>;
}

/** Whole seconds since the epoch. */
const times = { iat: z.int(), exp: z.int(), nbf: z.int().optional() };

// The audience is our one word: a list is refused, even one with ours in it, since such a token was meant for others too.
const person = {
  typ: 'at+jwt',
  audience: 'ringdesk-desk',
  claims: z.object({ aud: z.literal('ringdesk-desk'), sub: UserId, sid: SessionId, role: Role, ...times }),
} as const satisfies Kind;
const service = {
  typ: 'service+jwt',
  audience: 'ringdesk-api',
  claims: z.object({
    aud: z.literal('ringdesk-api'),
    sub: ServiceClientId,
    scope: z.string(),
    ver: z.int(),
    ...times,
  }),
} as const satisfies Kind;

type Bearer = Pick<Person, 'userId' | 'sessionId' | 'role'>;

interface VerifiedToken extends Bearer {
  readonly expiresAtMs: number;
}

/** A service client as its token names it; whether it still is one, its row decides. */
interface ServiceBearer {
  readonly clientId: ServiceClientId;
  readonly scopes: readonly Scope[];
  /** Of the secret that was shown for it. */
  readonly secretVersion: number;
}

export interface VerifiedService extends ServiceBearer {
  readonly expiresAtMs: number;
}

export interface Tokens {
  sign(person: Bearer, nowMs: number): Promise<string>;
  /** The person, or null for anything that is not a valid access token of a person. */
  verify(token: string, nowMs: number): Promise<VerifiedToken | null>;
  signService(service: ServiceBearer, nowMs: number): Promise<string>;
  /** The service client, or null for anything that is not a valid access token of one. */
  verifyService(token: string, nowMs: number): Promise<VerifiedService | null>;
  /** The public keys that are believed now (RFC 7517). */
  keys(nowMs: number): { readonly keys: readonly PublishedKey[] };
}

/** Access tokens for persons and for service clients, signed with keys that turn by themselves. */
export function createTokens(secret: string): Tokens {
  const keys = createSigningKeys(secret);

  function signed(kind: Kind, claims: { readonly sub: string } & Record<string, unknown>, nowMs: number) {
    const now = Math.floor(nowMs / 1000);
    const { privateKey, published } = keys.current(nowMs);
    return new SignJWT({ iss: issuer, aud: kind.audience, iat: now, exp: now + accessSeconds, ...claims })
      .setProtectedHeader({ alg: algorithm, typ: kind.typ, kid: published.kid })
      .sign(privateKey);
  }

  /** The claims of a token of this kind that is ours, whole and of this time; else null. */
  async function claimsOf<Claims extends Times>(
    kind: Kind<Claims>,
    token: string,
    nowMs: number,
  ): Promise<Claims | null> {
    const read = readToken(token);
    // What the header says only ever picks one of our own keys.
    const key = keys.believed(nowMs).find(({ published }) => published.kid === read?.header.kid);
    if (read === null || key === undefined) return null;
    try {
      const { payload } = await jwtVerify(token, key.publicKey, {
        algorithms: [algorithm],
        typ: kind.typ,
        issuer,
        audience: kind.audience,
        currentDate: new Date(nowMs),
        clockTolerance: leewaySeconds,
        maxTokenAge: accessSeconds,
        requiredClaims: ['exp', 'sub'],
      });
      const claims = kind.claims.parse(payload);
      return claims.exp - claims.iat <= accessSeconds ? claims : null;
    } catch {
      return null;
    }
  }

  return {
    sign: ({ userId, sessionId, role }, nowMs) =>
      signed(person, { sub: userId, sid: sessionId, role }, nowMs),
    async verify(token, nowMs) {
      const claims = await claimsOf(person, token, nowMs);
      if (claims === null) return null;
      const { sub: userId, sid: sessionId, role, exp } = claims;
      return { userId, sessionId, role, expiresAtMs: exp * 1000 };
    },
    signService: ({ clientId, scopes, secretVersion }, nowMs) =>
      signed(service, { sub: clientId, scope: scopes.join(' '), ver: secretVersion }, nowMs),
    async verifyService(token, nowMs) {
      const claims = await claimsOf(service, token, nowMs);
      if (claims === null) return null;
      const { sub: clientId, scope, ver: secretVersion, exp } = claims;
      return { clientId, scopes: scopesIn(scope), secretVersion, expiresAtMs: exp * 1000 };
    },
    keys: (nowMs) => ({ keys: keys.believed(nowMs).map(({ published }) => published) }),
  };
}

function scopesIn(text: string): Scope[] {
  const asked = new Set(text.split(' '));
  return Scope.options.filter((scope) => asked.has(scope));
}
