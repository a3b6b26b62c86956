import { ServiceClient } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { askHttp, post } from '../testing/ask-http.ts';
import { askToken, makeClient, tokenOf } from '../testing/service-clients.ts';
import { signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let beside: TestServer;
let admin: { authorization: string };
beforeAll(async () => {
  server = await startTestServer();
  beside = await startTestServer({ beside: server });
  admin = await bearer('admin');
});
beforeEach(async () => {
  await server.db.rows(sql`DELETE FROM brakes`);
});
afterAll(async () => {
  await beside.close();
  await server.close();
});

async function bearer(role: Parameters<typeof signIn>[1]) {
  return { authorization: `Bearer ${(await signIn(server.url, role)).accessToken}` };
}
const base = '/api/v1/service-clients';
const ask = (path: string, request = {}) => askHttp(server.url, `${base}${path}`, request);
const rotate = (id: string, body: object = {}) => ask(`/${id}/rotate`, post(body, admin));
const revoke = (id: string) => ask(`/${id}`, { method: 'DELETE', headers: admin });
const calls = (token: string, url = server.url) =>
  askHttp(url, '/api/v1/calls', { headers: { authorization: `Bearer ${token}` } });
const audited = (event: string) =>
  server.db.rows<{ detail: string; by_id: string | null; address: string }>(
    sql`SELECT detail, by_id, address FROM audit_entries WHERE event = ${event} ORDER BY at, id`,
  );

describe('a token', () => {
  test('is given for the credentials, with all scopes of the client, and opens what they say', async () => {
    const client = await makeClient(server.url, ['read-records', 'ingest-calls']);
    const { status, headers, body } = await askToken(server.url, client);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'read-records ingest-calls',
    });
    expect((await calls(body.access_token)).status).toBe(200);
    const read = await ask(`/${client.id}`, { headers: admin });
    expect(ServiceClient.parse(read.body).lastUsedAt).not.toBeNull();
  });

  test('with fewer scopes opens less', async () => {
    const client = await makeClient(server.url, ['read-records', 'ingest-calls']);
    const { body } = await askToken(server.url, client, { scope: 'ingest-calls' });
    expect(body.scope).toBe('ingest-calls');
    expect((await calls(body.access_token)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  test.each([
    ['a scope that the client does not have', 'read-records write-records'],
    ['a scope that nobody has', 'everything'],
    ['a scope in a list of commas', 'read-records,ingest-calls'],
  ])('is not given for %s', async (_, scope) => {
    const client = await makeClient(server.url, ['read-records', 'ingest-calls']);
    const { status, body } = await askToken(server.url, client, { scope });
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_scope' });
  });

  test('is given for an empty wish as for none (RFC 6749, section 3.1)', async () => {
    const client = await makeClient(server.url, ['read-records']);
    expect((await askToken(server.url, client, { scope: '' })).body.scope).toBe('read-records');
  });

  test('is refused in the same words whether the secret is wrong, the client unknown, odd or revoked', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const revoked = await makeClient(server.url, ['read-records']);
    await revoke(revoked.id);
    const tries = [
      { ...client, secret: 'rds_wrong' },
      { ...client, secret: '' },
      { ...client, secret: `${client.secret} ` },
      { ...client, secret: revoked.secret },
      { id: 'svc_nobody', secret: client.secret },
      { id: 'svc_\0', secret: client.secret },
      { id: client.id.toUpperCase(), secret: client.secret },
      { id: '', secret: client.secret },
      revoked,
    ];
    const answers = [];
    for (const one of tries) {
      const { status, body } = await askToken(server.url, one);
      answers.push({ ...body, status, requestId: null });
    }
    expect(answers[0]).toMatchObject({ status: 401, error: 'invalid_client' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test.each([
    ['no grant', { grant_type: undefined }, 'unsupported_grant_type'],
    ['no id', { client_id: undefined }, 'invalid_request'],
    ['no secret', { client_secret: undefined }, 'invalid_request'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['an id that is a list', { client_id: ['svc_1', 'svc_2'] }, 'invalid_request'],
    ['a secret that is an object', { client_secret: { $ne: null } }, 'invalid_request'],
    ['a field that nobody knows', { username: 'dana' }, 'invalid_request'],
  ])('is not given for %s', async (_, more, error) => {
    const client = await makeClient(server.url, ['read-records']);
    const { status, body } = await askToken(server.url, client, more);
    expect({ status, error: body.error }).toEqual({ status: 400, error });
  });

  test('of a client that was revoked is refused at once, on every node', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const token = await tokenOf(server.url, client);
    expect((await calls(token, beside.url)).status).toBe(200);
    expect((await revoke(client.id)).body).toMatchObject({ id: client.id, revokedAt: expect.any(String) });
    for (const url of [server.url, beside.url]) expect((await calls(token, url)).status).toBe(401);
    const again = await revoke(client.id);
    expect(again.status).toBe(200);
    expect(
      (await audited('service-client.revoked')).filter((e) => e.detail.includes(client.id)),
    ).toHaveLength(1);
    expect((await rotate(client.id)).body).toMatchObject({ status: 409, code: 'STALE' });
  });

  test('loses a scope at once that its client loses', async () => {
    const client = await makeClient(server.url, ['read-records', 'ingest-calls']);
    const token = await tokenOf(server.url, client);
    await server.db.rows(sql`UPDATE service_clients SET scopes = '{ingest-calls}' WHERE id = ${client.id}`);
    for (const url of [server.url, beside.url]) expect((await calls(token, url)).status).toBe(403);
  });
});

describe('the brake', () => {
  test('stops guessing at one client after thirty tries on all nodes, tells the audit once, and lets go after 15 minutes', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const nodes = [server.url, beside.url];
    const statuses: number[] = [];
    for (let i = 0; i < 34; i++)
      statuses.push((await askToken(nodes[i % 2] ?? '', { ...client, secret: `rds_${i}` })).status);
    expect(statuses).toEqual([...Array<number>(30).fill(401), ...Array<number>(4).fill(429)]);
    const stopped = await askToken(server.url, client);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    const entries = (await audited('service-client.refused')).filter((e) => e.detail === client.id);
    expect(entries).toEqual([{ detail: client.id, by_id: null, address: '127.0.0.1' }]);
    await server.time.advance(15 * 60_000);
    admin = await bearer('admin');
    expect((await askToken(server.url, client)).status).toBe(200);
  });

  test('forgives the owner: many wrong tries, one right, and it starts anew', async () => {
    const client = await makeClient(server.url, ['read-records']);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 29; i++) await askToken(server.url, { ...client, secret: 'rds_wrong' });
      expect((await askToken(server.url, client)).status).toBe(200);
    }
  });

  test('lets thirty processes of one client start at once', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const answers = await Promise.all(Array.from({ length: 30 }, () => askToken(server.url, client)));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(30).fill(200));
  });

  test('stops a peer that tries many names, and keeps what it sent out of the audit', async () => {
    const before = (await audited('service-client.refused')).length;
    const statuses = await Promise.all(
      Array.from(
        { length: 120 },
        async (_, i) => (await askToken(server.url, { id: `rds_secret${i}`, secret: 'x' })).status,
      ),
    );
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(100);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20);
    const entries = (await audited('service-client.refused')).slice(before);
    expect(entries.map((entry) => entry.detail)).toEqual(['an unknown client']);
  });
});
