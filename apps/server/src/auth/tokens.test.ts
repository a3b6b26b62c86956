import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { SessionId, UserId } from '@ringdesk/shared';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessSeconds, createTokens } from './tokens.ts';

const tokens = createTokens('a secret that is long enough for tests');
const nowMs = Date.UTC(2026, 0, 5, 9);
const now = nowMs / 1000;
const dana = { userId: UserId.parse('usr_dana'), sessionId: SessionId.parse('ses_1'), role: 'rep' } as const;
const stranger = generateKeyPairSync('ed25519');

let good: string;
let header: Record<string, unknown>;
let claims: Record<string, unknown>;
let publicKey: KeyObject;
let publicJwk: Record<string, unknown>;
beforeAll(async () => {
  good = await tokens.sign(dana, nowMs);
  [header, claims] = good.split('.').slice(0, 2).map(decode) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  publicJwk = { ...tokens.keys(nowMs).keys[1] };
  publicKey = createPublicKey({ key: publicJwk, format: 'jwk' });
});

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}
function encode(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}

/** A token by somebody else's hand: other header or claims, another key. */
function forge(head: object, body: object, key: KeyObject = stranger.privateKey): string {
  const text = `${encode({ ...header, ...head })}.${encode({ ...claims, ...body })}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
function unsigned(head: object, signature = ''): string {
  return `${encode({ ...header, ...head })}.${encode(claims)}.${signature}`;
}
function hmac(head: object, key: string | Buffer): string {
  const text = `${encode({ ...header, ...head })}.${encode(claims)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

const raw = () => Buffer.from(String(publicJwk['x']), 'base64url');
const pem = () => publicKey.export({ format: 'pem', type: 'spki' });
const forged: readonly (readonly [string, () => string])[] = [
  ['nothing', () => ''],
  ['no token at all', () => 'dana'],
  ['three empty parts', () => '..'],
  ['without a signature', () => good.split('.').slice(0, 2).join('.')],
  ['an empty signature', () => `${good.split('.').slice(0, 2).join('.')}.`],
  ['alg none', () => unsigned({ alg: 'none' })],
  ['alg None', () => unsigned({ alg: 'None' })],
  ['alg NONE', () => unsigned({ alg: 'NONE' }, 'x')],
  ['alg nOnE with our signature', () => unsigned({ alg: 'nOnE' }, good.split('.')[2])],
  ['our claims under a stranger’s key', () => forge({}, {})],
  ['a stranger’s key brought along', () => forge({ jwk: stranger.publicKey.export({ format: 'jwk' }) }, {})],
  ['a stranger’s key at an address', () => forge({ jku: 'http://127.0.0.1:9/keys', kid: 'x' }, {})],
  ['an unknown key id and an empty key', () => hmac({ alg: 'HS256', kid: 'nobody' }, '')],
  ['our public key as a shared secret', () => hmac({ alg: 'HS256' }, raw())],
  ['our public key in PEM as a shared secret', () => hmac({ alg: 'HS256' }, pem())],
  ['our public key in PEM after a line break', () => hmac({ alg: 'HS256' }, `\n${String(pem())}`)],
  [
    'one character of the claims changed',
    () => good.replace(/\.(.{20})(.)/, (_, a: string, b: string) => `.${a}${b === 'A' ? 'B' : 'A'}`),
  ],
  [
    'the role changed',
    () => `${good.split('.')[0]}.${encode({ ...claims, role: 'admin' })}.${good.split('.')[2]}`,
  ],
  ['data after the token', () => `${good}.${good}`],
  ['the JSON form', () => JSON.stringify({ payload: encode(claims), signatures: [] })],
  ['a very long one', () => `${good}${'a'.repeat(100_000)}`],
];

describe('access tokens', () => {
  test('name the person, the session and the role for ten minutes', async () => {
    const expiresAtMs = nowMs + accessSeconds * 1000;
    expect(await tokens.verify(good, nowMs)).toEqual({ ...dana, expiresAtMs });
    expect(await tokens.verify(good, expiresAtMs - 1)).not.toBeNull();
    expect(await tokens.verify(good, expiresAtMs)).toBeNull();
  });

  test.each(forged)('%s: refused', async (_, token) => {
    expect(await tokens.verify(token(), nowMs)).toBeNull();
  });

  const wrong: readonly (readonly [string, object, object])[] = [
    ['for another audience', {}, { aud: 'elsewhere' }],
    ['by another issuer', {}, { iss: 'elsewhere' }],
    ['without an end', {}, { exp: undefined }],
    ['with an end in words', {}, { exp: 'tomorrow' }],
    ['with an end beyond all numbers', {}, { exp: 1e308 * 10 }],
    ['that begins later', {}, { nbf: now + 60 }],
    ['without a time of issue', {}, { iat: undefined }],
    ['without a person', {}, { sub: undefined }],
    ['for a call instead of a person', {}, { sub: 'call_1' }],
    ['without a session', {}, { sid: undefined }],
    ['with a role that is none', {}, { role: 'king' }],
    ['with a role in a list', {}, { role: ['rep'] }],
    ['of another kind', { typ: 'JWT' }, {}],
    ['with a demand nobody knows', { crit: ['x'], x: 1 }, {}],
  ];
  test.each(wrong)('signed with our own key but %s: refused', async (_, head, body) => {
    expect(await tokens.verify(signedByUs({}, {}), nowMs)).not.toBeNull();
    expect(await tokens.verify(signedByUs(head, body), nowMs)).toBeNull();
  });

  test('of two people, verified in turn a thousand times, never mix', async () => {
    const lee = { ...dana, userId: UserId.parse('usr_lee') };
    const other = await tokens.sign(lee, nowMs);
    const seen = await Promise.all(
      Array.from(
        { length: 1_000 },
        async (_, i) => (await tokens.verify(i % 2 === 0 ? good : other, nowMs))?.userId,
      ),
    );
    expect(seen).toEqual(Array.from({ length: 1_000 }, (_, i) => (i % 2 === 0 ? 'usr_dana' : 'usr_lee')));
  });

  test('of another installation are refused, and its public keys are others', async () => {
    const elsewhere = createTokens('another secret that is long enough for tests');
    expect(await tokens.verify(await elsewhere.sign(dana, nowMs), nowMs)).toBeNull();
    expect(elsewhere.keys(nowMs).keys[1]?.x).not.toBe(publicJwk['x']);
  });

  test('the published key has no private part', async () => {
    expect(Object.keys(publicJwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });
});

/** A token with our own key; the key is derived as the server does it. */
function signedByUs(head: object, body: object): string {
  const seed = Buffer.from(
    hkdfSync('sha256', 'a secret that is long enough for tests', 'ringdesk', 'access-token-signing', 32),
  );
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return forge(head, body, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}
