import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import {
  type ErrorCode,
  ErrorCode as ErrorCodes,
  errorMeanings,
  type OperationName,
  operationNames,
  operations,
  type Refusal,
  type Result,
  refused,
} from '@ringdesk/shared';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Asker } from '../app.ts';
import { type Dispatch, refusalIn } from './dispatch.ts';
import { describeApi } from './openapi.ts';
import { deviceIn } from './peer.ts';

interface HttpDoor {
  readonly dispatch: Dispatch;
  readonly authenticate: (token: string) => Promise<Asker | null>;
  readonly keys: () => Promise<unknown>;
  /** Whether the node can serve; false while the database is away and while draining. */
  readonly isReady: () => Promise<boolean>;
  /** Folder with the built desk, or null where there is none. */
  readonly deskFolder: string | null;
  readonly log: Logger;
}

const base = '/api/v1';
const mostBodyBytes = 256 * 1024;
/** Origins of the desktop app, whose pages come from the app itself and not from this server. */
const appOrigin = 'app://ringdesk';

/** The HTTP door: a route for each operation that has an address, health, keys, documentation and the desk's own files. */
export async function openHttp(door: HttpDoor): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: mostBodyBytes,
    genReqId: (request) => requestId(request.headers['x-request-id']),
    requestTimeout: 15_000,
    routerOptions: { maxParamLength: 200 },
  });
  await secure(app);
  app.setErrorHandler((error: { statusCode?: number; code?: string; message: string }, request, reply) => {
    const code = codeOfStatus(error.statusCode ?? 500);
    if (code === 'UNEXPECTED') door.log.error({ err: error, requestId: request.id }, 'request failed');
    const errors = code === 'INPUT_INVALID' ? [{ path: '', message: bodyProblem(error.code) }] : undefined;
    return problem(reply, refusalIn(refused(code, undefined, errors && { errors })));
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && acceptsPage(request);
    if (isPage && door.deskFolder !== null) return reply.sendFile('index.html');
    return problem(reply, refusalIn(refused('NOT_FOUND')));
  });
  addOperations(app, door);
  app.get('/.well-known/jwks.json', async () => door.keys());
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const isReady = await door.isReady();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'unready' });
  });
  await describeApi(app, base);
  if (door.deskFolder !== null)
    await app.register(fastifyStatic, { root: door.deskFolder, index: 'index.html' });
  return app;
}

function addOperations(app: FastifyInstance, door: HttpDoor): void {
  for (const name of operationNames) {
    const operation = operations[name];
    if (!('http' in operation)) continue;
    const { method, path } = operation.http;
    const status = 'status' in operation.http ? operation.http.status : 200;
    app.route({
      method,
      url: 'isAtRoot' in operation.http ? path : base + path,
      handler: async (request, reply) => {
        const result = await answer(door, name, request);
        if (!result.ok) return problem(reply, result.error);
        return reply.code(Number(status)).header('cache-control', 'no-store').send(result.value);
      },
    });
  }
}

async function answer(
  door: HttpDoor,
  name: OperationName,
  request: FastifyRequest,
): Promise<Result<unknown>> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  const bearer = scheme?.toLowerCase() === 'bearer' && token ? token : null;
  const asker = bearer === null ? null : await door.authenticate(bearer);
  const input = inputOf(request);
  if (input === null)
    return refused('INPUT_INVALID', undefined, { errors: [{ path: '', message: 'send a JSON object' }] });
  const from = { address: request.ip, device: deviceIn(request.headers) };
  return door.dispatch({ name, input, asker, desk: null, from, bearer });
}

/** Path, then query or body; a field that stands in both places is refused by leaving the body's out of reach. */
function inputOf(request: FastifyRequest): object | null {
  const rest = request.method === 'GET' || request.method === 'DELETE' ? request.query : (request.body ?? {});
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) return null;
  const path: unknown = request.params ?? {};
  if (typeof path !== 'object' || path === null) return null;
  return Object.keys(path).some((key) => key in rest) ? null : { ...rest, ...path };
}

async function secure(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", 'ws:', 'wss:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (request.headers.origin !== appOrigin) return;
    void reply.header('access-control-allow-origin', appOrigin).header('vary', 'origin');
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    if (request.method !== 'OPTIONS') return;
    await reply
      .header('access-control-allow-methods', 'GET, POST, PATCH, PUT, DELETE')
      .header('access-control-allow-headers', 'authorization, content-type, idempotency-key, x-request-id')
      .code(204)
      .send();
  });
}

/** The refusal as `application/problem+json` (RFC 9457). */
function problem(reply: FastifyReply, error: Refusal): FastifyReply {
  const { status, remedy } = errorMeanings[error.code];
  const { errors, ...details } = error.details ?? {};
  return reply
    .code(status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send({
      type: `/docs#${error.code}`,
      title: errorMeanings[error.code].sentence,
      status,
      detail:
        error.message === errorMeanings[error.code].sentence ? `${error.message} ${remedy}` : error.message,
      code: error.code,
      requestId: reply.request.id,
      ...(errors === undefined ? {} : { errors }),
      ...details,
    });
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 429) return 'RATE_LIMITED';
  if (status === 503) return 'UNAVAILABLE';
  const known = ErrorCodes.options.find((code) => errorMeanings[code].status === status && status !== 401);
  if (known !== undefined) return known;
  return status >= 400 && status < 500 ? 'INPUT_INVALID' : 'UNEXPECTED';
}

function bodyProblem(code: string | undefined): string {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return 'send JSON, with the header Content-Type: application/json';
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'the body is empty; send a JSON object';
  return 'the body is not readable as JSON';
}

function acceptsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
}
