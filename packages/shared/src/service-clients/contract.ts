import { z } from 'zod';
import { ServiceClientId, UserId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Moment, PageRequest, pageOf } from '../kernel/page.ts';
import { Scope } from '../kernel/rights.ts';
import { Count, oneLine } from '../kernel/text.ts';

/** A program that speaks to the server; its secret is shown once and never again. */
export const ServiceClient = z.object({
  id: ServiceClientId,
  name: z.string(),
  scopes: z.array(Scope),
  createdBy: UserId.nullable(),
  createdAt: Moment,
  rotatedAt: Moment.nullable(),
  /** Until then the secret before the last rotation works too. */
  oldSecretUntil: Moment.nullable(),
  lastUsedAt: Moment.nullable(),
  revokedAt: Moment.nullable(),
});
export type ServiceClient = z.infer<typeof ServiceClient>;

const WithSecret = ServiceClient.extend({ secret: z.string() });
const OneClient = z.strictObject({ id: ServiceClientId });

export const serviceClientOperations = {
  'service-clients.list': operation({
    about: 'The service clients, newest first; revoked ones too.',
    input: PageRequest,
    output: pageOf(ServiceClient),
    http: { method: 'GET', path: '/service-clients' },
  }),
  'service-client.create': operation({
    about: 'Makes a service client. The answer holds its secret, this once.',
    input: z.strictObject({
      name: oneLine(80),
      scopes: z
        .array(Scope)
        .min(1)
        .max(Scope.options.length)
        .transform((scopes) => [...new Set(scopes)]),
    }),
    output: WithSecret,
    http: { method: 'POST', path: '/service-clients', status: 201 },
  }),
  'service-client.read': operation({
    about: 'One service client.',
    input: OneClient,
    output: ServiceClient,
    http: { method: 'GET', path: '/service-clients/:id' },
  }),
  'service-client.rotate': operation({
    about:
      'A new secret, shown this once. The old one stops at once, or after `keepOldMinutes` (at most a day).',
    input: OneClient.extend({ keepOldMinutes: Count.max(1440).default(0) }),
    output: WithSecret,
    http: { method: 'POST', path: '/service-clients/:id/rotate' },
  }),
  'service-client.revoke': operation({
    about: 'Ends a service client for good; its tokens stop working at once.',
    input: OneClient,
    output: ServiceClient,
    http: { method: 'DELETE', path: '/service-clients/:id' },
  }),
  'oauth.token': operation({
    about:
      'Client credentials grant (RFC 6749, section 4.4), as form or JSON, credentials in the body or as Basic authorization. `scope` asks for some of the client’s scopes; without it all are given.',
    input: z.strictObject({
      grant_type: z.literal('client_credentials', { error: 'expected client_credentials' }),
      client_id: z.string().max(100),
      client_secret: z.string().max(200),
      scope: z.string().max(500).optional(),
    }),
    output: z.object({
      access_token: z.string(),
      token_type: z.literal('Bearer'),
      expires_in: z.number().int(),
      scope: z.string(),
    }),
    http: { method: 'POST', path: '/oauth/token', isAtRoot: true, form: true },
  }),
} as const;
