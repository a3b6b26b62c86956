import { z } from 'zod';
import { SessionId, UserId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Moment } from '../kernel/page.ts';
import { Role } from '../kernel/rights.ts';
import { oneLine } from '../kernel/text.ts';
import { Email } from './email.ts';
import { Code, NewPassword, RecoveryCode, TypedPassword } from './password.ts';

export const User = z.object({ id: UserId, name: z.string(), email: z.string().nullable(), role: Role });
export type User = z.infer<typeof User>;

/**
 * Tokens and their owner; `expiresIn` is the life of the access token in seconds. The refresh token is null where the
 * browser keeps it in a cookie that no page can read. A locked session is good for unlocking and signing out only.
 */
export const Session = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  expiresIn: z.number().int(),
  user: User,
  isLocked: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** One sign-in on one device, as its owner and admins see it. */
export const SignedInDevice = z.object({
  id: SessionId,
  /** What it is, from what it says of itself: `Chrome on Windows`. */
  device: z.string(),
  /** The address it was last seen at. */
  address: z.string(),
  isCurrent: z.boolean(),
  isLocked: z.boolean(),
  createdAt: Moment,
  lastSeenAt: Moment,
  expiresAt: Moment,
});
export type SignedInDevice = z.infer<typeof SignedInDevice>;

export const PersonName = oneLine(80);
const Nothing = z.object({});
const NoInput = z.strictObject({});
const StepToken = z.string();
const FlowId = z.string().regex(/^[0-9a-z]{1,40}$/, 'expected the flow that the sign-up was answered with');
const RecoveryCodes = z.array(z.string());
/** The code of the authenticator, or a recovery code instead. */
const Factor = { code: Code.optional(), recoveryCode: RecoveryCode.optional() };
const eitherCode = {
  error: 'send the code of the authenticator, or a recovery code instead',
  path: ['code'],
};

const signUpOperations = {
  'auth.ways': operation({
    about: 'Which ways in there are: demo people, and where mails are shown when none are sent.',
    input: NoInput,
    output: z.object({ isDemo: z.boolean(), mailAt: z.string().nullable() }),
    http: { method: 'GET', path: '/auth/ways' },
  }),
  'auth.sign-up': operation({
    about:
      'Asks for an account. A code goes to the address; whether it is known already is never told. `flow` ties the code to this very sign-up.',
    input: z.strictObject({ email: Email, password: NewPassword, name: PersonName }),
    output: z.object({ flow: z.string() }),
    http: { method: 'POST', path: '/auth/sign-up', status: 202 },
  }),
  'auth.verify-email': operation({
    about: 'Shows the code that was mailed. Only the newest code counts, for 10 minutes and 5 tries.',
    input: z.strictObject({ email: Email, code: Code, flow: FlowId.optional() }),
    output: z.object({ enrollToken: StepToken }),
    http: { method: 'POST', path: '/auth/verify-email' },
  }),
  'auth.resend-code': operation({
    about: 'Mails a new code for a sign-up; the one before is void. Answers the same for every address.',
    input: z.strictObject({ email: Email, flow: FlowId.optional() }),
    output: Nothing,
    http: { method: 'POST', path: '/auth/resend-code', status: 202 },
  }),
  'totp.enroll': operation({
    about:
      'A secret for the authenticator, as text, as address and as a QR code. Needs an enroll token; asked again, it is the same secret.',
    input: NoInput,
    output: z.object({ secret: z.string(), otpauthUrl: z.string(), qrSvg: z.string() }),
    http: { method: 'POST', path: '/auth/totp/enroll' },
  }),
  'totp.confirm': operation({
    about:
      'Proves the authenticator with its first code, gives ten recovery codes and signs in. They are shown this once.',
    input: z.strictObject({ code: Code }),
    output: Session.extend({ recoveryCodes: RecoveryCodes }),
    http: { method: 'POST', path: '/auth/totp/confirm', session: 'begins' },
  }),
} as const;

const signInOperations = {
  'auth.sign-in': operation({
    about:
      'Shows the password. Answers a challenge token for the code, or an enroll token when no authenticator is set up.',
    input: z.strictObject({ email: Email, password: TypedPassword }),
    output: z.union([z.object({ challengeToken: StepToken }), z.object({ enrollToken: StepToken })]),
    http: { method: 'POST', path: '/auth/sign-in' },
  }),
  'auth.verify-sign-in': operation({
    about:
      'Shows the code of the authenticator, or a recovery code; the latter also gives an enroll token to set up a new authenticator.',
    input: z.strictObject(Factor).refine(isOneFactor, eitherCode),
    output: Session.extend({
      enrollToken: StepToken.optional(),
      recoveryCodesLeft: z.number().int().optional(),
    }),
    http: { method: 'POST', path: '/auth/sign-in/verify', session: 'begins' },
  }),
  'auth.demo': operation({
    about:
      'Signs in as a demo person. Only in demo mode and from this machine; the same name is the same person.',
    input: z.strictObject({ role: Role, name: PersonName.optional() }),
    output: Session,
    http: { method: 'POST', path: '/auth/demo' },
  }),
  'auth.refresh': operation({
    about:
      'Exchanges a refresh token for new tokens. Each works once; shown again within 10 s it gets the same answer, later it ends the session everywhere. A browser desk sends none: its cookie speaks.',
    input: z.strictObject({ refreshToken: z.string().min(20).max(200) }),
    output: Session,
    http: { method: 'POST', path: '/auth/refresh', session: 'renews' },
  }),
  'password.forgot': operation({
    about: 'Mails a code to set a new password. Answers the same for every address.',
    input: z.strictObject({ email: Email }),
    output: Nothing,
    http: { method: 'POST', path: '/auth/password/forgot', status: 202 },
  }),
  'password.reset': operation({
    about:
      'Sets a new password with the code that was mailed, and ends every session. The authenticator stays.',
    input: z.strictObject({ email: Email, code: Code, password: NewPassword }),
    output: Nothing,
    http: { method: 'POST', path: '/auth/password/reset' },
  }),
} as const;

const ownAccountOperations = {
  'auth.sign-out': operation({
    about: 'Ends this session everywhere it is open.',
    input: NoInput,
    output: Nothing,
    http: { method: 'POST', path: '/auth/sign-out', session: 'ends' },
  }),
  'auth.sign-out-everywhere': operation({
    about: 'Ends every session of this person, this one too.',
    input: NoInput,
    output: Nothing,
    http: { method: 'POST', path: '/auth/sign-out-everywhere', session: 'ends' },
  }),
  'auth.lock': operation({
    about: 'Locks this session: until it is unlocked it is good for nothing else. Its sockets close.',
    input: NoInput,
    output: Nothing,
    http: { method: 'POST', path: '/auth/lock' },
  }),
  'auth.unlock': operation({
    about: 'Unlocks this session with the code of the authenticator. Demo people have none and send none.',
    input: z.strictObject({ code: Code.optional() }),
    output: Nothing,
    http: { method: 'POST', path: '/auth/unlock' },
  }),
  'totp.replace': operation({
    about: 'Starts setting up another authenticator; needs the password and a factor shown right now.',
    input: z.strictObject({ password: TypedPassword, ...Factor }).refine(isOneFactor, eitherCode),
    output: z.object({ enrollToken: StepToken }),
    http: { method: 'POST', path: '/auth/totp/replace' },
  }),
  'recovery-codes.renew': operation({
    about: 'Ten new recovery codes; those before are void.',
    input: z.strictObject({ password: TypedPassword, ...Factor }).refine(isOneFactor, eitherCode),
    output: z.object({ recoveryCodes: RecoveryCodes }),
    http: { method: 'POST', path: '/auth/recovery-codes' },
  }),
  'password.change': operation({
    about: 'Sets a new password; every other session ends.',
    input: z.strictObject({ currentPassword: TypedPassword, password: NewPassword }),
    output: Nothing,
    http: { method: 'POST', path: '/auth/password/change' },
  }),
  'sessions.list': operation({
    about: 'Where this person is signed in, the most recently seen first.',
    input: NoInput,
    output: z.object({ items: z.array(SignedInDevice), nextCursor: z.null() }),
    http: { method: 'GET', path: '/auth/sessions' },
  }),
  'session.end': operation({
    about: 'Ends one of the own sessions.',
    input: z.strictObject({ id: SessionId }),
    output: Nothing,
    http: { method: 'DELETE', path: '/auth/sessions/:id' },
  }),
  'session.renew': operation({
    about: 'Gives this socket a fresh access token of the same session, before the old one expires.',
    input: z.strictObject({ token: z.string().max(4096) }),
    output: Nothing,
    socket: true,
  }),
  'me.read': operation({
    about: 'Who is signed in.',
    input: NoInput,
    output: User,
    http: { method: 'GET', path: '/me' },
  }),
} as const;

export const authOperations = { ...signUpOperations, ...signInOperations, ...ownAccountOperations } as const;

function isOneFactor({ code, recoveryCode }: { code?: unknown; recoveryCode?: unknown }): boolean {
  return (code === undefined) !== (recoveryCode === undefined);
}
