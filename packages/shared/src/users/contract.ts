import { z } from 'zod';
import { SessionId, UserId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Moment, PageRequest, pageOf } from '../kernel/page.ts';
import { Role } from '../kernel/rights.ts';
import { Count, oneLine, text } from '../kernel/text.ts';

/** A person as admins see one; `lastSeenAt` is null for somebody who never signed in. */
export const Person = z.object({
  id: UserId,
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  isDisabled: z.boolean(),
  isDemo: z.boolean(),
  hasAuthenticator: z.boolean(),
  sessions: z.number().int(),
  createdAt: Moment,
  lastSeenAt: Moment.nullable(),
  version: Count,
});
export type Person = z.infer<typeof Person>;

const OneUser = z.strictObject({ id: UserId });

export const userOperations = {
  'users.list': operation({
    about: 'The people of the desk by name. `q` looks in name and email.',
    input: PageRequest.extend({
      q: text(80).trim().optional(),
      role: Role.optional(),
      disabled: z.enum(['yes', 'no']).optional(),
    }),
    output: pageOf(Person),
    http: { method: 'GET', path: '/users' },
  }),
  'user.read': operation({
    about: 'One person: oneself, or for admins anybody. Somebody else is as if absent.',
    input: OneUser,
    output: Person,
    http: { method: 'GET', path: '/users/:id' },
  }),
  'user.change': operation({
    about:
      'Changes the own name; admins also change name, role and whether somebody may sign in. It is felt by open desks at once. The last admin stays one.',
    input: z.strictObject({
      id: UserId,
      version: Count,
      name: oneLine(80).optional(),
      role: Role.optional(),
      isDisabled: z.boolean().optional(),
    }),
    output: Person,
    refuses: ['ADMIN_LAST'],
    http: { method: 'PATCH', path: '/users/:id' },
  }),
  'user.sessions': operation({
    about: 'Where somebody is signed in.',
    input: OneUser,
    output: z.object({
      items: z.array(
        z.object({
          id: SessionId,
          device: z.string(),
          address: z.string(),
          createdAt: Moment,
          lastSeenAt: Moment,
        }),
      ),
      nextCursor: z.null(),
    }),
    http: { method: 'GET', path: '/users/:id/sessions' },
  }),
  'user.end-sessions': operation({
    about: 'Ends every session of somebody, or one of them.',
    input: OneUser.extend({ sessionId: SessionId.optional() }),
    output: z.object({ ended: z.number().int() }),
    http: { method: 'POST', path: '/users/:id/end-sessions' },
  }),
  'user.reset-authenticator': operation({
    about:
      'For somebody who lost authenticator and recovery codes: both are void, sessions end, a mail says so, and the next sign-in sets up a new one. Needs the code of the admin’s own authenticator.',
    input: OneUser.extend({ code: z.string().regex(/^[0-9]{6}$/, 'expected the six digits of your code') }),
    output: z.object({}),
    http: { method: 'POST', path: '/users/:id/reset-authenticator' },
  }),
} as const;
