import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type IssuerKey,
  issuerKey,
  keySet,
  type Listener,
  listen,
  signedBy,
} from '../testing/outside-issuer.ts';
import { until } from '../testing/test-desk.ts';
import { createOutsideIssuer } from './outside-issuer.adapter.ts';

const issuer = 'https://people.example.com/';
const audience = 'https://desk.example.com';
const nowMs = Date.UTC(2026, 0, 5, 9);
const now = nowMs / 1000;
const first = issuerKey('first');

let keys: IssuerKey[];
let published: Listener;
let canary: Listener;
beforeEach(async () => {
  keys = [first];
  published = await listen();
  canary = await listen();
  published.answer = (_request, response) => void response.end(keySet(keys));
  canary.answer = (_request, response) => void response.end(keySet(keys));
});
afterEach(async () => {
  vi.useRealTimers();
  await published.close();
  await canary.close();
});

const claims = (more: object = {}) => ({
  iss: issuer,
  aud: audience,
  sub: 'bot@clients',
  iat: now,
  exp: now + 3600,
  scope: 'openid calls:read',
  ...more,
});
const token = (more: object = {}, header: object = {}, key = first) =>
  signedBy(key, claims(more), { ...header });
const outside = (settings: object = {}) =>
  createOutsideIssuer({
    issuer,
    audience,
    jwksUrl: `${published.url}/jwks.json`,
    scopes: 'calls:read=read-records,calls:write=ingest-calls',
    ...settings,
  });

describe('an outside issuer', () => {
  test('vouches for a program, whose scopes mean what the configuration says', async () => {
    expect(await outside().vouchFor(token(), nowMs)).toEqual({
      kind: 'service',
      clientId: 'ext:bot@clients',
      scopes: ['read-records'],
      expiresAtMs: (now + 3600) * 1000,
    });
    const permissions = { scope: undefined, permissions: ['calls:write', 'calls:read', 'admin'] };
    expect((await outside().vouchFor(token(permissions), nowMs))?.scopes).toEqual([
      'ingest-calls',
      'read-records',
    ]);
    expect((await outside().vouchFor(token({ scope: 'read-records' }), nowMs))?.scopes).toEqual([]);
  });

  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('may sign with %s', async (alg) => {
    const key = issuerKey('another', alg);
    keys = [first, key];
    expect(await outside().vouchFor(token({}, {}, key), nowMs)).not.toBeNull();
  });

  test.each([undefined, 'JWT', 'at+jwt', 'application/at+jwt'])('may call its tokens %s', async (typ) => {
    expect(await outside().vouchFor(token({}, { typ }), nowMs)).not.toBeNull();
  });

  test('is asked for its keys once, however many come at once', async () => {
    const one = outside();
    const answers = await Promise.all(Array.from({ length: 50 }, () => one.vouchFor(token(), nowMs)));
    expect(answers.every((answer) => answer !== null)).toBe(true);
    expect(published.hits).toEqual(['/jwks.json']);
  });

  test('names that differ stay different, and plain', async () => {
    const named = async (sub: string) => (await outside().vouchFor(token({ sub }), nowMs))?.clientId ?? '';
    const names = await Promise.all(
      ['a\nb', 'a b', 'a_b', `${'x'.repeat(90)}1`, `${'x'.repeat(90)}2`].map(named),
    );
    expect(new Set(names).size).toBe(5);
    for (const name of names) expect(name).toMatch(/^ext:[\w.@|~-]{1,100}$/);
  });
});

const wrong: readonly (readonly [string, object, object])[] = [
  ['by another issuer', { iss: 'https://people.example.com' }, {}],
  ['by a list of issuers', { iss: [issuer] }, {}],
  ['for somebody else', { aud: 'https://other.example.com' }, {}],
  ['for us in a list', { aud: [audience] }, {}],
  ['for us and somebody else', { aud: [audience, 'https://other.example.com'] }, {}],
  ['for nobody', { aud: undefined }, {}],
  ['about nobody', { sub: undefined }, {}],
  ['about a list', { sub: ['bot'] }, {}],
  ['about an endless name', { sub: 'x'.repeat(300) }, {}],
  ['that is over', { exp: now - 6 }, {}],
  ['without an end', { exp: undefined }, {}],
  ['with an end beyond all numbers', { exp: 1e308 }, {}],
  ['with an end in words', { exp: String(now + 60) }, {}],
  ['that begins later', { nbf: now + 60 }, {}],
  ['that was made in the future', { iat: now + 60 }, {}],
  ['with permissions that are no list', { permissions: 'calls:read' }, {}],
  [
    'of the kind of our own persons, by our name',
    { iss: 'ringdesk', aud: 'ringdesk-desk' },
    { typ: 'at+jwt' },
  ],
  ['of the kind of our own programs', {}, { typ: 'service+jwt' }],
  ['that says who somebody is', {}, { typ: 'logout+jwt' }],
  ['with a demand', {}, { crit: ['x'], x: 1 }],
  ['with a payload that is not encoded', {}, { b64: false, crit: ['b64'] }],
  ['under a key that is not published', {}, { kid: 'nobody' }],
  ['with another algorithm than its key is for', {}, { alg: 'PS256' }],
  ['with an algorithm that is too new', {}, { alg: 'RS512' }],
];

describe('what an outside issuer does not vouch for', () => {
  test.each(wrong)('a token %s', async (_, more, header) => {
    expect(await outside().vouchFor(token(more, header), nowMs)).toBeNull();
  });

  test('a token with the public key as a shared secret', async () => {
    const pem = String(first.publicKey.export({ format: 'pem', type: 'spki' }));
    for (const secret of [
      pem,
      `\n${pem}`,
      first.publicKey.export({ format: 'der', type: 'spki' }),
      keySet(keys),
      '',
    ])
      for (const alg of ['HS256', 'HS384', 'HS512', 'none']) {
        const text = token({}, { alg }).split('.').slice(0, 2).join('.');
        const digest = createHmac('sha256', secret).update(text).digest('base64url');
        expect(await outside().vouchFor(`${text}.${digest}`, nowMs)).toBeNull();
      }
  });

  test('a token of a stranger, also one that brings its key or says where it is', async () => {
    const stranger = issuerKey('first');
    const jwk = { ...stranger.publicKey.export({ format: 'jwk' }), kid: 'first', alg: 'RS256' };
    const at = { jku: `${canary.url}/jku`, x5u: `${canary.url}/x5u` };
    for (const header of [{}, { jwk }, at, { ...at, jwk }, { ...at, kid: 'theirs' }, { jwk, kid: undefined }])
      expect(await outside().vouchFor(token({}, header, stranger), nowMs)).toBeNull();
    expect(canary.hits).toEqual([]);
  });

  test('a token whose key the issuer publishes as a shared secret', async () => {
    const k = Buffer.alloc(32, 7);
    const oct = { kty: 'oct', kid: 'shared', k: k.toString('base64url'), alg: 'HS256' };
    published.answer = (_request, response) => void response.end(JSON.stringify({ keys: [oct] }));
    const text = token({}, { alg: 'HS256', kid: 'shared' }).split('.').slice(0, 2).join('.');
    const digest = createHmac('sha256', k).update(text).digest('base64url');
    expect(await outside().vouchFor(`${text}.${digest}`, nowMs)).toBeNull();
  });
});

describe('keys of an outside issuer', () => {
  test('that turn are picked up, looking no more often than each half minute', async () => {
    const one = outside();
    const second = issuerKey('second');
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
    keys = [first, second];
    for (let i = 0; i < 10; i++) expect(await one.vouchFor(token({}, {}, second), nowMs)).toBeNull();
    expect(published.hits).toHaveLength(1);
    vi.setSystemTime(Date.now() + 31_000);
    expect(await one.vouchFor(token({}, {}, second), nowMs)).not.toBeNull();
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
    expect(published.hits).toHaveLength(2);
  });

  test('that the issuer takes back are believed for ten minutes, without anybody waiting for the look', async () => {
    const one = outside();
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
    keys = [issuerKey('second')];
    vi.setSystemTime(Date.now() + 9 * 60_000);
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
    vi.setSystemTime(Date.now() + 2 * 60_000);
    await until('the key to be gone', async () => (await one.vouchFor(token(), nowMs)) === null);
    expect(published.hits).toHaveLength(2);
  });

  test('that cannot be looked at for an hour are believed no more', async () => {
    const one = outside();
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
    published.answer = (_request, response) => void response.writeHead(503).end();
    vi.setSystemTime(Date.now() + 59 * 60_000);
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
    vi.setSystemTime(Date.now() + 2 * 60_000);
    expect(await one.vouchFor(token(), nowMs)).toBeNull();
    published.answer = (_request, response) => void response.end(keySet(keys));
    vi.setSystemTime(Date.now() + 11_000);
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
  });

  test('are never looked for where a redirect leads', async () => {
    published.answer = (_request, response) =>
      void response.writeHead(302, { location: `${canary.url}/jwks.json` }).end();
    expect(await outside().vouchFor(token(), nowMs)).toBeNull();
    expect(published.hits).toHaveLength(1);
    expect(canary.hits).toEqual([]);
  });

  test('in a set without end are not read to the end', async () => {
    let sent = 0;
    published.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"keys":[');
      const chunk = ' '.repeat(64 * 1024);
      const more = () => {
        while (sent < 64 * 1024 * 1024 && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', more);
      more();
    };
    const began = performance.now();
    expect(await outside().vouchFor(token(), nowMs)).toBeNull();
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  test.each([
    ['no JSON', 'keys'],
    ['no keys', '{}'],
    ['keys that are none', '{"keys":[1,"x",{"kty":"RSA"}]}'],
    ['a list', '[]'],
    ['a failure', null],
  ])('in an answer with %s are none', async (_, body) => {
    published.answer = (_request, response) =>
      void response.writeHead(body === null ? 500 : 200).end(body ?? keySet(keys));
    expect(await outside().vouchFor(token(), nowMs)).toBeNull();
  });

  test('of an issuer that stalls cost one wait of less than five seconds, and then no time', async () => {
    published.answer = () => undefined;
    const one = outside();
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => one.vouchFor(token(), nowMs)));
    expect(answers.every((answer) => answer === null)).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
    const again = performance.now();
    for (let i = 0; i < 20; i++) expect(await one.vouchFor(token(), nowMs)).toBeNull();
    expect(performance.now() - again).toBeLessThan(500);
    expect(published.hits).toHaveLength(1);
  });

  test('that are known are good while the issuer is away', async () => {
    const one = outside();
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
    await published.close();
    expect(await one.vouchFor(token(), nowMs)).not.toBeNull();
    expect(await one.vouchFor(token({}, {}, issuerKey('unknown')), nowMs)).toBeNull();
  });
});
