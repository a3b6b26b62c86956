import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about signing in, sessions and one's own account. */
export const authPolicy = {
  'auth.ways': 'anyone',
  'auth.sign-up': 'anyone',
  'auth.verify-email': 'anyone',
  'auth.resend-code': 'anyone',
  'auth.sign-in': 'anyone',
  'auth.verify-sign-in': 'holders of a step token',
  'auth.demo': 'anyone',
  'auth.refresh': 'anyone',
  'auth.sign-out': 'anyone signed in, also while locked',
  'auth.sign-out-everywhere': 'anyone signed in, also while locked',
  'auth.lock': 'anyone signed in, also while locked',
  'auth.unlock': 'anyone signed in, also while locked',
  'totp.enroll': 'holders of a step token',
  'totp.confirm': 'holders of a step token',
  'totp.replace': 'anyone signed in',
  'recovery-codes.renew': 'anyone signed in',
  'password.forgot': 'anyone',
  'password.reset': 'anyone',
  'password.change': 'anyone signed in',
  'sessions.list': 'anyone signed in',
  'session.end': 'anyone signed in',
  'session.renew': 'anyone signed in',
  'me.read': 'anyone signed in',
} as const satisfies Policy;
