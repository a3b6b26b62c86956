import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import {
  ErrorCode,
  errorMeanings,
  mayAsk,
  type Operation,
  operations,
  policies,
  type Right,
  Role,
} from '@ringdesk/shared';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

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
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        basic: { type: 'http', scheme: 'basic' },
      },
    },
  };
}

const rights: Readonly<Record<string, Right>> = policies;

function describe(name: string, operation: Operation): object {
  const right = rights[name] ?? 'anyone';
  const { method = 'GET', path = '/', status = 200, form } = operation.http ?? {};
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, field]) => field ?? '');
  const input = jsonSchema(operation.input, 'input');
  const fields = Object.entries(input.properties ?? {});
  const isQuery = method === 'GET' || method === 'DELETE';
  const parameters = fields
    .filter(([field]) => isQuery || inPath.includes(field))
    .map(([field, schema]) => ({
      name: field,
      in: inPath.includes(field) ? 'path' : 'query',
      required: inPath.includes(field) || (input.required ?? []).includes(field),
      schema,
    }));
  const body = {
    ...input,
    properties: Object.fromEntries(fields.filter(([field]) => !inPath.includes(field))),
  };
  return {
    operationId: name,
    summary: operation.about,
    tags: [name.split('.')[0]],
    description: `For ${right}.`,
    security: form ? [{}, { basic: [] }] : right === 'anyone' ? [] : [{ token: [] }],
    parameters,
    ...(isQuery ? {} : { requestBody: { required: true, content: content(body, form) } }),
    responses: {
      [status]: { description: 'Done', content: content(jsonSchema(operation.output, 'output')) },
      ...refusals(right, form),
      default: refusal('Refused', form),
    },
  };
}

/** The refusals that an operation's right makes possible, found by asking it as everybody. */
function refusals(right: Right, form?: true): Record<number, object> {
  const people = Role.options.map((role) => mayAsk({ kind: 'person', role, isLocked: true }, right));
  const answers = [...people, mayAsk({ kind: 'service', scopes: [] }, right)];
  const isOpen = mayAsk(null, right) === true;
  const possible: ErrorCode[] = ['INPUT_INVALID', isOpen ? 'RATE_LIMITED' : 'UNAUTHENTICATED'];
  if (form || right === 'holders of a step token') possible.push('UNAUTHENTICATED');
  if (answers.includes(false)) possible.push('FORBIDDEN');
  if (answers.includes('locked')) possible.push('SESSION_LOCKED');
  return Object.fromEntries(
    possible.map((code) => [errorMeanings[code].status, refusal(errorMeanings[code].sentence, form)]),
  );
}

function refusal(description: string, form?: true): object {
  const type = form ? 'application/json' : 'application/problem+json';
  return { description, content: { [type]: { schema: { type: 'object' } } } };
}

interface ObjectSchema {
  readonly properties?: Record<string, object>;
  readonly required?: readonly string[];
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as ObjectSchema;
}

function content(schema: object, form?: true): object {
  const isForm = form === true && { 'application/x-www-form-urlencoded': { schema } };
  return { 'application/json': { schema }, ...isForm };
}

function codes(): string {
  return ErrorCode.options
    .map(
      (code) =>
        `- \`${code}\` (${errorMeanings[code].status}): ${errorMeanings[code].sentence} ${errorMeanings[code].remedy}`,
    )
    .join('\n');
}
