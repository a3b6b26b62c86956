import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../database/sql.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { type Ask, askingAs, newCustomer, newJob } from './testing/asking.ts';

let server: TestServer;
let ask: Ask;
beforeAll(async () => {
  server = await startTestServer();
  ask = await askingAs(server, ['read-records', 'write-records']);
});
afterAll(async () => {
  expect(server.troubles).toEqual([]);
  await server.close();
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

  test.each([
    ['text/plain', '{"first_name":"Maria"}'],
    ['application/x-www-form-urlencoded', 'first_name=Maria'],
    ['application/xml', '<customer/>'],
  ])('of a body as %s says what to send', async (type, body) => {
    const answer = await ask('POST', '/customers', body, { 'content-type': type });
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      'send JSON, with the header Content-Type: application/json',
    ]);
    for (const other of ['[]', '"x"', '7'])
      expect((await ask('POST', '/customers', other)).body.error.message).toBe('send a JSON object');
  });

  test('is not given to a DELETE that names the type of a body which it does not have', async () => {
    const { job } = await newJob(ask, { notes: 'Ring twice' });
    const asJson = { 'content-type': 'application/json' };
    const path = `/jobs/${job.id}/notes/${job.notes[0].id}`;
    expect((await ask('DELETE', path, undefined, asJson)).status).toBe(200);
    expect((await ask('POST', '/customers', '', asJson)).body.error.message).toContain('the body is empty');
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
