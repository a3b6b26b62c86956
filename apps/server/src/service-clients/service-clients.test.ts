import { operations, type ServiceClient } from '@ringdesk/shared';
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

describe('an admin', () => {
  test('makes a service client and sees its secret this once; the database keeps a digest only', async () => {
    const made = await ask('', post({ name: 'Night bot', scopes: ['ingest-calls', 'ingest-calls'] }, admin));
    expect(made.status).toBe(201);
    const { secret, ...client } = made.body;
    expect(secret).toMatch(/^rds_[\w-]{43}$/);
    expect(client).toMatchObject({ name: 'Night bot', scopes: ['ingest-calls'], revokedAt: null });
    const read = await ask(`/${client.id}`, { headers: admin });
    expect(read.body).toEqual(client);
    const everything = JSON.stringify(
      await server.db.rows(sql`SELECT to_jsonb(c) AS client, (SELECT jsonb_agg(a) FROM audit_entries a) AS audit
        FROM service_clients c`),
    );
    expect(everything).not.toContain(secret.slice(4));
    expect((await audited('service-client.created')).at(-1)?.detail).toBe(
      `Night bot (${client.id}): ingest-calls`,
    );
  });

  test('lists them newest first, page by page', async () => {
    for (const name of ['One', 'Two', 'Three']) await makeClient(server.url, ['read-records'], name);
    const first = await ask('?limit=2', { headers: admin });
    expect(first.body.items.map((client: ServiceClient) => client.name)).toEqual(['Three', 'Two']);
    const next = await ask(`?limit=2&cursor=${first.body.nextCursor}`, { headers: admin });
    expect(next.body.items[0].name).toBe('One');
    expect(operations['service-clients.list'].output.safeParse(next.body).success).toBe(true);
    expect((await ask('?cursor=svc_%27', { headers: admin })).status).toBe(400);
  });

  test('alone may: a supervisor, a rep and a service client may not', async () => {
    const client = await makeClient(server.url, ['read-records', 'write-records']);
    const askers = [await bearer('supervisor'), await bearer('rep'), await bearer('clinician')];
    askers.push({ authorization: `Bearer ${await tokenOf(server.url, client)}` });
    for (const headers of askers) {
      const tries = [
        ask('', { headers }),
        ask('', post({ name: 'Mine', scopes: ['read-records'] }, headers)),
        ask(`/${client.id}`, { headers }),
        ask(`/${client.id}/rotate`, post({}, headers)),
        ask(`/${client.id}`, { method: 'DELETE', headers }),
      ];
      for (const { status } of await Promise.all(tries)) expect(status).toBe(403);
    }
    expect((await askToken(server.url, client)).status).toBe(200);
  });

  test.each([
    ['a scope that is none', { name: 'Bot', scopes: ['everything'] }],
    ['no scope', { name: 'Bot', scopes: [] }],
    ['a scope that is no list', { name: 'Bot', scopes: 'read-records' }],
    ['no name', { name: '  ', scopes: ['read-records'] }],
    ['an id of its own', { id: 'svc_mine', name: 'Bot', scopes: ['read-records'] }],
    ['a secret of its own', { secret: 'x', name: 'Bot', scopes: ['read-records'] }],
  ])('cannot make one with %s', async (_, body) => {
    expect((await ask('', post(body, admin))).body).toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('hears that there is no such service client', async () => {
    expect((await ask('/svc_nobody', { headers: admin })).status).toBe(404);
    expect((await rotate('svc_nobody')).status).toBe(404);
    expect((await revoke('svc_nobody')).status).toBe(404);
  });
});

describe('another secret', () => {
  test('replaces the old one and its tokens at once', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const token = await tokenOf(server.url, client);
    const rotated = await rotate(client.id);
    expect(rotated.body).toMatchObject({ id: client.id, oldSecretUntil: null });
    expect(rotated.body.secret).not.toBe(client.secret);
    expect((await calls(token)).status).toBe(401);
    expect((await askToken(server.url, client)).status).toBe(401);
    expect((await calls(await tokenOf(server.url, rotated.body))).status).toBe(200);
  });

  test('may overlap with the old one, whose tokens end with it', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const early = await tokenOf(server.url, client);
    const rotated = await rotate(client.id, { keepOldMinutes: 30 });
    expect(rotated.body.oldSecretUntil).not.toBeNull();
    const late = await tokenOf(server.url, client);
    const fresh = await tokenOf(server.url, rotated.body);
    for (const token of [early, late, fresh]) expect((await calls(token)).status).toBe(200);
    await server.time.advance(31 * 60_000);
    admin = await bearer('admin');
    expect((await askToken(server.url, client)).status).toBe(401);
    expect((await calls(early)).status).toBe(401);
    expect((await calls(late)).status).toBe(401);
    expect((await calls(fresh)).status).toBe(200);
    expect((await ask(`/${client.id}`, { headers: admin })).body.oldSecretUntil).toBeNull();
  });

  test('made twice leaves the one in between as the old one', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const second = (await rotate(client.id, { keepOldMinutes: 30 })).body;
    const third = (await rotate(client.id, { keepOldMinutes: 30 })).body;
    expect((await askToken(server.url, client)).status).toBe(401);
    for (const one of [second, third]) expect((await askToken(server.url, one)).status).toBe(200);
  });

  test('twenty times at once leaves one that counts, and as many entries in the audit', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const nodes = [server.url, beside.url];
    const rotated = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        askHttp(nodes[i % 2] ?? '', `${base}/${client.id}/rotate`, post({}, admin)),
      ),
    );
    let working = 0;
    for (const { body } of rotated) {
      await server.db.rows(sql`DELETE FROM brakes`);
      if ((await askToken(server.url, body)).status === 200) working += 1;
    }
    expect(working).toBe(1);
    const entries = (await audited('service-client.rotated')).filter((e) => e.detail.includes(client.id));
    expect(entries).toHaveLength(20);
  });
});
