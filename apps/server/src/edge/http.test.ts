import {
  type CallId,
  type HttpOperationName,
  type Operation,
  operationNames,
  operations,
  policies,
} from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { askHttp, type HttpRequest } from '../testing/ask-http.ts';
import { goodRequests } from '../testing/good-requests.ts';
import { type HandLine, handLine } from '../testing/hand-line.ts';
import { openTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let line: HandLine;
let desk: TestDesk;
let call: CallId;
beforeAll(async () => {
  line = handLine();
  server = await startTestServer({ lines: [line] });
  desk = await openTestDesk(server.url, 'rep', 'Dana');
  call = await line.ring();
  await desk.does('call.claim', { callId: call });
  line.speak(call, ['my', 'water', 'heater', 'is', 'leaking.']);
  await server.idle();
});
afterAll(async () => {
  desk.close();
  await server.close();
});

const ask = (path: string, request?: HttpRequest) => askHttp(server.url, path, request);
const token = () => ({ authorization: `Bearer ${desk.session.accessToken}` });

const names = operationNames.filter((name): name is HttpOperationName => 'http' in operations[name]);
async function requestFor(name: HttpOperationName) {
  // So many in an hour by one peer would be stopped.
  await server.db.rows(sql`DELETE FROM brakes`);
  const requests = goodRequests(server, { call, accessToken: desk.session.accessToken });
  const [path, request] = await requests[name]();
  return [name === 'oauth.token' ? path : `/api/v1${path}`, request] as const;
}

describe('each address', () => {
  test.each(names)('%s answers what the contract says', async (name) => {
    const [path, request] = await requestFor(name);
    const answer = await ask(path, request);
    const { http }: Operation = operations[name];
    expect(answer.status).toBe(http?.status ?? 200);
    expect(operations[name].output.safeParse(answer.body).error).toBeUndefined();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each(names.filter((name) => policies[name] !== 'anyone'))('%s is shut for strangers', async (name) => {
    const [path, request] = await requestFor(name);
    for (const authorization of [
      '',
      'Bearer',
      'Bearer x.y.z',
      'Basic YTpi',
      `Bearer ${desk.session.refreshToken}`,
    ]) {
      const answer = await ask(path, {
        ...request,
        headers: { ...request.headers, authorization },
      });
      expect(answer.body).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    }
  });

  test.each(names)('%s refuses a key that it does not know', async (name) => {
    const [path, request] = await requestFor(name);
    const isQuery = request.method === undefined || request.method === 'DELETE';
    const asked = isQuery ? `${path}${path.includes('?') ? '&' : '?'}surely=unknown` : path;
    const body = isQuery
      ? {}
      : { body: JSON.stringify({ ...JSON.parse(request.body ?? '{}'), surely: 'unknown' }) };
    const answer = await ask(asked, { ...request, ...body });
    expect(answer.body).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(JSON.stringify(answer.body.errors)).toContain('surely');
  });
});

describe('what comes back', () => {
  test('the call, its words and its offers', async () => {
    const read = async (path: string) =>
      (await ask(`/api/v1/calls/${call}${path}`, { headers: token() })).body;
    expect(await read('')).toMatchObject({ id: call, status: 'active', repName: 'Dana', lastSeq: 5 });
    const transcript = await read('/transcript');
    expect(transcript.segments).toMatchObject([
      { text: 'my water heater is leaking. ', speaker: 'caller', final: true },
    ]);
    expect(transcript.frames).toHaveLength(5);
    expect((await read('/offers')).items).toEqual([]);
  });

  test('pages of calls, newest first, each call once, to the end', async () => {
    for (let i = 0; i < 7; i++) await line.ring();
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await ask(`/api/v1/calls?limit=3${cursor}`, { headers: token() });
      seen.push(...body.items.map((one: { id: string }) => one.id));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    const all = (await ask('/api/v1/calls?limit=100', { headers: token() })).body.items;
    expect(seen).toEqual(all.map((one: { id: string }) => one.id));
    expect(new Set(seen).size).toBe(8);
    const queued = all.map((one: { queuedAt: string }) => one.queuedAt);
    expect([...queued].sort((a: string, b: string) => b.localeCompare(a))).toEqual(queued);
  });
});

describe('the id of a request', () => {
  test('is taken when it is given, and made when not or when it is not fit', async () => {
    const idOf = async (given?: string) =>
      (
        await ask('/health/live', { headers: given === undefined ? {} : { 'x-request-id': given } })
      ).headers.get('x-request-id');
    expect(await idOf('abc-123:x.y')).toBe('abc-123:x.y');
    expect(await idOf()).toMatch(/^[0-9a-f-]{36}$/);
    for (const given of ['a b', '<script>', 'x'.repeat(101)])
      expect(await idOf(given)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('beside the operations', () => {
  test('the description lists exactly the addresses of the contract', async () => {
    const { body } = await ask('/api/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const listed = Object.entries<Record<string, { operationId: string }>>(body.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(
          ([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`,
        ),
    );
    const contracted = operationNames.flatMap((name) => {
      const operation = operations[name];
      if (!('http' in operation)) return [];
      const below = 'isAtRoot' in operation.http ? '' : '/api/v1';
      return [`${name} ${operation.http.method} ${below}${operation.http.path.replace(/:(\w+)/g, '{$1}')}`];
    });
    expect(listed.sort()).toEqual(contracted.sort());
    expect((await ask('/docs/static/index.html')).status).toBe(200);
  });

  test('health, keys and headers that a browser needs', async () => {
    expect((await ask('/health/live')).body).toEqual({ status: 'live' });
    expect((await ask('/health/ready')).body).toEqual({ status: 'ready' });
    expect((await ask('/.well-known/jwks.json')).body.keys).toEqual(
      Array.from({ length: 3 }, () =>
        expect.objectContaining({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }),
      ),
    );
    const { headers } = await ask('/health/live');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('only the desktop app may ask from another origin', async () => {
    const allowed = async (origin: string) =>
      (await ask('/api/v1/me', { method: 'OPTIONS', headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowed('app://ringdesk')).toBe('app://ringdesk');
    for (const origin of ['https://evil.example', 'null', 'app://ringdesk.evil'])
      expect(await allowed(origin)).toBeNull();
  });

  test('nothing of all this is a fault of the server', () => {
    expect(server.troubles).toEqual([]);
  });
});
