import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, post } from './testing/ask-http.ts';
import { signIn } from './testing/test-desk.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let token: string;
let customerId: string;
beforeAll(async () => {
  server = await startTestServer();
  token = (await signIn(server.url, 'supervisor', 'Sam')).accessToken;
  for (const lastName of ['Lopez', 'Reyes']) {
    const said = { lastName, addresses: [{ street: '1 Elm' }, { street: '2 Elm' }] };
    const { body } = await askHttp(server.url, '/api/v1/customers', post(said, authorized()));
    customerId = body.id;
  }
});
afterAll(() => server.close());

const authorized = () => ({ authorization: `Bearer ${token}` });
const ask = (path: string) => askHttp(server.url, `/api/v1${path}`, { headers: authorized() });

const lists = () => [
  '/customers?',
  '/customers?sort=-createdAt&',
  '/customers?sort=-updatedAt&',
  '/customers?q=lopez&',
  `/customers/${customerId}/timeline?`,
  `/customers/${customerId}/addresses?`,
  '/jobs?',
  '/jobs?sort=start&',
  '/jobs?sort=-start&',
  '/calls?',
];

/** Places in the shapes of all lists, each with something in it that no list has given. */
const forged = [
  ...['\u0000', 'a\u0000b', '\ud800', 'x'.repeat(500)].flatMap((key) => [
    { key, id: 'cus_1' },
    { rank: 1, key, id: 'cus_1' },
    { at: '2026-11-24T10:00:00.000Z', id: key },
  ]),
  ...[
    '0000-01-01T00:00:00Z',
    '9999-12-31T00:00:00Z',
    'infinity',
    '-infinity',
    'now',
    'epoch',
    null,
    7,
  ].flatMap((at) => [{ at, id: 'job_1' }, { key: at, id: 'cus_1', more: 1 }, [at, 'job_1'], [at, 'call_1']]),
  { rank: '1', key: 'a', id: 'cus_1' },
  { key: 'a', id: "cus_1' OR '1'='1" },
  ['2026-11-24T10:00:00.000Z', "job_1' OR '1'='1"],
  ['2026-11-24T10:00:00.000Z'],
  [],
  {},
  null,
  7,
  'text',
];

describe('a place in a list that no page gave', () => {
  test('is refused by name, at every list, and is no fault of the server', async () => {
    const words = [
      ...forged.map((place) => Buffer.from(JSON.stringify(place)).toString('base64url')),
      '%',
      '',
      'x'.repeat(900),
      Buffer.from('{"key":').toString('base64url'),
    ];
    for (const list of lists())
      for (const cursor of words) {
        const { status, body } = await ask(`${list}cursor=${encodeURIComponent(cursor)}`);
        expect({ list, cursor, status, errors: body.errors }).toMatchObject({
          status: 400,
          errors: [{ path: 'cursor' }],
        });
      }
    expect(server.troubles).toEqual([]);
  });

  test('of another list or another order is refused, or leads on in an order', async () => {
    for (const list of lists())
      for (const other of lists()) {
        const { body } = await ask(`${other}limit=1`);
        if (typeof body.nextCursor !== 'string') continue;
        const { status } = await ask(`${list}cursor=${encodeURIComponent(body.nextCursor)}`);
        expect([200, 400]).toContain(status);
      }
    expect(server.troubles).toEqual([]);
  });
});

describe('a page', () => {
  test.each(['0', '101', '-1', '1e3', 'all', '1.5', ''])('of %s is refused', async (limit) => {
    for (const list of lists()) expect((await ask(`${list}limit=${limit}`)).status).toBe(400);
  });

  test('has 25 unless told, and says with null that it is the last', async () => {
    for (let i = 0; i < 30; i++)
      await askHttp(server.url, '/api/v1/customers', post({ lastName: `Many ${i}` }, authorized()));
    for (const list of ['/customers?', '/customers?q=many&']) {
      const first = (await ask(list.slice(0, -1))).body;
      expect(first.items).toHaveLength(25);
      const rest = (await ask(`${list}cursor=${encodeURIComponent(first.nextCursor)}`)).body;
      expect(rest.nextCursor).toBeNull();
      expect(new Set([...first.items, ...rest.items].map((it) => it.id)).size).toBe(
        first.items.length + rest.items.length,
      );
      expect((await ask(`${list}limit=100`)).body.nextCursor).toBeNull();
    }
  });
});
