import { contractVersion } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../edge/clock.ts';
import { createOutsideIssuer } from '../service-clients/outside-issuer.adapter.ts';
import { serviceNow } from '../service-clients/service-now.ts';
import { askHttp, post } from '../testing/ask-http.ts';
import { issuerKey, keySet, type Listener, listen, signedBy } from '../testing/outside-issuer.ts';
import { type Someone, someone } from '../testing/people.ts';
import { makeClient, tokenOf } from '../testing/service-clients.ts';
import { refusedHandshake, until } from '../testing/test-desk.ts';
import { startTestServer, type TestServer, testSecret } from '../testing/test-server.ts';
import { type Authenticate, createAuthenticate } from './authenticate.ts';
import { giveStep } from './step-tokens.ts';
import { createTokens } from './tokens.ts';

const key = issuerKey('theirs');
const issuer = 'https://people.example.com/';
const audience = 'https://desk.example.com';

let server: TestServer;
let published: Listener;
let dana: Someone;
let authenticate: Authenticate;
beforeAll(async () => {
  published = await listen();
  published.answer = (_request, response) => void response.end(keySet([key]));
  const outsideIssuer = { issuer, audience, jwksUrl: `${published.url}/jwks`, scopes: 'calls=read-records' };
  server = await startTestServer({ config: { outsideIssuer } });
  dana = await someone(server, 'Dana', 'rep');
  authenticate = createAuthenticate({
    db: server.db,
    clock: systemClock,
    tokens: createTokens(testSecret),
    serviceNow: (named) => serviceNow(server, named),
    outsider: createOutsideIssuer(outsideIssuer).vouchFor,
  });
});
afterAll(async () => {
  await server.close();
  await published.close();
});

const kinds = ['access', 'service', 'outside', 'refresh', 'enroll', 'challenge'] as const;
type Kind = (typeof kinds)[number];

/** A good token of each kind. */
const make: Readonly<Record<Kind, () => Promise<string>>> = {
  access: async () => dana.session.accessToken,
  service: async () => tokenOf(server.url, await makeClient(server.url, ['read-records'])),
  outside: async () => {
    const now = Math.floor(Date.now() / 1000);
    return signedBy(key, {
      iss: issuer,
      aud: audience,
      sub: 'bot',
      iat: now,
      exp: now + 600,
      scope: 'calls',
    });
  },
  refresh: async () => dana.session.refreshToken ?? '',
  enroll: () => giveStep(server.db, { userId: dana.id, kind: 'enroll', origin: 'sign-in' }),
  challenge: () => giveStep(server.db, { userId: dana.id, kind: 'challenge', origin: 'sign-in' }),
};

const status = async (path: string, token: string, body?: object) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await askHttp(server.url, `/api/v1${path}`, body ? post(body, headers) : { headers })).status;
};
const clientOf = async (token: string) => {
  const asker = await authenticate.anyone(token);
  return asker?.kind === 'service' ? asker.clientId : '';
};

/** Whether a token passes where a token of that kind is expected. */
const passes: Readonly<Record<Kind, (token: string) => Promise<boolean>>> = {
  access: async (token) => (await status('/me', token)) === 200,
  service: async (token) => (await clientOf(token)).startsWith('svc_'),
  outside: async (token) => (await clientOf(token)).startsWith('ext:'),
  refresh: async (token) => (await status('/auth/refresh', '', { refreshToken: token })) === 200,
  enroll: async (token) => (await status('/auth/totp/enroll', token, {})) === 200,
  challenge: async (token) => (await status('/auth/sign-in/verify', token, { code: dana.code() })) === 200,
};

describe('a token is good where one of its kind is expected, and nowhere else:', () => {
  test.each(kinds)('%s', async (kind) => {
    const token = await make[kind]();
    const opened: Kind[] = [];
    for (const door of kinds) if (await passes[door](token)) opened.push(door);
    expect(opened).toEqual([kind]);
  });
});

test.each(kinds.filter((kind) => kind !== 'access'))('a token of the kind %s opens no desk', async (kind) => {
  const asked = published.hits.length;
  const refusal = await refusedHandshake(server.url, {
    token: await make[kind](),
    contract: contractVersion,
  });
  expect(refusal.code).toBe('UNAUTHENTICATED');
  expect(published.hits).toHaveLength(asked);
});

test('a token of an outside issuer opens what its scopes mean here, and nothing of a person', async () => {
  const token = await make.outside();
  expect(await status('/calls', token)).toBe(200);
  for (const path of ['/me', '/users', '/auth/sessions', '/service-clients'])
    expect(await status(path, token)).toBe(403);
});

test('our own tokens are good, and quick, while the outside issuer stalls', async () => {
  const stalled = await listen();
  stalled.answer = () => undefined;
  const outsideIssuer = { issuer, audience, jwksUrl: `${stalled.url}/jwks`, scopes: '' };
  const node = await startTestServer({ beside: server, config: { outsideIssuer } });
  const ask = async (path: string, token: string) =>
    (await askHttp(node.url, `/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
  const began = performance.now();
  const waiting = Promise.all(Array.from({ length: 20 }, async () => ask('/calls', await make.outside())));
  await until('the issuer to be asked', () => stalled.hits.length > 0);
  const asked = performance.now();
  for (let i = 0; i < 10; i++) expect(await ask('/me', dana.session.accessToken)).toBe(200);
  expect(performance.now() - asked).toBeLessThan(1_000);
  expect(await waiting).toEqual(Array<number>(20).fill(401));
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(stalled.hits).toHaveLength(1);
  await node.close();
  await stalled.close();
});
