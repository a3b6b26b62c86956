import helmet from '@fastify/helmet';
import { refused } from '@ringdesk/shared';
import type { FastifyInstance } from 'fastify';
import { refusalIn } from './dispatch.ts';
import type { Origins } from './origins.ts';
import { refuse } from './refuse.ts';

const ownPagesMaySend = 'authorization, content-type, idempotency-key, x-request-id, x-ringdesk-desk';

/** The headers of every answer, and the door's first look: who may not ask at all is refused before anything is read. */
export async function guard(app: FastifyInstance, origins: Origins, isHttps: boolean): Promise<void> {
  await app.register(helmet, {
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
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
    const why = origins(request.headers);
    if (why !== null) return refuse(reply, refusalIn(refused('FORBIDDEN', why)));
    const { origin } = request.headers;
    if (origin === undefined) return;
    void reply.header('access-control-allow-origin', origin).header('vary', 'origin');
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    void reply.header('access-control-expose-headers', 'x-request-id, retry-after');
    if (request.method !== 'OPTIONS') return;
    return reply
      .header('access-control-allow-methods', 'GET, POST, PATCH, PUT, DELETE')
      .header('access-control-allow-headers', ownPagesMaySend)
      .code(204)
      .send();
  });
}
