import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import {
  ErrorCode,
  errorMeanings,
  FieldError,
  mayAsk,
  type Operation,
  operations,
  policies,
  type Right,
  Role,
  Scope,
} from '@ringdesk/shared';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { exampleOf, type JsonSchema } from './examples.ts';

/** Serves the description of the API (OpenAPI 3.1) at `openapi.json` below `base`, and readable at `/docs`. */
export async function describeApi(app: FastifyInstance, base: string): Promise<void> {
  const document = openApiDocument(base);
  app.get(`${base}/openapi.json`, async () => document);
  await app.register(swagger, { mode: 'static', specification: { document: document as never } });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
}

/** The document, derived from the contract: nothing in it is written by hand. */
function openApiDocument(base: string): object {
  const paths: Record<string, Record<string, object>> = {};
  const all: Readonly<Record<string, Operation>> = operations;
  for (const [name, operation] of Object.entries(all)) {
    if (operation.http === undefined) continue;
    const path = (operation.http.isAtRoot ? '' : base) + operation.http.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.http.method.toLowerCase()]: describe(name, operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ringdesk',
      version: '1',
      description: `Refusals are application/problem+json with one of these codes:\n\n${codes()}`,
    },
    // Addresses stand whole in `paths`, beside whatever serves this document.
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        basic: { type: 'http', scheme: 'basic' },
      },
      schemas: { Problem: jsonSchema(Problem, 'output') },
    },
  };
}

/** A refusal as it is answered (RFC 9457), with what a code adds. */
const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: ErrorCode,
  requestId: z.string(),
  errors: z.array(FieldError).optional(),
});

const rights: Readonly<Record<string, Right>> = policies;

function describe(name: string, operation: Operation): object {
  const right = rights[name] ?? 'anyone';
  const { method = 'GET', path = '/', status = 200, form, contentType } = operation.http ?? {};
  const { parameters, body } = inputOf(operation);
  const output = jsonSchema(operation.output, 'output');
  return {
    operationId: name,
    summary: operation.about,
    tags: [/^\/([\w-]+)/.exec(path)?.[1]],
    description: `For ${right}.`,
    security: form ? [{}, { basic: [] }] : right === 'anyone' ? [] : [{ token: scopesIn(right) }],
    parameters: [...parameters, ...(isRepeatable(operation, right) ? [idempotencyKey] : [])],
    ...(method === 'GET' || method === 'DELETE'
      ? {}
      : { requestBody: { required: (body.required ?? []).length > 0, content: content(body, form) } }),
    responses: {
      [status]: {
        description: 'Done',
        content: contentType === undefined ? content(output) : { [contentType]: { schema: output } },
      },
      ...refusals(operation, right),
      default: refusal(['UNAVAILABLE', 'UNEXPECTED'], form),
    },
  };
}

/** What an operation takes: fields in its path and query, and the rest as its body. */
function inputOf({ input, http }: Operation) {
  const whole = jsonSchema(input, 'input');
  const inPath = [...(http?.path ?? '').matchAll(/:(\w+)/g)].map(([, field]) => field ?? '');
  const isQuery = http?.method === 'GET' || http?.method === 'DELETE';
  const required = whole.required ?? [];
  const fields = Object.entries(whole.properties ?? {});
  const parameters = fields
    .filter(([field]) => isQuery || inPath.includes(field))
    .map(([field, schema]) => {
      const isRequired = inPath.includes(field) || required.includes(field);
      return {
        name: field,
        in: inPath.includes(field) ? 'path' : 'query',
        required: isRequired,
        schema,
        // What is filled in must not narrow a list that nobody narrowed.
        ...(isRequired && { example: exampleOf(schema, field) }),
      };
    });
  const body: JsonSchema = {
    ...whole,
    properties: Object.fromEntries(fields.filter(([field]) => !inPath.includes(field))),
    required: required.filter((field) => !inPath.includes(field)),
  };
  return { parameters, body };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key and body get the same answer for 24 hours, and have one effect.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/** Strangers have no keys, and what begins or ends a session is not repeated. */
function isRepeatable({ http }: Operation, right: Right): boolean {
  return http?.method === 'POST' && http.session === undefined && mayAsk(null, right) !== true;
}

function scopesIn(right: Right): string[] {
  return Scope.options.filter((scope) => right.endsWith(`services with ${scope}`));
}

/** The refusals that an operation's shape, right and own rules make possible, by status. */
function refusals(operation: Operation, right: Right): Record<number, object> {
  const { http, input } = operation;
  const people = Role.options.map((role) => mayAsk({ kind: 'person', role, isLocked: true }, right));
  const answers = [...people, mayAsk({ kind: 'service', scopes: [] }, right)];
  const isOpen = mayAsk(null, right) === true;
  const possible = new Set<ErrorCode>([
    'INPUT_INVALID',
    isOpen ? 'RATE_LIMITED' : 'UNAUTHENTICATED',
    ...(operation.refuses ?? []),
  ]);
  if (http?.form || right === 'holders of a step token') possible.add('UNAUTHENTICATED');
  if (answers.includes(false)) possible.add('FORBIDDEN');
  if (answers.includes('locked')) possible.add('SESSION_LOCKED');
  if (http?.path.includes(':')) possible.add('NOT_FOUND');
  if ('version' in (jsonSchema(input, 'input').properties ?? {})) possible.add('STALE');
  if (isRepeatable(operation, right)) possible.add('IDEMPOTENCY_MISMATCH');
  if (http?.method !== 'GET' && http?.method !== 'DELETE') possible.add('TOO_LARGE');
  const byStatus = Map.groupBy(possible, (code) => errorMeanings[code].status);
  return Object.fromEntries([...byStatus].map(([status, some]) => [status, refusal(some, http?.form)]));
}

/** One answer for codes of one status, each with its example. */
function refusal(some: readonly ErrorCode[], form?: true): object {
  const type = form ? 'application/json' : 'application/problem+json';
  const examples = some.map((code): [string, object] => {
    const { status, sentence: title, remedy } = errorMeanings[code];
    const detail = `${title} ${remedy}`;
    return [
      code,
      { value: { type: `/docs#${code}`, title, status, detail, code, requestId: 'a request id' } },
    ];
  });
  return {
    description: some.map((code) => `\`${code}\`: ${errorMeanings[code].sentence}`).join(' '),
    content: {
      [type]: {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples),
      },
    },
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...whole } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ jsonSchema: it }) {
      // `format` says it to people, and every whole number has these bounds.
      if (it.format === 'date-time') delete it.pattern;
      if (it.minimum === Number.MIN_SAFE_INTEGER) delete it.minimum;
      if (it.maximum === Number.MAX_SAFE_INTEGER) delete it.maximum;
    },
  });
  return whole as JsonSchema;
}

function content(schema: JsonSchema, form?: true): object {
  const it = { schema, example: exampleOf(schema) };
  return { 'application/json': it, ...(form === true && { 'application/x-www-form-urlencoded': it }) };
}

function codes(): string {
  return ErrorCode.options
    .map(
      (code) =>
        `- \`${code}\` (${errorMeanings[code].status}): ${errorMeanings[code].sentence} ${errorMeanings[code].remedy}`,
    )
    .join('\n');
}
