import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../database/sql.ts';
import { someone } from '../../testing/people.ts';
import { askToken, makeClient } from '../../testing/service-clients.ts';
import { signIn } from '../../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { routes } from './routes.ts';
import { type Ask, asking, askingAs, employee, newCustomer, newJob } from './testing/asking.ts';

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

  test('that was ended stays outside', async () => {
    const admin = await someone(server, 'Ada', 'admin');
    const client = await makeClient(server.url, ['read-records']);
    await admin.ask(`/service-clients/${client.id}`, { method: 'DELETE' });
    expect((await asking(server.url, `Token ${client.secret}`)('GET', '/jobs')).status).toBe(401);
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

describe('a refusal', () => {
  test('names each field in their words', async () => {
    const customer = await ask('POST', '/customers', {
      email: 'nobody',
      mobile_number: '12',
      addresses: [{ street: '' }],
    });
    expect([customer.status, customer.body.error.message]).toEqual([
      400,
      expect.stringMatching(/email: .*addresses\.0\.street: /),
    ]);
    const number = await ask('POST', '/customers', { first_name: 'Maria', work_number: '12345' });
    expect(number.body.error.message).toMatch(/^work_number: /);
    const job = await ask('POST', '/jobs', { customer_id: 7, schedule: { arrival_window: 'x' } });
    expect(job.body.error.message).toMatch(/customer_id: .*address_id: .*schedule\.arrival_window: /);
  });

  test('of somebody without a name or number says what is missing', async () => {
    expect((await ask('POST', '/customers', { notes: 'x' })).body.error).toEqual({
      message: expect.stringContaining('last_name: say at least one of'),
      code: 'INPUT_INVALID',
    });
  });

  test('of a line names its fields beside the message', async () => {
    const { job } = await newJob(ask);
    const one = await ask('POST', `/jobs/${job.id}/line_items`, {
      name: '',
      unit_price: 1.5,
      quantity: 0.001,
    });
    expect([one.status, one.body]).toEqual([
      400,
      {
        message: expect.stringContaining('unit_price: '),
        unit_price: expect.any(String),
        quantity: expect.any(String),
      },
    ]);
    const nameless = await ask('POST', `/jobs/${job.id}/line_items`, { name: ' ' });
    expect(nameless.body).toEqual({ message: expect.any(String), name: expect.any(String) });
    const bulk = await ask('PUT', `/jobs/${job.id}/line_items/bulk_update`, {
      line_items: [{ id: 'li_9', name: 'x' }],
    });
    expect(bulk.body).toMatchObject({ 'line_items.0.id': 'this job has no such line' });
    const form = await ask('POST', '/jobs', {
      customer_id: 'cus_1',
      address_id: 'adr_1',
      line_items: [{ name: 'x', pricing_form: {} }],
    });
    expect(form.body.error.message).toContain('there are no price forms here');
  });

  test.each([
    ['GET', '/customers/cus_nobody'],
    ['PUT', '/customers/cus_nobody'],
    ['GET', '/customers/somebody'],
    ['GET', '/customers/cus_nobody/addresses'],
    ['GET', '/customers/%00'],
    ['GET', `/customers/cus_${'x'.repeat(150)}`],
    ['GET', '/jobs/job_nothing'],
    ['GET', '/jobs/cus_1'],
    ['PUT', '/jobs/job_nothing/line_items/li_1'],
    ['DELETE', '/jobs/job_nothing/line_items/li_1'],
    ['DELETE', '/jobs/job_nothing/notes/note_1'],
    ['DELETE', '/jobs/job_nothing/notes/%00'],
    ['DELETE', '/jobs/job_nothing/tags/urgent'],
    ['DELETE', '/jobs/job_nothing/schedule'],
    ['PATCH', '/customers/cus_nobody'],
    ['GET', '/nothing/here'],
    ['GET', ''],
  ])('of %s %s says that nothing is there', async (method, path) => {
    const body = method === 'PUT' ? { name: 'Visit' } : method === 'PATCH' ? {} : undefined;
    const answer = await ask(method, path, body);
    expect([answer.status, answer.body]).toEqual([
      404,
      { error: { message: expect.any(String), code: 'NOT_FOUND' } },
    ]);
  });

  test('keeps what belongs to one record from another', async () => {
    const [mine, other] = [await newJob(ask, { notes: 'Mine' }), await newJob(ask, { notes: 'Other' })];
    const [line] = (await ask('GET', `/jobs/${other.job.id}/line_items`)).body.data;
    for (const [method, path] of [
      ['GET', `/customers/${mine.customerId}/addresses/${other.addressId}`],
      ['DELETE', `/jobs/${mine.job.id}/notes/${other.job.notes[0].id}`],
      ['DELETE', `/jobs/${mine.job.id}/line_items/${line.id}`],
      ['PUT', `/jobs/${mine.job.id}/line_items/${line.id}`],
    ] as const)
      expect((await ask(method, path, method === 'PUT' ? { name: 'Stolen' } : undefined)).status).toBe(404);
    const foreign = await ask('POST', '/jobs', { customer_id: mine.customerId, address_id: other.addressId });
    expect([foreign.status, foreign.body.error.message]).toEqual([
      400,
      expect.stringContaining('address_id: '),
    ]);
    const nobody = await ask('POST', '/jobs', { customer_id: 'cus_nobody', address_id: mine.addressId });
    expect(nobody.body.error.message).toBe('customer_id: there is no such customer');
    const stranger = await ask('PUT', `/jobs/${mine.job.id}/dispatch`, {
      dispatched_employees: [{ employee_id: 'usr_nobody' }],
    });
    expect([stranger.status, stranger.body.error.message]).toEqual([
      400,
      expect.stringContaining('dispatched_employees.0'),
    ]);
    expect((await ask('GET', `/jobs/${other.job.id}`)).body).toEqual(other.job);
  });

  test.each([
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['a word', '"x"', 400],
    ['a poisoned prototype', '{"__proto__": {"isAdmin": true}}', 400],
    ['a megabyte', JSON.stringify({ first_name: 'x'.repeat(1_000_000) }), 413],
    ['NUL in a name', JSON.stringify({ first_name: 'a\0b' }), 400],
    ['half of a sign', '{"first_name": "\\ud800"}', 400],
    ['a name without end', JSON.stringify({ first_name: 'x'.repeat(5000) }), 400],
    ['tags without end', JSON.stringify({ first_name: 'x', tags: Array.from({ length: 500 }, String) }), 400],
  ])('of %s is in their shape', async (_, body, status) => {
    const answer = await ask('POST', '/customers', body);
    expect([answer.status, answer.body]).toEqual([
      status,
      { error: { message: expect.any(String), code: expect.any(String) } },
    ]);
    expect(answer.headers.get('content-type')).toContain('application/json');
  });

  test('comes for NUL and half signs wherever text goes', async () => {
    const { job, customerId } = await newJob(ask);
    for (const text of ['a\0b', '\ud800'])
      for (const [method, path, body] of [
        ['POST', `/jobs/${job.id}/notes`, { content: text }],
        ['POST', `/jobs/${job.id}/tags`, { tag_id: text }],
        ['POST', `/jobs/${job.id}/line_items`, { name: text }],
        ['PUT', `/customers/${customerId}`, { notes: text }],
        ['POST', '/jobs', { customer_id: customerId, address_id: 'adr_1', notes: text, lead_source: text }],
      ] as const)
        expect((await ask(method, path, body)).status).toBe(400);
    for (const search of ['q=%00', 'customer_id=%00', 'employee_ids=%00,%ed%a0%80', 'q=%25%25%25', "q=';--"])
      for (const path of ['/customers', '/jobs'])
        expect((await ask('GET', `${path}?${search}`)).status).toBe(200);
  });

  test('is not given for words that nobody asked for', async () => {
    const { customerId } = await newCustomer(ask, { isAdmin: true, id: 'cus_mine', version: 9 });
    expect(customerId).not.toBe('cus_mine');
    expect((await ask('GET', '/customers?location_ids[]=x&colour=blue&page=1')).status).toBe(200);
    expect(
      (await ask('PUT', `/customers/${customerId}?x=1`, { customer_id: 'cus_other', last_name: 'Diaz' }))
        .body,
    ).toMatchObject({
      id: customerId,
      last_name: 'Diaz',
    });
  });

  test('says that a customer who is archived cannot be changed', async () => {
    const { customerId } = await newCustomer(ask);
    await server.db.rows(sql`UPDATE customers SET archived_at = desk_now() WHERE id = ${customerId}`);
    const answer = await ask('PUT', `/customers/${customerId}`, { last_name: 'Diaz' });
    expect([answer.status, answer.body.error.code]).toEqual([409, 'CUSTOMER_ARCHIVED']);
    expect(
      (await ask('GET', '/customers?q=Lopez&page_size=200')).body.customers.map(
        (it: { id: string }) => it.id,
      ),
    ).not.toContain(customerId);
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
