import { z } from 'zod';
import { UserId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Moment, PageRequest, pageOf } from '../kernel/page.ts';

/** What may stand in the audit, noun and what became of it. */
export const AuditedEvent = z.enum([
  'account.created',
  'account.sign-up-repeated',
  'sign-in.done',
  'sign-in.password-wrong',
  'sign-in.code-wrong',
  'sign-in.stopped',
  'sign-in.recovery-code-used',
  'sign-in.refused-disabled',
  'session.ended',
  'session.reused',
  'session.locked',
  'session.unlocked',
  'password.reset-asked',
  'password.reset',
  'password.changed',
  'authenticator.set-up',
  'authenticator.replaced',
  'authenticator.reset-by-admin',
  'recovery-codes.renewed',
  'user.role-changed',
  'user.name-changed',
  'user.disabled',
  'user.enabled',
  'user.sessions-ended',
  'service-client.created',
  'service-client.rotated',
  'service-client.revoked',
  'service-client.refused',
]);
export type AuditedEvent = z.infer<typeof AuditedEvent>;

/** One thing that was done or tried: by whom, to whom, from where. Never a password, code or token. */
export const AuditEntry = z.object({
  id: z.string(),
  at: Moment,
  event: AuditedEvent,
  /** Whose account it is about; null when the address or client was unknown. */
  userId: UserId.nullable(),
  userName: z.string().nullable(),
  /** Who did it; null for somebody who was not signed in. */
  byId: z.string().nullable(),
  byName: z.string().nullable(),
  address: z.string(),
  device: z.string(),
  /** A few words more, such as `rep → supervisor`. */
  detail: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const auditOperations = {
  'audit.list': operation({
    about: 'What was done and tried, newest first: of one person, of one kind, in a time.',
    input: PageRequest.extend({
      userId: UserId.optional(),
      event: AuditedEvent.optional(),
      from: Moment.optional(),
      to: Moment.optional(),
    }),
    output: pageOf(AuditEntry),
    http: { method: 'GET', path: '/audit' },
  }),
} as const;
