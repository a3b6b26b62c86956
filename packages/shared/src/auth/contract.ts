import { z } from 'zod';
import { UserId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Role } from '../kernel/rights.ts';
import { text } from '../kernel/text.ts';

export const User = z.object({ id: UserId, name: z.string(), email: z.string().nullable(), role: Role });
export type User = z.infer<typeof User>;

/** Tokens and their owner; `expiresIn` is the life of the access token in seconds. */
export const Session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.number().int(),
  user: User,
});
export type Session = z.infer<typeof Session>;

const PersonName = text(80).trim().min(1);
const Nothing = z.object({});

export const authOperations = {
  'auth.demo': operation({
    about:
      'Signs in as a demo person. Only in demo mode and from this machine; the same name is the same person.',
    who: 'anyone',
    input: z.strictObject({ role: Role, name: PersonName.optional() }),
    output: Session,
    http: { method: 'POST', path: '/auth/demo' },
  }),
  'auth.refresh': operation({
    about: 'Exchanges a refresh token for new tokens. Each refresh token works once.',
    who: 'anyone',
    input: z.strictObject({ refreshToken: z.string().min(20).max(200) }),
    output: Session,
    http: { method: 'POST', path: '/auth/refresh' },
  }),
  'auth.sign-out': operation({
    about: 'Ends this session everywhere it is open.',
    who: 'anyone signed in',
    input: z.strictObject({}),
    output: Nothing,
    http: { method: 'POST', path: '/auth/sign-out' },
  }),
  'me.read': operation({
    about: 'Who is signed in.',
    who: 'anyone signed in',
    input: z.strictObject({}),
    output: User,
    http: { method: 'GET', path: '/me' },
  }),
  'session.renew': operation({
    about: 'Gives this socket a fresh access token of the same session, before the old one expires.',
    who: 'anyone signed in',
    input: z.strictObject({ token: z.string().max(4096) }),
    output: Nothing,
    socket: true,
  }),
} as const;
