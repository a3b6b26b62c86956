import { seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { routes } from './routes.ts';
import { askable, askedIn } from './testing/asked-names.ts';
import { type Ask, askingAs, employee, newJob } from './testing/asking.ts';
import {
  type Described,
  type Description,
  readDescription,
  type Schema,
  schemaIn,
} from './testing/described.ts';
import { goodValue, type Hints } from './testing/good-bodies.ts';

const description = readDescription();
/** So often each address is asked, and more often while something that it takes was not asked yet. */
const rounds = { least: 20, most: 200 } as const;

/** Keys that are told only when there is something to tell, or when they are asked for with `expand`. */
const sometimes = ['attachments', 'do_not_service', 'appointments', 'scheduled_start', 'scheduled_end'];
/** Keys of theirs that are never told here: see docs/housecall.md. */
const never = [
  'locked_at',
  'recurrence_number',
  'recurrence_rule',
  'job_type',
  'business_unit',
  'service_item_id',
  'service_item_type',
];

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

/** A customer with a job that has a time, a line, a note, a tag and somebody who has it. */
async function world() {
  const employeeId = await employee(server, 'Robin Vale');
  const { customerId, addressId, job } = await newJob(ask, {
    notes: 'Ring twice',
    tags: ['urgent'],
    line_items: [{ name: 'Water heater', unit_price: 9_900 }],
    assigned_employee_ids: [employeeId],
    schedule: { scheduled_start: '2026-11-30T09:00:00' },
  });
  const lines = await ask('GET', `/jobs/${job.id}/line_items`);
  return {
    customer_id: customerId,
    address_id: addressId,
    job_id: String(job.id),
    line_item_id: String(lines.body.data[0].id),
    note_id: String(job.notes[0].id),
    tag_id: 'urgent',
    employee_id: employeeId,
  };
}
type World = Awaited<ReturnType<typeof world>>;

/** What their description leaves open: ids, times, numbers that ring, whole cents, and what is not taken here. */
function hintsOf(it: World): Hints {
  // A percent discount is at most all of it: 100 %.
  const cents = (random: () => number) => Math.floor(random() * 10_000);
  const phone = (random: () => number) => `(415) 555-0${100 + Math.floor(random() * 100)}`;
  return {
    customer_id: () => it.customer_id,
    address_id: () => it.address_id,
    employee_id: () => it.employee_id,
    employee_ids: () => it.employee_id,
    assigned_employee_ids: () => it.employee_id,
    id: () => it.line_item_id,
    first_name: () => 'Maria',
    street: () => '12 Oak Street',
    email: (random) => `Maria.${Math.floor(random() * 1e6)}@Example.com`,
    mobile_number: phone,
    home_number: phone,
    work_number: phone,
    country: (random) => ['US', 'us', 'USA', 'United States', 'Canada'][Math.floor(random() * 5)],
    scheduled_start: () => '2026-12-01T09:00:00',
    scheduled_end: () => '2026-12-01T10:30:00',
    start_time: () => '2026-12-02T09:00:00',
    end_time: () => '2026-12-02T16:00:00Z',
    scheduled_start_min: () => '2026-01-01T00:00:00Z',
    scheduled_start_max: () => '2027-01-01T00:00:00',
    scheduled_end_min: () => '2026-01-01',
    scheduled_end_max: () => '2027-01-01T00:00:00-06:00',
    anytime_start_date: () => '2026-12-03',
    unit_price: cents,
    unit_cost: cents,
    quantity: (random) => Math.floor(random() * 1000) / 100,
    pricing_form: () => undefined,
    page: (random) => 1 + Math.floor(random() * 3),
    page_size: (random) => 1 + Math.floor(random() * 5),
    sort_by: () => 'created_at',
    sort_direction: (random) => (random() < 0.5 ? 'asc' : 'desc'),
  };
}

/** Without these nobody could be called, reached or sent: their words say so, their schemas do not. */
const always = ['first_name', 'street', 'employee_id'];

/** A job of any time needs its day, and an end its start. */
function settled(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('schedule' in body)) return body;
  const { schedule } = body;
  if (typeof schedule !== 'object') return body;
  const times = { scheduled_start: '2026-12-01T08:00:00', anytime_start_date: '2026-12-03' };
  return { ...body, schedule: { ...schedule, ...times } };
}

interface Chosen {
  readonly spec: Description;
  readonly described: Described;
  readonly seed: number;
}

/** A request made from the description: path, query and body. */
function requestFor({ spec, described, seed }: Chosen, path: string, it: World) {
  const random = seededRandom(seed);
  const from = { random, hints: hintsOf(it), always };
  const filled = path.replace(/:(\w+)/g, (_, part: keyof World) => it[part]);
  const search = new URLSearchParams();
  const wished = (described.operation.parameters ?? []).filter((one) => one.in === 'query' && random() < 0.6);
  for (const { name, schema } of wished) {
    // Lists of theirs name their values beside the items, or within them.
    const list = { type: 'string', ...schema.items, ...(schema.enum && { enum: schema.enum }) };
    const isOneOf = schema.enum !== undefined && schema.type !== 'array';
    const hints = isOneOf ? {} : from.hints;
    const one = goodValue(spec, schema.type === 'array' ? list : schema, { ...from, hints, name });
    search.append(schema.type === 'array' ? `${name}[]` : name, String(one));
  }
  const schema = described.method === 'GET' ? undefined : schemaIn(described.operation.requestBody);
  const body = schema === undefined ? undefined : settled(goodValue(spec, schema, from));
  return { path: search.size === 0 ? filled : `${filled}?${search.toString()}`, search, body };
}

/** The schema of a good answer. One list stands in the place of the request's, by mistake. */
function answerSchema({ path, method, operation }: Described, status: number): Schema | undefined {
  if (method === 'GET' && path.endsWith('/addresses')) return schemaIn(operation.requestBody);
  return schemaIn(operation.responses[String(status)]);
}

describe.skipIf(description === null)(
  'Housecall Pro’s own description (passed over where shared/data/housecall.v1.yaml is not beside the repository)',
  () => {
    test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
      '%s takes every body that it describes, and answers as it says',
      async (_, { method, path, status = 200 }) => {
        if (description === null) return;
        const described = description.find(method, path);
        if (described === undefined) throw new Error('it describes no such address');
        const schema = answerSchema(described, status);
        const asDescribed = schema && description.asDescribed(schema);
        const strictly = schema && description.strictly(schema, [...sometimes, ...never]);
        const asked = new Set<string>();
        const left = () => askable(description, described).filter((name) => !asked.has(name));
        for (let seed = 1; seed <= rounds.least || (left().length > 0 && seed <= rounds.most); seed++) {
          const it = await world();
          const request = requestFor({ spec: description, described, seed }, path, it);
          for (const name of askedIn(request)) asked.add(name);
          const answer = await ask(method, request.path, request.body);
          expect([answer.status, answer.status === status ? '' : answer.body, request]).toEqual([
            status,
            '',
            request,
          ]);
          if (asDescribed === undefined || strictly === undefined) {
            // Only for a note that is taken off it does not say what is answered.
            expect(`${method} ${path}`).toBe('DELETE /jobs/:job_id/notes/:note_id');
            continue;
          }
          asDescribed(answer.body);
          expect(asDescribed.errors).toBeNull();
          strictly(answer.body);
          expect(strictly.errors).toBeNull();
        }
        expect(left()).toEqual([]);
      },
      60_000,
    );

    test('names no address that is neither answered nor refused with a sentence', async () => {
      const isError = description?.asDescribed({ $ref: '#/components/schemas/ErrorResponse' });
      const refused: string[] = [];
      for (const { method, path } of description?.operations ?? []) {
        const isServed = routes.some(
          (route) => description?.find(route.method, route.path)?.path === path && route.method === method,
        );
        if (isServed) continue;
        const body = method === 'GET' || method === 'DELETE' ? undefined : {};
        const answer = await ask(method, path.replace(/\{\w+\}/g, 'job_1'), body);
        expect([method, path, answer.status]).toEqual([method, path, 501]);
        expect(isError?.(answer.body)).toBe(true);
        expect(answer.body.error.message).toMatch(/^[A-Z].*\.$/);
        refused.push(`${method} ${path}`);
      }
      expect(refused.length + routes.length).toBe(description?.operations.length);
    });

    test('names the statuses of refusals, and each is answered as it says', async () => {
      const it = await world();
      const provoked: Readonly<Record<string, readonly [path: string, body?: object]>> = {
        'GET /jobs/{id} 404': ['/jobs/job_1'],
        'PUT /jobs/{job_id}/line_items/{id} 400': [
          `/jobs/${it.job_id}/line_items/${it.line_item_id}`,
          { name: 'Valve', unit_price: 0.5 },
        ],
        'PUT /jobs/{job_id}/line_items/{id} 404': [`/jobs/${it.job_id}/line_items/li_1`, { name: 'Valve' }],
        'DELETE /jobs/{job_id}/line_items/{id} 404': [`/jobs/${it.job_id}/line_items/li_1`],
      };
      const named: string[] = [];
      for (const { method, path } of routes) {
        const described = description?.find(method, path);
        const statuses = Object.keys(described?.operation.responses ?? {});
        for (const status of statuses.filter((one) => one >= '400')) {
          const name = `${method} ${described?.path} ${status}`;
          named.push(name);
          const [at = '', body] = provoked[name] ?? [];
          const answer = await ask(method, at, body);
          expect([name, answer.status]).toEqual([name, Number(status)]);
          const schema = described && schemaIn(described.operation.responses[status]);
          const asDescribed = schema && description?.asDescribed(schema);
          expect(asDescribed?.(answer.body)).toBe(true);
        }
      }
      expect(named.sort()).toEqual(Object.keys(provoked).sort());
    });

    test('is what every refusal looks like', async () => {
      const isError = description?.asDescribed({ $ref: '#/components/schemas/ErrorResponse' });
      for (const [method, path, body] of [
        ['GET', '/jobs/job_1', undefined],
        ['POST', '/customers', {}],
        ['GET', '/customers?sort_by=nothing', undefined],
        ['POST', '/jobs', { customer_id: 'x' }],
      ] as const) {
        const answer = await ask(method, path, body);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(isError?.(answer.body)).toBe(true);
      }
    });
  },
);

test.runIf(description === null)(
  'without shared/data/housecall.v1.yaml beside the repository, nothing is compared with Housecall Pro’s own description',
  () => {
    expect(readDescription()).toBeNull();
  },
);
