import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import {
  errorMeanings,
  type Operation,
  type OperationName,
  operationNames,
  operations,
  type Result,
  refused,
} from '@ringdesk/shared';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Asker } from '../app.ts';
import { createDeskCookies, type DeskCookie } from './desk-cookie.ts';
import { type Dispatch, refusalIn } from './dispatch.ts';
import { takeForms, withBasic } from './forms.ts';
import { guard } from './headers.ts';
import { describeApi } from './openapi.ts';
import type { Origins } from './origins.ts';
import type { PeerOf } from './peer.ts';
import { refusalOf, refuse, refuseUnread } from './refuse.ts';
import { type AnswerOnce, withRepeats } from './repeats.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set for an address that takes forms and refuses as OAuth does. */
    isForm?: boolean;
  }
}

interface HttpDoor {
  readonly dispatch: Dispatch;
  readonly authenticate: (token: string) => Promise<Asker | null>;
  /** Answers a question with a key once. */
  readonly once: AnswerOnce;
  readonly keys: () => Promise<unknown>;
  /** Whether the node can serve; false while the database is away and while draining. */
  readonly isReady: () => Promise<boolean>;
  /** Folder with the built desk, or null where there is none. */
  readonly deskFolder: string | null;
  /** Where the desk is reached from outside, or null outside production. */
  readonly publicUrl: string | null;
  readonly origins: Origins;
  readonly peerOf: PeerOf;
  readonly log: Logger;
}

const base = '/api/v1';
const mostBodyBytes = 256 * 1024;

/** The HTTP door: a route for each operation that has an address, health, keys, documentation and the desk's own files. */
export async function openHttp(door: HttpDoor): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: mostBodyBytes,
    genReqId: (request) => requestId(request.headers['x-request-id']),
    requestTimeout: 15_000,
    clientErrorHandler: refuseUnread,
    routerOptions: { maxParamLength: 200 },
  });
  takeJson(app);
  await app.register(fastifyCookie, { hook: false });
  await guard(app, door.origins, door.publicUrl?.startsWith('https:') ?? false);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (errorMeanings[refusal.code].alert === 'page')
      door.log.error({ err: error, requestId: request.id }, 'request failed');
    return refuse(reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && wantsPage;
    if (isPage && door.deskFolder !== null) return reply.sendFile('index.html');
    return refuse(reply, refusalIn(refused('NOT_FOUND')));
  });
  await addOperations(app, door);
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

/** Takes JSON and nothing else; a DELETE without a body may name the type of it all the same, as clients of many kinds do. */
function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (request.method === 'DELETE' && body === '') done(null, undefined);
    else void parse(request, body.toString(), done);
  });
}

async function addOperations(app: FastifyInstance, door: HttpDoor): Promise<void> {
  const cookies = createDeskCookies(door.publicUrl);
  const addTo = (part: FastifyInstance, isForm: boolean) => {
    for (const name of operationNames) {
      const { http }: Operation = operations[name];
      if (http === undefined || (http.form === true) !== isForm) continue;
      part.route({
        method: http.method,
        url: http.isAtRoot === true ? http.path : base + http.path,
        config: { isForm },
        handler: async (request, reply) => {
          const cookie = cookies(http.session, request, reply);
          const result = await answer(door, { name, request, cookie });
          if (!result.ok) return refuse(reply, result.error);
          void reply.code(http.status ?? 200).header('cache-control', 'no-store');
          if (http.contentType === undefined) return reply.send(result.value);
          // The dispatcher's table says that a file is answered in pieces.
          const pieces = Readable.from(result.value as AsyncIterable<string>);
          return reply.type(`${http.contentType}; charset=utf-8`).send(pieces);
        },
      });
    }
  };
  addTo(app, false);
  await app.register(async (part) => {
    await takeForms(part);
    addTo(part, true);
  });
}

interface Asked {
  readonly name: OperationName;
  readonly request: FastifyRequest;
  readonly cookie: DeskCookie | null;
}

async function answer(door: HttpDoor, { name, request, cookie }: Asked): Promise<Result<unknown>> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  const bearer = scheme?.toLowerCase() === 'bearer' && token ? token : null;
  const asker = bearer === null ? null : await door.authenticate(bearer);
  const given = inputOf(request);
  if (given === null)
    return refused('INPUT_INVALID', undefined, { errors: [{ path: '', message: 'send a JSON object' }] });
  const basic = request.routeOptions.config.isForm === true ? withBasic(given, request) : null;
  const input = basic ?? cookie?.fill(given) ?? { ok: true, value: given };
  if (!input.ok) return cookie?.keep(input) ?? input;
  const from = door.peerOf(request.raw);
  const question = { name, input: input.value, asker, desk: null, from, bearer };
  const result = await withRepeats(door.once)({ name, request, input: input.value, asker }, () =>
    door.dispatch(question),
  );
  return cookie?.keep(result) ?? result;
}

/** Path, then query or body; a field that stands in both places is refused by leaving the body's out of reach. */
function inputOf(request: FastifyRequest): object | null {
  const rest = request.method === 'GET' || request.method === 'DELETE' ? request.query : (request.body ?? {});
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) return null;
  const path: unknown = request.params ?? {};
  if (typeof path !== 'object' || path === null) return null;
  return Object.keys(path).some((key) => key in rest) ? null : { ...rest, ...path };
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
}
