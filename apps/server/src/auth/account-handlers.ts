import { refused } from '@ringdesk/shared';
import type { Handlers } from '../app.ts';

const soon = async () => refused('UNAVAILABLE');

export function accountHandlers(): Pick<
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
> {
  return {
    'auth.sign-up': soon,
    'auth.verify-email': soon,
    'auth.resend-code': soon,
    'totp.enroll': soon,
    'totp.confirm': soon,
    'auth.sign-in': soon,
    'auth.verify-sign-in': soon,
    'password.forgot': soon,
    'password.reset': soon,
    'password.change': soon,
    'totp.replace': soon,
    'recovery-codes.renew': soon,
    'auth.lock': soon,
    'auth.unlock': soon,
  };
}
