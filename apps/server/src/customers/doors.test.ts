import type { Customer } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { askHttp, type HttpRequest, post } from '../testing/ask-http.ts';
import { signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let rep: string;
let supervisor: string;
let customer: Customer;
beforeAll(async () => {
  server = await startTestServer();
  rep = (await signIn(server.url, 'rep', 'Dana')).accessToken;
  supervisor = (await signIn(server.url, 'supervisor', 'Sam')).accessToken;
  const said = {
    firstName: 'Maria',
    lastName: 'Lopez',
    phones: [{ number: '(415) 555-0132' }],
    addresses: [{ street: '12 Oak Street' }],
  };
  ({ body: customer } = await ask('/customers', post(said)));
});
afterAll(() => server.close());

const ask = (path: string, request: HttpRequest = {}, token = rep) =>
  askHttp(server.url, `/api/v1${path}`, {
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${token}` },
  });
const patch = (body: unknown): HttpRequest => ({ ...post(body), method: 'PATCH' });
const stored = () =>
  server.db.rows(sql`SELECT c.*, a.street, a.customer_id AS of, a.version AS address_version
    FROM customers c LEFT JOIN addresses a ON a.customer_id = c.id ORDER BY c.id, a.id`);

/** Fields that are the server's own; whoever sends one is told, and nothing of the rest is kept either. */
const ownFields = [
  'id',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'archivedAt',
  'searched',
  'sortName',
  'name',
  'customerId',
  'isAdmin',
  'changes',
];

describe('a customer at the door', () => {
  test.each(ownFields)('takes no %s from outside', async (field) => {
    const before = await stored();
    const [{ id: addressId } = { id: '' }] = customer.addresses;
    const forged = { [field]: field.endsWith('At') ? '2020-01-01T00:00:00.000Z' : 'cus_forged' };
    const tries = [
      ask('/customers', post({ lastName: 'Forged', ...forged })),
      ask('/customers', post({ lastName: 'Forged', addresses: [{ street: '1 Elm', ...forged }] })),
      ask('/customers', post({ lastName: 'Forged', phones: [{ number: '4155550132', ...forged }] })),
      ask(`/customers/${customer.id}`, patch({ version: 1, lastName: 'Forged', ...forged })),
      ask(`/customers/${customer.id}/addresses`, post({ street: 'Forged', ...forged })),
      ask(
        `/customers/${customer.id}/addresses/${addressId}`,
        patch({ version: 1, street: 'Forged', ...forged }),
      ),
      ask(`/customers/${customer.id}/restore`, post(forged)),
    ];
    for (const answer of await Promise.all(tries))
      expect(answer.body).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await stored()).toEqual(before);
  });

  test('takes no operator, list or number for a word', async () => {
    const before = await stored();
    for (const odd of [{ $ne: null }, { not: '' }, ['a'], [['a']], 7, true, { toString: 'x' }]) {
      for (const field of ['firstName', 'email', 'leadSource', 'timeZone', 'notes'])
        for (const request of [post({ lastName: 'Odd', [field]: odd })])
          expect((await ask('/customers', request)).body).toMatchObject({ code: 'INPUT_INVALID' });
      expect((await ask(`/customers/${customer.id}`, patch({ version: [odd], notes: 'x' }))).status).toBe(
        400,
      );
      expect((await ask('/customers', post({ phones: [{ number: odd }] }))).status).toBe(400);
    }
    for (const query of [
      'q[$ne]=x',
      'q=a&q=b',
      'tag=a&tag=b',
      'archived=all',
      'sort=password',
      'limit=0',
      'limit=1e9',
      'owner=me',
    ])
      expect((await ask(`/customers?${query}`)).body).toMatchObject({ code: 'INPUT_INVALID' });
    for (const query of ['phone[$ne]=x', 'phone=', '', 'phone=4155550132&phone=4155550133'])
      expect((await ask(`/customers/lookup?${query}`)).body).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await stored()).toEqual(before);
  });

  test('names the field that is wrong, and what would be right', async () => {
    const { body } = await ask(
      '/customers',
      post({ lastName: 'Lopez', phones: [{ number: '4155550132' }, { number: '999' }] }),
    );
    expect(body).toMatchObject({
      status: 400,
      errors: [{ path: 'phones.1.number', message: expect.stringContaining('such as') }],
    });
  });

  test('is not found under the id of anything else', async () => {
    const [{ id: addressId } = { id: '' }] = customer.addresses;
    for (const id of [addressId, 'cus_', 'cus_%25', 'cus_..%2F..', `${customer.id}x`, 'null', 'undefined'])
      for (const path of [`/customers/${id}`, `/customers/${id}/timeline`, `/customers/${id}/addresses`])
        expect([400, 404]).toContain((await ask(path)).status);
    const other = (await ask('/customers', post({ lastName: 'Reyes' }))).body as Customer;
    const foreign = `/customers/${other.id}/addresses/${addressId}`;
    const answers = [
      ask(foreign),
      ask(foreign, patch({ version: 1, street: 'Taken' })),
      ask(foreign, { method: 'DELETE' }),
    ];
    for (const { status } of await Promise.all(answers)) expect(status).toBe(404);
  });

  test('goes out as a file to supervisors, with the text as it is', async () => {
    const file = await ask('/customers.csv', {}, supervisor);
    expect(file).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
    expect(file.body).toMatch(/^id,firstName,lastName,.*\r\n(.*\r\n)*.*Maria,Lopez,,,'\+14155550132/);
    expect((await ask('/customers.csv')).status).toBe(403);
    const rows = { rows: [{ N: 'x' }], columns: { N: 'name' }, isDryRun: false };
    expect((await ask('/customers/import', post(rows))).status).toBe(403);
    expect((await ask('/customers/import', post(rows), supervisor)).body).toMatchObject({
      results: [{ outcome: 'created', name: 'x' }],
    });
  });
});
