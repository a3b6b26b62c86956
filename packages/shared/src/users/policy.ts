import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about the people of the desk. Everybody may read themselves and change their own name. */
export const userPolicy = {
  'users.list': 'admins',
  'user.read': 'anyone signed in',
  'user.change': 'anyone signed in',
  'user.sessions': 'admins',
  'user.end-sessions': 'admins',
  'user.reset-authenticator': 'admins',
} as const satisfies Policy;
