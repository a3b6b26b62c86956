import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../database/sql.ts';
import { makeClient } from '../../testing/service-clients.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { type Ask, asking, askingAs, employee, newCustomer, newJob } from './testing/asking.ts';

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

const good = async (...asked: Parameters<Ask>) => {
  const { status, body } = await ask(...asked);
  if (status >= 300)
    throw new Error(`${asked[0]} ${asked[1]} was answered with ${status}: ${JSON.stringify(body)}`);
  return body;
};

test('a job goes from the first word to a time that is taken', async () => {
  const robin = await employee(server, 'Robin Vale');
  const { customerId, addressId } = await newCustomer(ask, { mobile_number: '(415) 555-0132' });
  const job = await good('POST', '/jobs', {
    customer_id: customerId,
    address_id: addressId,
    lead_source: 'Web',
  });
  expect(job).toMatchObject({
    work_status: 'needs scheduling',
    schedule: { arrival_window: 0 },
    total_amount: 0,
  });

  const times = {
    start_time: '2026-12-01T09:00:00',
    end_time: '2026-12-01T11:00:00',
    arrival_window_in_minutes: 60,
  };
  expect(await good('PUT', `/jobs/${job.id}/schedule`, times)).toMatchObject({
    start_time: '2026-12-01T15:00:00.000Z',
    end_time: '2026-12-01T17:00:00.000Z',
    arrival_window_minutes: 60,
    assigned_employees: [],
  });
  const dispatched = await good('PUT', `/jobs/${job.id}/dispatch`, {
    dispatched_employees: [{ employee_id: robin }],
  });
  expect(dispatched).toMatchObject({ assigned_employees: [{ id: robin, first_name: 'Robin' }] });

  const line = await good('POST', `/jobs/${job.id}/line_items`, {
    name: 'Heater',
    unit_price: 90_000,
    quantity: 1.25,
    kind: 'materials',
  });
  const visit = await good('POST', `/jobs/${job.id}/line_items`, { name: 'Visit', unit_price: 9_900 });
  expect([line.amount, visit.order_index]).toEqual([112_500, 1]);
  await good('PUT', `/jobs/${job.id}/line_items/${visit.id}`, { name: 'First visit' });
  const bulk = await good('PUT', `/jobs/${job.id}/line_items/bulk_update`, {
    line_items: [{ name: 'Ten percent off', kind: 'percent discount', unit_price: 1_000 }],
    append_line_items: true,
  });
  expect(bulk).toMatchObject({
    url: `/housecall/jobs/${job.id}/line_items`,
    data: [{ name: 'Heater' }, { name: 'First visit', unit_price: 9_900 }, { amount: -12_240 }],
  });
  expect(await good('DELETE', `/jobs/${job.id}/line_items/${visit.id}`)).toEqual({
    id: visit.id,
    deleted: true,
  });

  const note = await good('POST', `/jobs/${job.id}/notes`, { content: 'Dog in the yard' });
  const { tags } = await good('POST', `/jobs/${job.id}/tags`, { tag_id: 'two words' });
  await good('POST', `/jobs/${job.id}/tags`, { tag_id: tags[0].id });
  const whole = await good('GET', `/jobs/${job.id}?expand[]=appointments&expand[]=attachments`);
  expect(whole).toMatchObject({
    work_status: 'scheduled',
    subtotal: 112_500,
    total_amount: 101_250,
    outstanding_balance: 101_250,
    notes: [note],
    tags: ['two words'],
    attachments: [],
    lead_source: 'Web',
    schedule: {
      scheduled_start: '2026-12-01T15:00:00.000Z',
      arrival_window: 60,
      appointments: [
        { start_date: '2026-12-01', arrival_window_minutes: 60, dispatched_employees_ids: [robin] },
      ],
    },
  });
  expect(await good('DELETE', `/jobs/${job.id}/tags/${tags[0].id}`)).toEqual({ tags: [] });
  expect((await ask('DELETE', `/jobs/${job.id}/tags/${tags[0].id}`)).status).toBe(404);
  await good('DELETE', `/jobs/${job.id}/notes/${note.id}`);
  expect((await ask('DELETE', `/jobs/${job.id}/notes/${note.id}`)).status).toBe(404);
  expect((await good('GET', `/jobs/${job.id}`)).notes).toEqual([]);

  const next = await good('POST', '/jobs', {
    customer_id: customerId,
    address_id: addressId,
    schedule: { scheduled_start: '2026-12-01T11:00:00', scheduled_end: '2026-12-01T12:00:00' },
  });
  const moved = await ask('PUT', `/jobs/${next.id}/schedule`, { start_time: '2026-12-01T10:30:00' });
  const conflict = {
    job_id: job.id,
    scheduled_start: '2026-12-01T15:00:00.000Z',
    scheduled_end: '2026-12-01T17:00:00.000Z',
    description: expect.any(String),
  };
  expect([moved.status, moved.body]).toEqual([
    409,
    { error: { message: expect.any(String), code: 'JOB_OVERLAPS', conflicts: [conflict] } },
  ]);
  const third = await ask('POST', '/jobs', {
    customer_id: customerId,
    address_id: addressId,
    schedule: { anytime: true, anytime_start_date: '2026-12-01' },
    notes: 'Never written',
  });
  expect([third.status, idsOfJobs(third.body.error.conflicts)]).toEqual([409, [job.id, next.id]]);
  expect(await good('DELETE', `/jobs/${job.id}/schedule`)).toEqual({ object: 'schedule', deleted: true });
  expect((await good('GET', `/jobs/${job.id}`)).work_status).toBe('needs scheduling');
  await good('PUT', `/jobs/${next.id}/schedule`, { start_time: '2026-12-01T10:30:00' });
});

function idsOfJobs(conflicts: readonly { job_id: string }[]): string[] {
  return conflicts.map((it) => it.job_id);
}

test('a job that began, ended or was canceled at the desk is told in their words', async () => {
  const told = async (status: string) => {
    const { job } = await newJob(ask, { schedule: { scheduled_start: '2026-12-01T09:00:00' } });
    await server.db.rows(sql`UPDATE jobs SET status = ${status}, started_at = desk_now(),
      completed_at = CASE WHEN ${status} = 'completed' THEN desk_now() END,
      canceled_at = CASE WHEN ${status} = 'canceled' THEN desk_now() END WHERE id = ${job.id}`);
    return good('GET', `/jobs/${job.id}`);
  };
  const isTime = expect.stringMatching(/Z$/);
  expect(await told('in_progress')).toMatchObject({
    work_status: 'in progress',
    work_timestamps: { on_my_way_at: null, started_at: isTime, completed_at: null },
  });
  expect(await told('completed')).toMatchObject({
    work_status: 'complete unrated',
    work_timestamps: { completed_at: isTime },
  });
  expect(await told('canceled')).toMatchObject({
    work_status: 'pro canceled',
    deleted_at: isTime,
    canceled_at: null,
  });
});

describe('a write that comes twice', () => {
  test('with its key has one effect and one answer', async () => {
    const { customerId, addressId } = await newCustomer(ask);
    const body = { customer_id: customerId, address_id: addressId, notes: 'Ring twice' };
    const once = { 'idempotency-key': 'booking-1' };
    const answers = await Promise.all([1, 2, 3].map(() => ask('POST', '/jobs', body, once)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((it) => it.body.id)).size).toBe(1);
    const { total_items, jobs } = await good('GET', `/jobs?customer_id=${customerId}`);
    expect([total_items, jobs[0].notes.length]).toEqual([1, 1]);
    const mismatch = await ask('POST', '/jobs', { ...body, notes: 'Other' }, once);
    expect([mismatch.status, mismatch.body.error.code]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
    const elsewhere = await ask('POST', `/jobs/${jobs[0].id}/notes`, { content: 'x' }, once);
    expect(elsewhere.status).toBe(422);
    expect((await ask('POST', '/jobs', body, { 'idempotency-key': 'two words' })).status).toBe(400);
  });

  test('with a key is its own with each program, and free again after a day', async () => {
    const { customerId, addressId } = await newCustomer(ask);
    const body = { customer_id: customerId, address_id: addressId };
    const once = { 'idempotency-key': 'booking-3' };
    const book = async (as: Ask) => (await as('POST', '/jobs', body, once)).body.id;
    const other = await askingAs(server, ['write-records']);
    const [first, again, others] = [await book(ask), await book(ask), await book(other)];
    expect([again === first, others === first]).toEqual([true, false]);
    await server.time.advance(24 * 60 * 60 * 1000);
    expect(await book(ask)).not.toBe(first);
  });

  test('and was refused leaves nothing behind, and is judged anew', async () => {
    const { customerId, addressId } = await newCustomer(ask);
    const once = { 'idempotency-key': 'booking-2' };
    const body = { customer_id: customerId, address_id: addressId, notes: 'a\0b' };
    for (const headers of [{}, once]) {
      const answer = await ask('POST', '/jobs', body, headers);
      expect([answer.status, answer.body.error.message]).toEqual([400, expect.stringContaining('notes: ')]);
    }
    expect((await good('GET', `/jobs?customer_id=${customerId}`)).total_items).toBe(0);
    expect((await ask('POST', '/jobs', { ...body, notes: 'Now' }, once)).status).toBe(201);
  });
});

test('a hundred who write to one job at once all leave what they wrote, with and without a key', async () => {
  const { job } = await newJob(ask);
  const writes = Array.from({ length: 100 }, (_, i) =>
    i % 5 === 0
      ? ask('POST', `/jobs/${job.id}/tags`, { tag_id: `tag ${i}` })
      : ask(
          'POST',
          `/jobs/${job.id}/line_items`,
          { name: `Line ${i}` },
          i % 2 === 0 ? {} : { 'idempotency-key': `line-${i}` },
        ),
  );
  expect(new Set((await Promise.all(writes)).map(({ status }) => status))).toEqual(new Set([201]));
  expect((await good('GET', `/jobs/${job.id}`)).tags).toHaveLength(20);
  expect((await good('GET', `/jobs/${job.id}/line_items`)).data).toHaveLength(81);
});

test('who writes to one job on two nodes at once leaves it there, too', async () => {
  const other = await startTestServer({ beside: server });
  const { secret } = await makeClient(server.url, ['read-records', 'write-records']);
  const here = asking(server.url, `Token ${secret}`);
  const there = asking(other.url, `Token ${secret}`);
  const { job } = await newJob(ask);
  const writes = Array.from({ length: 40 }, (_, i) =>
    (i % 2 === 0 ? here : there)('POST', `/jobs/${job.id}/line_items`, { name: `Line ${i}` }),
  );
  expect(new Set((await Promise.all(writes)).map(({ status }) => status))).toEqual(new Set([201]));
  expect((await good('GET', `/jobs/${job.id}/line_items`)).data).toHaveLength(41);
  expect(other.troubles).toEqual([]);
  await other.close();
});

test('of a hundred who book one time of one customer a single one gets it, and the others hear which job it is', async () => {
  const { customerId, addressId } = await newCustomer(ask);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      ask(
        'POST',
        '/jobs',
        {
          customer_id: customerId,
          address_id: addressId,
          schedule: { scheduled_start: '2026-12-01T09:00:00', scheduled_end: '2026-12-01T10:00:00' },
          notes: `Booked as number ${i}`,
        },
        i % 2 === 0 ? {} : { 'idempotency-key': `race-${i}` },
      ),
    ),
  );
  const booked = answers.filter(({ status }) => status === 201);
  const others = answers.filter(({ status }) => status === 409);
  expect([booked.length, others.length]).toEqual([1, 99]);
  for (const { body } of others)
    expect([body.error.code, idsOfJobs(body.error.conflicts)]).toEqual([
      'JOB_OVERLAPS',
      [booked[0]?.body.id],
    ]);
  expect((await good('GET', `/jobs?customer_id=${customerId}`)).total_items).toBe(1);
});

test('a customer keeps what a change does not name', async () => {
  const { customerId } = await newCustomer(ask, {
    mobile_number: '(415) 555-0132',
    work_number: '(415) 555-0140',
    tags: ['vip'],
    notes: 'Side door',
    company: 'Lopez & Sons',
  });
  const changed = await good('PUT', `/customers/${customerId}`, {
    work_number: null,
    last_name: 'Diaz',
    email: 'Maria@Example.com',
  });
  expect(changed).toMatchObject({
    first_name: 'Maria',
    last_name: 'Diaz',
    email: 'maria@example.com',
    mobile_number: '+14155550132',
    work_number: null,
    tags: ['vip'],
    notes: 'Side door',
    company: 'Lopez & Sons',
    addresses: [{ street: '12 Oak Street' }],
  });
  expect(await good('PUT', `/customers/${customerId}`, {})).toEqual(changed);
});
