import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../database/sql.ts';
import { post } from '../../testing/ask-http.ts';
import { someone } from '../../testing/people.ts';
import { askToken, makeClient, tokenOf } from '../../testing/service-clients.ts';
import { signIn } from '../../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { routes } from './routes.ts';
import { type Ask, asking, askingAs, employee, newJob } from './testing/asking.ts';

let server: TestServer;
let ask: Ask;
beforeAll(async () => {
  server = await startTestServer();
  ask = await askingAs(server, ['read-records', 'write-records']);
});
beforeEach(async () => {
  await server.db.rows(sql`DELETE FROM brakes`);
});
afterAll(async () => {
  expect(server.troubles).toEqual([]);
  await server.close();
});

const strangers = {
  message: expect.any(String),
  error: { message: expect.any(String), code: 'UNAUTHENTICATED' },
};

describe('a program', () => {
  test('opens the door with its secret alone, and it is noted that it was here', async () => {
    const client = await makeClient(server.url, ['read-records']);
    expect((await asking(server.url, `Token ${client.secret}`)('GET', '/customers')).status).toBe(200);
    expect((await asking(server.url, `token  ${client.secret}`)('GET', '/customers')).status).toBe(200);
    const [row] = await server.db.rows<{ last_used_at: Date | null }>(
      sql`SELECT last_used_at FROM service_clients WHERE id = ${client.id}`,
    );
    expect(row?.last_used_at).not.toBeNull();
  });

  test('opens it with a token as well, and so does a rep', async () => {
    const client = await makeClient(server.url, ['read-records']);
    const { body } = await askToken(server.url, client);
    expect((await asking(server.url, `Bearer ${body.access_token}`)('GET', '/jobs')).status).toBe(200);
    const { accessToken } = await signIn(server.url, 'rep', 'Dana');
    expect((await asking(server.url, `Bearer ${accessToken}`)('GET', '/jobs')).status).toBe(200);
  });

  test('whose secret was replaced opens it with the old one while that counts, and not after', async () => {
    const admin = await someone(server, 'Ada', 'admin');
    const client = await makeClient(server.url, ['read-records']);
    const rotated = await admin.ask(`/service-clients/${client.id}/rotate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ keepOldMinutes: 10 }),
    });
    const old = asking(server.url, `Token ${client.secret}`);
    const fresh = asking(server.url, `Token ${rotated.body.secret}`);
    expect([(await old('GET', '/jobs')).status, (await fresh('GET', '/jobs')).status]).toEqual([200, 200]);
    await server.time.advance(11 * 60_000);
    expect([(await old('GET', '/jobs')).status, (await fresh('GET', '/jobs')).status]).toEqual([401, 200]);
  });

  test('that was ended stays outside, with its secret and with a token from before', async () => {
    const admin = await someone(server, 'Ada', 'admin');
    const client = await makeClient(server.url, ['read-records']);
    const token = asking(server.url, `Bearer ${await tokenOf(server.url, client)}`);
    expect((await token('GET', '/jobs')).status).toBe(200);
    await admin.ask(`/service-clients/${client.id}`, { method: 'DELETE' });
    expect((await asking(server.url, `Token ${client.secret}`)('GET', '/jobs')).status).toBe(401);
    expect((await token('GET', '/jobs')).status).toBe(401);
  });

  test('that is a desk, and locked, sees nothing here', async () => {
    const rosa = await someone(server, 'Rosa', 'rep');
    const desk = asking(server.url, `Bearer ${rosa.session.accessToken}`);
    expect((await desk('GET', '/jobs')).status).toBe(200);
    await rosa.ask('/auth/lock', post({}));
    for (const method of ['GET', 'POST'])
      expect((await desk(method, '/customers', method === 'GET' ? undefined : {})).status).toBe(423);
  });

  test.each([
    ['nothing', ''],
    ['a secret of nobody', 'Token rds_nobody'],
    ['the digest of a secret', 'Token AAAA'],
    ['a secret without its scheme', 'rds_nobody'],
    ['a secret as a bearer', 'Bearer rds_nobody'],
    ['a secret as a password', `Basic ${Buffer.from('svc_x:rds_nobody').toString('base64')}`],
    ['two secrets', 'Token a b'],
    ['a secret of ten thousand letters', `Token ${'x'.repeat(10_000)}`],
  ])('that shows %s stays outside, in their words', async (_, authorization) => {
    const answer = await asking(server.url, authorization)('GET', '/customers');
    expect([answer.status, answer.body]).toEqual([401, strangers]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('that guesses is stopped, and its neighbour goes on', async () => {
    const guess = asking(server.url, 'Token rds_guess');
    const answers: number[] = [];
    for (let tries = 0; tries < 101; tries++) answers.push((await guess('GET', '/jobs')).status);
    expect(new Set(answers.slice(0, 100))).toEqual(new Set([401]));
    const stopped = await guess('GET', '/jobs');
    expect([answers[100], stopped.status]).toEqual([429, 429]);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('GET', '/jobs')).status).toBe(200);
    const entries = await server.db.rows<{ detail: string }>(
      sql`SELECT detail FROM audit_entries WHERE event = 'service-client.refused'`,
    );
    expect(entries.filter(({ detail }) => detail === 'an unknown secret')).not.toHaveLength(0);
    expect(JSON.stringify(entries)).not.toContain('rds_guess');
  });
});

describe('what a program may ask', () => {
  const scopes = {
    nothing: ['request-assistance'],
    reading: ['read-records'],
    writing: ['write-records'],
  } as const;
  const fill = (path: string) =>
    path.replace(/:(\w+)/g, (_, part: string) => `${part.slice(0, 3).replace('add', 'adr')}_1`);

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'of %s is told by its scopes',
    async (_, { method, path }) => {
      const isRead = method === 'GET';
      const body = method === 'POST' || method === 'PUT' ? {} : undefined;
      const status = async (scope: keyof typeof scopes) =>
        (await (await askingAs(server, scopes[scope]))(method, fill(path), body)).status;
      expect(await status('nothing')).toBe(403);
      expect((await status('reading')) === 403).toBe(!isRead);
      expect((await status('writing')) === 403).toBe(isRead);
    },
  );

  test('a program that only writes sees what it wrote, and cannot look around', async () => {
    const write = await askingAs(server, ['write-records']);
    const { job } = await newJob(write, { notes: 'Ring twice' });
    expect(job).toMatchObject({ customer: { first_name: 'Maria' }, notes: [{ content: 'Ring twice' }] });
    expect((await write('POST', `/jobs/${job.id}/tags`, { tag_id: 'urgent' })).status).toBe(201);
    expect((await write('GET', `/jobs/${job.id}`)).body).toEqual({
      error: { message: expect.any(String), code: 'FORBIDDEN' },
    });
  });

  test('the addresses of colleagues are for programs and admins', async () => {
    await someone(server, 'Robin', 'rep');
    const emails = async (authorization: Ask) =>
      (await authorization('GET', '/employees?page_size=200')).body.employees.map(
        (one: { email: string }) => one.email,
      );
    const rep = await someone(server, 'Dana', 'rep');
    const admin = await someone(server, 'Ada', 'admin');
    const bearer = (who: typeof rep) => asking(server.url, `Bearer ${who.session.accessToken}`);
    expect(new Set(await emails(bearer(rep)))).toEqual(new Set(['']));
    for (const who of [bearer(admin), ask])
      expect((await emails(who)).some((it: string) => it.includes('@'))).toBe(true);
  });
});

test('somebody who left is given no job, and keeps those that they had', async () => {
  const robin = await employee(server, 'Robin Vale');
  const { job } = await newJob(ask, { assigned_employee_ids: [robin] });
  await server.db.rows(sql`UPDATE users SET disabled_at = desk_now() WHERE id = ${robin}`);
  expect((await ask('GET', `/jobs/${job.id}`)).body.assigned_employees).toMatchObject([
    { id: robin, last_name: 'Vale' },
  ]);
  const given = await ask('POST', '/jobs', {
    customer_id: job.customer.id,
    address_id: job.address.id,
    assigned_employee_ids: [robin],
  });
  expect([given.status, given.body.error.message]).toEqual([
    400,
    expect.stringContaining('assigned_employee_ids.0: '),
  ]);
  expect(
    (await ask('GET', '/employees?page_size=200')).body.employees.map((it: { id: string }) => it.id),
  ).not.toContain(robin);
});
