import type { App, Handlers } from '../app.ts';
import type { Config } from '../config.ts';
import { changePassword } from './change-password.ts';
import { confirmTotp } from './confirm-totp.ts';
import { enrollTotp } from './enroll-totp.ts';
import { forgotPassword } from './forgot-password.ts';
import { lockSession } from './lock-session.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { replaceTotp } from './replace-totp.ts';
import { resendCode } from './resend-code.ts';
import { resetPassword } from './reset-password.ts';
import type { SessionParts } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { createTurns } from './turns.ts';
import { unlockSession } from './unlock-session.ts';
import { verifyEmail } from './verify-email.ts';
import { verifySignIn } from './verify-sign-in.ts';

type Parts = SessionParts & Pick<App, 'passwords'> & Pick<Config, 'accounts'>;

type AccountHandlers = Pick<
  Handlers,
  | 'auth.sign-up'
  | 'auth.verify-email'
  | 'auth.resend-code'
  | 'totp.enroll'
  | 'totp.confirm'
  | 'auth.sign-in'
  | 'auth.verify-sign-in'
  | 'password.forgot'
  | 'password.reset'
  | 'password.change'
  | 'totp.replace'
  | 'recovery-codes.renew'
  | 'auth.lock'
  | 'auth.unlock'
>;

/** So many sign in at once, whatever storms the door: connections to the database are left for live calls. */
const signInsAtOnce = 4;
const mostSignInsWaiting = 100;

export function accountHandlers(parts: Parts): AccountHandlers {
  const turns = createTurns({ atOnce: signInsAtOnce, mostWaiting: mostSignInsWaiting });
  const app = { ...parts, turns };
  return {
    'auth.sign-up': ({ input, from }) => signUp(app, { ...input, from }),
    'auth.verify-email': ({ input, from }) => verifyEmail(app, { ...input, flow: input.flow, from }),
    'auth.resend-code': ({ input, from }) => resendCode(app, { ...input, flow: input.flow, from }),
    'totp.enroll': ({ bearer }) => enrollTotp(app, bearer),
    'totp.confirm': ({ input, bearer, from }) => confirmTotp(app, { code: input.code, bearer, from }),
    'auth.sign-in': ({ input, from }) => signIn(app, { ...input, from }),
    'auth.verify-sign-in': ({ input: { code, recoveryCode }, bearer, from }) =>
      verifySignIn(app, { code, recoveryCode, bearer, from }),
    'password.forgot': ({ input, from }) => forgotPassword(app, { email: input.email, from }),
    'password.reset': ({ input, from }) => resetPassword(app, { ...input, from }),
    'password.change': ({ input, asker, from }) => changePassword(app, { ...input, asker, from }),
    'totp.replace': ({ input: { password, code, recoveryCode }, asker, from }) =>
      replaceTotp(app, { password, code, recoveryCode, asker, from }),
    'recovery-codes.renew': ({ input: { password, code, recoveryCode }, asker, from }) =>
      renewRecoveryCodes(app, { password, code, recoveryCode, asker, from }),
    'auth.lock': ({ asker, from }) => lockSession(app, asker, from),
    'auth.unlock': ({ input, asker, from }) => unlockSession(app, { code: input.code, asker, from }),
  };
}
