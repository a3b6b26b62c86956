import {
  AddressId,
  CustomerId,
  done,
  errorMeanings,
  type FieldError,
  JobId,
  mayAsk,
  type Output,
  policies,
  type Refusal,
  type Result,
  refused,
} from '@ringdesk/shared';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Asker, Peer } from '../../app.ts';
import { type Dispatch, refusalIn } from '../dispatch.ts';
import type { PeerOf } from '../peer.ts';
import { refusalOf } from '../refuse.ts';
import { type AnswerOnce, repeatable } from '../repeats.ts';
import { theirPath } from './names.ts';
import { queryOf } from './query.ts';
import type { Records } from './records.ts';
import { refusalOut } from './refusals.ts';
import type { Asked, Route } from './route.ts';
import { absent, routes } from './routes.ts';
import { createTurns } from './turns.ts';

interface HousecallDoor {
  readonly dispatch: Dispatch;
  readonly authenticate: (token: string) => Promise<Asker | null>;
  /** The program whose secret this is. */
  readonly openWithSecret: (secret: string, from: Peer) => Promise<Result<Asker>>;
  readonly once: AnswerOnce;
  readonly records: Records;
  readonly peerOf: PeerOf;
  readonly log: Logger;
}

/** The door, and the turns of those who write to one record. */
type OpenDoor = HousecallDoor & { readonly inTurn: ReturnType<typeof createTurns> };

const base = '/housecall';

/** Housecall Pro's own addresses and shapes over our operations, below `/housecall`: a table of routes, and how one is run. */
export async function openHousecall(app: FastifyInstance, door: HousecallDoor): Promise<void> {
  await app.register(
    async (part) => {
      part.setErrorHandler((error: FastifyError, request, reply) => {
        const refusal = refusalOf(error);
        if (errorMeanings[refusal.code].alert === 'page')
          door.log.error({ err: error, requestId: request.id }, 'request failed');
        return refuse(reply, refusal);
      });
      part.setNotFoundHandler((_request, reply) => refuse(reply, refusalIn(refused('NOT_FOUND'))));
      const inTurn = createTurns();
      for (const route of routes) addRoute(part, { ...door, inTurn }, route);
      for (const { path, methods = ['GET', 'POST', 'PUT', 'DELETE'], why } of absent)
        part.route({
          method: [...methods],
          url: path,
          handler: async (request, reply) => {
            const asker = await askerOf(door, request);
            if (!asker.ok) return refuse(reply, asker.error);
            return reply
              .code(501)
              .header('cache-control', 'no-store')
              .send({ error: { message: why } });
          },
        });
    },
    { prefix: base },
  );
}

function addRoute(part: FastifyInstance, door: OpenDoor, route: Route): void {
  part.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const result = await answer(door, route, request);
      if (!result.ok) return refuse(reply, result.error, route);
      return reply
        .code(route.status ?? 200)
        .header('cache-control', 'no-store')
        .send(result.value);
    },
  });
}

function refuse(reply: FastifyReply, refusal: Refusal, route?: Route): FastifyReply {
  const { status, body } = refusalOut(refusal, route?.refusal);
  const { retryAfterSeconds } = refusal.details ?? {};
  if (typeof retryAfterSeconds === 'number') void reply.header('retry-after', Math.ceil(retryAfterSeconds));
  return reply.code(status).header('cache-control', 'no-store').send(body);
}

async function answer(door: OpenDoor, route: Route, request: FastifyRequest): Promise<Result<unknown>> {
  const known = await askerOf(door, request);
  if (!known.ok) return known;
  const asker = known.value;
  const may = mayAsk(asker, policies[route.right]);
  if (may !== true) return refused(may === 'locked' ? 'SESSION_LOCKED' : 'FORBIDDEN');
  const path = partsOf(request);
  if (path === null) return refused('NOT_FOUND');
  const asked = askedBy(door, { asker, request, path });
  const question = { name: `${route.method} ${base}${route.path}`, request, asker };
  const input = { path, body: request.body ?? {} };
  // Only what was done is remembered: what was refused had no effect, and is judged anew.
  const once = () =>
    repeatable(door.once, (result) => result.ok)({ ...question, input }, () => route.answer(asked));
  const record = path['job_id'] ?? path['customer_id'];
  // Who waits for a turn holds no connection yet, so that nobody before them goes without.
  return route.method === 'GET' || record === undefined ? once() : door.inTurn(record, once);
}

/** Who asks: a program by its secret alone, or anybody by a token. */
async function askerOf(door: HousecallDoor, request: FastifyRequest): Promise<Result<Asker>> {
  const [, scheme = '', shown = ''] = /^(\w+) +(\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'token') return door.openWithSecret(shown, door.peerOf(request.raw));
  const asker = scheme.toLowerCase() === 'bearer' ? await door.authenticate(shown) : null;
  return asker === null
    ? refused('UNAUTHENTICATED', 'Send the secret of a service client as Authorization: Token <secret>.')
    : done(asker);
}

const ids: Readonly<Record<string, z.ZodType>> = {
  customer_id: CustomerId,
  address_id: AddressId,
  job_id: JobId,
};

/** The parts of the path; null when one of them cannot be an id of ours, and so leads nowhere. */
function partsOf(request: FastifyRequest): Readonly<Record<string, string>> | null {
  const parts = Object.entries(request.params ?? {}).map(([name, value]) => [name, String(value)] as const);
  const isFit = parts.every(([name, value]) => ids[name]?.safeParse(value).success !== false);
  return isFit ? Object.fromEntries(parts) : null;
}

interface From {
  readonly asker: Asker;
  readonly request: FastifyRequest;
  readonly path: Readonly<Record<string, string>>;
}

function askedBy({ dispatch, records, peerOf }: HousecallDoor, { asker, request, path }: From): Asked {
  const { search } = new URL(request.url, 'http://housecall');
  const reader = withReading(asker);
  return {
    asker,
    query: queryOf(search),
    at: (part) => path[part] ?? '',
    body: (shape) => {
      const parsed = shape.safeParse(request.body ?? {});
      if (parsed.success) return done(parsed.data);
      return refused('INPUT_INVALID', undefined, { errors: fieldErrors(parsed.error) });
    },
    ask: async (name, input, rename = theirPath) => {
      const from = peerOf(request.raw);
      const result = await dispatch({ name, input, asker: reader, desk: null, from, bearer: null });
      // The dispatcher answers each name with its own output; the compiler cannot follow that through the table.
      return result.ok ? done(result.value as Output<typeof name>) : renamed(result, rename);
    },
    records,
  };
}

/** Whoever may write sees what was written, as with our own addresses. */
function withReading(asker: Asker): Asker {
  const isWriter = asker.kind === 'service' && asker.scopes.includes('write-records');
  return isWriter ? { ...asker, scopes: [...asker.scopes, 'read-records'] } : asker;
}

function renamed(result: Result<never>, rename: (path: string) => string): Result<never> {
  const { details, ...error } = refusalIn(result);
  const errors = details?.errors?.map(({ path, message }) => ({ path: rename(path), message }));
  return { ok: false, error: { ...error, ...(details && { details: { ...details, errors } }) } };
}

function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.slice(0, 20).map(({ path, message }) => ({
    path: path.join('.'),
    message: path.length === 0 ? 'send a JSON object' : message,
  }));
}
