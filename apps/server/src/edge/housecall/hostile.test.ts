import { type Random, seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { routes } from './routes.ts';
import { type Ask, askingAs, employee, newJob } from './testing/asking.ts';
import { hostileRequest } from './testing/hostile-requests.ts';

const rounds = 40;

let server: TestServer;
let ask: Ask;
let robin: string;
beforeAll(async () => {
  server = await startTestServer();
  ask = await askingAs(server, ['read-records', 'write-records']);
  robin = await employee(server, 'Robin Vale');
});
afterAll(async () => {
  expect(server.troubles).toEqual([]);
  await server.close();
});

/** Records that are there, each by the name of its part of the path. */
async function records(): Promise<Readonly<Record<string, string>>> {
  const { customerId, addressId, job } = await newJob(ask, { notes: 'Ring twice', tags: ['urgent'] });
  const lines = await ask('GET', `/jobs/${job.id}/line_items`);
  return {
    customer_id: customerId,
    address_id: addressId,
    job_id: job.id,
    line_item_id: lines.body.data[0].id,
    note_id: job.notes[0].id,
    tag_id: 'urgent',
    employee_id: robin,
  };
}

async function asked(random: Random, route: (typeof routes)[number]) {
  const { path, body, headers } = hostileRequest(random, { route, ids: await records() });
  const answer = await ask(route.method, path, body, headers);
  return { answer, request: { path, body, headers } };
}

test.each(routes.map((route, i) => [`${route.method} ${route.path}`, route, i] as const))(
  '%s answers whatever comes with something in their shapes, and never with a fault of ours',
  async (_, route, i) => {
    const random = seededRandom(1000 + i);
    for (let round = 0; round < rounds; round++) {
      const { answer, request } = await asked(random, route);
      const { status, body, headers } = answer;
      expect([status < 500, request, body]).toEqual([true, request, body]);
      expect(headers.get('content-type')).toContain('application/json');
      const message = body.message ?? body.error?.message;
      expect(typeof message).toBe(status < 400 ? typeof body.message : 'string');
    }
    // Nothing of it is left that could not be read.
    const lists = await Promise.all(['/customers', '/jobs', '/employees'].map((list) => ask('GET', list)));
    expect(lists.map(({ status }) => status)).toEqual([200, 200, 200]);
  },
  60_000,
);
