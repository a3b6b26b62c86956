import { ServiceClientId, SessionId, UserId } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { type Forgery, forgeries, signedByUs } from '../testing/forged-tokens.ts';
import { accessSeconds, createTokens, leewaySeconds } from './tokens.ts';

const secret = 'a secret that is long enough for tests';
const tokens = createTokens(secret);
const nowMs = Date.UTC(2026, 0, 5, 9);
const now = nowMs / 1000;
const dana = { userId: UserId.parse('usr_dana'), sessionId: SessionId.parse('ses_1'), role: 'rep' } as const;
const bot = {
  clientId: ServiceClientId.parse('svc_bot'),
  scopes: ['ingest-calls', 'read-records'],
  secretVersion: 3,
} as const;

const good = await tokens.sign(dana, nowMs);
const forged: readonly Forgery[] = forgeries({ good, secret, nowMs, canary: 'http://127.0.0.1:9' });
/** The rows of a database refuse these. */
const leftToRows = ['about somebody who does not exist', 'with a session that never was'];

describe('access tokens of persons', () => {
  test('name the person, the session and the role for ten minutes', async () => {
    const expiresAtMs = nowMs + accessSeconds * 1000;
    const lastMs = expiresAtMs + leewaySeconds * 1000;
    expect(await tokens.verify(good, nowMs)).toEqual({ ...dana, expiresAtMs });
    expect(await tokens.verify(good, lastMs - 1)).not.toBeNull();
    expect(await tokens.verify(good, lastMs)).toBeNull();
  });

  test('of a node whose clock is a little ahead are good', async () => {
    expect(await tokens.verify(good, nowMs - leewaySeconds * 1000)).not.toBeNull();
    expect(await tokens.verify(good, nowMs - leewaySeconds * 1000 - 1)).toBeNull();
  });

  test('signed with our own key and nothing changed are believed', async () => {
    expect(await tokens.verify(signedByUs({ good, secret, nowMs }, {}, {}), nowMs)).not.toBeNull();
  });

  test('can be forged in many different ways', () => {
    expect(new Set(forged.map(([what]) => what)).size).toBe(forged.length);
    expect(new Set(forged.map(([, token]) => token)).size).toBe(forged.length);
    expect(forged.length).toBeGreaterThan(24);
  });

  test.each(forged.filter(([what]) => !leftToRows.includes(what)))(
    '%s: refused, in no time',
    async (_, token) => {
      const times: number[] = [];
      for (let i = 0; i < 3; i++) {
        const began = performance.now();
        expect(await tokens.verify(token, nowMs)).toBeNull();
        times.push(performance.now() - began);
      }
      expect(Math.min(...times)).toBeLessThan(50);
      expect(await tokens.verifyService(token, nowMs)).toBeNull();
    },
  );

  test('with a scope are still persons: the scope is nothing to them', async () => {
    const wider = signedByUs({ good, secret, nowMs }, {}, { scope: 'ingest-calls' });
    expect(await tokens.verify(wider, nowMs)).toEqual(await tokens.verify(good, nowMs));
    expect(await tokens.verifyService(wider, nowMs)).toBeNull();
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
    expect(elsewhere.keys(nowMs).keys[1]?.x).not.toBe(tokens.keys(nowMs).keys[1]?.x);
  });

  test('the published keys have no private part', () => {
    for (const key of tokens.keys(nowMs).keys)
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });
});

describe('access tokens of service clients', () => {
  test('name the client, its scopes and its secret for ten minutes, and are no person', async () => {
    const token = await tokens.signService(bot, nowMs);
    const expiresAtMs = nowMs + accessSeconds * 1000;
    expect(await tokens.verifyService(token, nowMs)).toEqual({ ...bot, expiresAtMs });
    expect(await tokens.verifyService(token, expiresAtMs + leewaySeconds * 1000)).toBeNull();
    expect(await tokens.verify(token, nowMs)).toBeNull();
  });

  const wrong: readonly (readonly [string, object, object])[] = [
    ['for desks', {}, { aud: 'ringdesk-desk' }],
    ['for both in a list', {}, { aud: ['ringdesk-api', 'ringdesk-desk'] }],
    ['of the kind of a person', { typ: 'at+jwt' }, {}],
    ['about a person', {}, { sub: 'usr_dana' }],
    ['without a version of its secret', {}, { ver: undefined }],
    ['with scopes in a list', {}, { scope: ['ingest-calls'] }],
    ['with an end in words', {}, { exp: 'tomorrow' }],
    ['that lives longer than ten minutes', {}, { exp: now + 86_400 }],
  ];
  test.each(wrong)('signed with our own key but %s: refused', async (_, head, body) => {
    const token = await tokens.signService(bot, nowMs);
    const changed = signedByUs({ good: token, secret, nowMs }, { ...head }, { ...body });
    expect(await tokens.verifyService(changed, nowMs)).toBeNull();
    expect(await tokens.verify(changed, nowMs)).toBeNull();
  });

  test('with scopes that nobody knows have those that are known', async () => {
    const token = await tokens.signService(bot, nowMs);
    const odd = signedByUs({ good: token, secret, nowMs }, {}, { scope: 'everything read-records ingest' });
    expect(await tokens.verifyService(odd, nowMs)).toMatchObject({ scopes: ['read-records'] });
  });
});
