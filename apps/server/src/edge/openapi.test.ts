import { type HttpOperationName, type Operation, operationNames, operations } from '@ringdesk/shared';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, post } from '../testing/ask-http.ts';
import { patch, type Someone, someone } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: object;
  readonly example?: unknown;
}

interface Content {
  readonly [type: string]: {
    readonly schema: object;
    readonly example?: unknown;
    readonly examples?: object;
  };
}

interface Described {
  readonly operationId: HttpOperationName;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Content }>>;
}

let server: TestServer;
let document: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
let dana: Someone;
beforeAll(async () => {
  server = await startTestServer();
  document = (await askHttp(server.url, '/api/v1/openapi.json')).body;
  dana = await someone(server, 'Dana', 'rep');
});
afterAll(() => server.close());

const names = operationNames.filter((name): name is HttpOperationName => 'http' in operations[name]);

function found(name: HttpOperationName) {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, described] of Object.entries(methods))
      if (described.operationId === name) return { path, method, described };
  throw new Error(`${name} is not described`);
}

describe('the description of the API', () => {
  test.each(names)(
    'of %s says where each field goes, and shows a request and an answer that are good',
    (name) => {
      const { path, described } = found(name);
      const { parameters, requestBody, responses } = described;
      const { http, input, output }: Operation = operations[name];
      const inPath = parameters.filter((one) => one.in === 'path');
      expect(inPath.map((one) => `{${one.name}}`).sort()).toEqual(
        [...path.matchAll(/\{\w+\}/g)].map(String).sort(),
      );
      const shown = parameters
        .filter(({ required }) => required === true)
        .map((one) => [one.name, one.example]);
      const body = requestBody?.content['application/json'];
      for (const { name: field } of inPath)
        expect(JSON.stringify(body?.schema ?? {})).not.toContain(`"${field}"]`);
      const asked = { ...Object.fromEntries(shown), ...Object(body?.example) };
      expect(input.safeParse(asked).error).toBeUndefined();
      const type = http?.contentType ?? 'application/json';
      const answer = responses[http?.status ?? 200]?.content[type];
      expect(answer?.schema).toBeDefined();
      if (type === 'application/json') expect(output.safeParse(answer?.example).error).toBeUndefined();
    },
  );

  test('is made of schemas that can be used, and points nowhere that is not there', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document, 'api');
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(pointers.length).toBeGreaterThan(100);
    for (const [, name = ''] of pointers) expect(Object.keys(document.components.schemas)).toContain(name);
    for (const name of names) {
      const { described } = found(name);
      const contents = [described.requestBody, ...Object.values(described.responses)].map(
        (it) => it?.content ?? {},
      );
      for (const { schema, example } of contents.flatMap((content) => Object.values(content))) {
        const whole = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'));
        const isFit = ajv.compile(whole);
        if (example !== undefined) expect([name, isFit(example), isFit.errors]).toEqual([name, true, null]);
      }
    }
  });

  test('names the refusals that come, each where it comes', async () => {
    const made = (
      await dana.ask('/customers', post({ firstName: 'Maria', addresses: [{ street: '12 Oak' }] }))
    ).body;
    const job = {
      customerId: made.id,
      addressId: made.addresses[0].id,
      title: 'Visit',
      schedule: { start: '2026-12-01T15:00:00Z', end: '2026-12-01T16:00:00Z' },
    };
    const booked = (await dana.ask('/jobs', post(job))).body;
    const at = `/customers/${made.id}`;
    const key = { 'idempotency-key': 'one' };
    await dana.ask('/customers', post({ firstName: 'Ada' }, key));
    const refusals = [
      ['job.create', 409, 'JOB_OVERLAPS', await dana.ask('/jobs', post(job))],
      [
        'job.change',
        409,
        'JOB_STATUS_BARRED',
        await dana.ask(`/jobs/${booked.id}`, patch({ version: booked.version, status: 'unscheduled' })),
      ],
      [
        'job.change',
        409,
        'STALE',
        await dana.ask(`/jobs/${booked.id}`, patch({ version: 0, title: 'Other' })),
      ],
      ['job.read', 404, 'NOT_FOUND', await dana.ask('/jobs/job_1')],
      ['jobs.list', 400, 'INPUT_INVALID', await dana.ask('/jobs?limit=0')],
      ['customers.import', 403, 'FORBIDDEN', await dana.ask('/customers/import', post({}))],
      [
        'address.delete',
        409,
        'ADDRESS_IN_USE',
        await dana.ask(`${at}/addresses/${job.addressId}`, { method: 'DELETE' }),
      ],
      [
        'customer.create',
        422,
        'IDEMPOTENCY_MISMATCH',
        await dana.ask('/customers', post({ firstName: 'Lee' }, key)),
      ],
      [
        'customer.create',
        413,
        'TOO_LARGE',
        await dana.ask('/customers', post({ notes: 'x'.repeat(300_000) })),
      ],
      ['customer.read', 401, 'UNAUTHENTICATED', await askHttp(server.url, `/api/v1${at}`)],
      ['customer.delete', 200, undefined, await dana.ask(at, { method: 'DELETE' })],
      [
        'address.create',
        409,
        'CUSTOMER_ARCHIVED',
        await dana.ask(`${at}/addresses`, post({ street: '9 Elm' })),
      ],
      [
        'customer.change',
        409,
        'CUSTOMER_ARCHIVED',
        await dana.ask(at, patch({ version: 1, firstName: 'Mary' })),
      ],
      ['job.create', 409, 'CUSTOMER_ARCHIVED', await dana.ask('/jobs', post(job))],
    ] as const;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const isProblem = ajv.compile(document.components.schemas['Problem'] ?? false);
    for (const [name, status, code, answer] of refusals) {
      expect([name, answer.status, answer.body.code]).toEqual([name, status, code]);
      if (code === undefined) continue;
      const { content } = found(name).described.responses[status] ?? {};
      expect([name, Object.keys(content?.[answer.type.split(';')[0] ?? '']?.examples ?? {})]).toEqual([
        name,
        expect.arrayContaining([code]),
      ]);
      expect([isProblem(answer.body), isProblem.errors]).toEqual([true, null]);
    }
  });
});
