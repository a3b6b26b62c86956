import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../addresses.ts';

/** Mails that did not leave the machine. */
interface KeptMails {
  readonly list: (to: string | null) => Promise<readonly object[]>;
  readonly page: () => Promise<string>;
}

/** Shows kept mails at `/dev/mail`, as data at `/dev/mail.json?to=`. They hold codes, so they are for peers on this machine alone. */
export function addDevMail(app: FastifyInstance, mails: KeptMails): void {
  app.get('/dev/mail', async (request, reply) => {
    if (!isFromHere(request)) return reply.callNotFound();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(await mails.page());
  });
  app.get<{ Querystring: { to?: unknown } }>('/dev/mail.json', async (request, reply) => {
    if (!isFromHere(request)) return reply.callNotFound();
    const { to } = request.query;
    return reply
      .header('cache-control', 'no-store')
      .send(await mails.list(typeof to === 'string' ? to : null));
  });
}

/** A proxy on this machine speaks for others, and says so. */
function isFromHere({ ip, headers }: FastifyRequest): boolean {
  return isLoopback(ip) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
}
