import { newId, seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { askHttp, post } from '../testing/ask-http.ts';
import { drivenClock } from '../testing/driven-clock.ts';
import { type HandLine, handLine } from '../testing/hand-line.ts';
import { someone } from '../testing/people.ts';
import { servedCustomer } from '../testing/served-customer.ts';
import { openTestDesk, signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let other: TestServer;
let line: HandLine;
let bearer: string;
let wish: { customerId: string; addressId: string; title: string };
beforeAll(async () => {
  line = handLine();
  server = await startTestServer({ lines: [line] });
  // Its seconds do not pass: two nodes that share no Redis would take facts from each other's desks.
  other = await startTestServer({ beside: server, clock: drivenClock(Date.now()) });
  bearer = `Bearer ${(await signIn(server.url, 'rep', 'Dana')).accessToken}`;
  const app = { clock: { nowMs: server.time.nowMs }, random: seededRandom(3) };
  wish = { ...(await servedCustomer({ db: server.db, app: app as never })), title: 'Water heater leaks' };
});
afterAll(async () => {
  expect(server.troubles).toEqual([]);
  await other.close();
  await server.close();
});

let keys = 0;
const newKey = () => `key-${++keys}`;
const book = (key: string | null, body: object = wish, node = server, authorization = bearer) =>
  askHttp(
    node.url,
    '/api/v1/jobs',
    post(body, { authorization, ...(key === null ? {} : { 'idempotency-key': key }) }),
  );
const jobs = async () => (await server.db.rows(sql`SELECT FROM jobs`)).length;

describe('a POST with an Idempotency-Key', () => {
  test('books one job and answers the same, also by another node and with the fields in another order', async () => {
    const before = await jobs();
    const key = newKey();
    const first = await book(key);
    expect(first.status).toBe(201);
    const again = await book(
      key,
      { title: wish.title, addressId: wish.addressId, customerId: wish.customerId },
      other,
    );
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await jobs()).toBe(before + 1);
  });

  test('of twenty at once on two nodes books one job', async () => {
    const before = await jobs();
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => book(key, wish, i % 2 ? server : other)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await jobs()).toBe(before + 1);
  });

  test('with another body is refused, and so is a key that nobody could mean', async () => {
    const key = newKey();
    await book(key);
    expect((await book(key, { ...wish, title: 'Another' })).body).toMatchObject({
      status: 422,
      code: 'IDEMPOTENCY_MISMATCH',
    });
    for (const bad of ['x'.repeat(256), 'with blank'])
      expect((await book(bad)).body).toMatchObject({ status: 400, errors: [{ path: 'Idempotency-Key' }] });
  });

  test('remembers refusals that would come again, and is nobody else’s', async () => {
    const key = newKey();
    const refused = await book(key, {
      ...wish,
      customerId: newId.customer({ nowMs: () => 1, random: () => 0.5 }),
    });
    expect(refused.status).toBe(400);
    const lee = `Bearer ${(await signIn(server.url, 'rep', 'Lee')).accessToken}`;
    expect((await book(key, wish, server, lee)).status).toBe(201);
    const stranger = await askHttp(server.url, '/api/v1/jobs', post(wish, { 'idempotency-key': key }));
    expect(stranger.status).toBe(401);
  });

  test('without a key books as often as it is asked', async () => {
    const before = await jobs();
    await book(null);
    await book(null);
    expect(await jobs()).toBe(before + 2);
  });

  test('that books during a call tells the desks once it is committed, and nothing on the way goes wrong', async () => {
    const desk = await openTestDesk(server.url, 'rep', 'Dana');
    const callId = await line.ring();
    await desk.does('call.claim', { callId });
    await server.db.rows(sql`UPDATE calls SET customer_id = ${wish.customerId} WHERE id = ${callId}`);
    for (let i = 1; i <= 10; i++) {
      const booked = await book(newKey(), { ...wish, callId });
      expect(booked.status).toBe(201);
      await desk.waitFor('call.changed', ({ call }) => call.jobIds.includes(booked.body.id), 900);
    }
    await server.idle();
    desk.close();
    expect(server.troubles).toEqual([]);
  });

  test('is judged anew when who asks may not ask any more', async () => {
    const rosa = await someone(server, 'Rosa', 'rep');
    const key = newKey();
    const booked = () =>
      book(key, wish, server, `Bearer ${rosa.session.accessToken}`).then(({ status, body }) => [
        status,
        body.code,
      ]);
    expect(await booked()).toEqual([201, undefined]);
    await rosa.ask('/auth/lock', post({}));
    expect(await booked()).toEqual([423, 'SESSION_LOCKED']);
    await server.time.advance(30_000);
    await rosa.ask('/auth/unlock', post({ code: rosa.code() }));
    expect(await booked()).toEqual([201, undefined]);
  });

  test('and a body that goes deeper than anything is refused, not a fault of ours', async () => {
    const deep = `{"title":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const answer = await askHttp(
      server.url,
      '/api/v1/jobs',
      post(deep, { authorization: bearer, 'idempotency-key': newKey() }),
    );
    expect([answer.status, answer.body.code]).toEqual([400, 'INPUT_INVALID']);
  });
});
