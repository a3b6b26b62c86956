import { refused } from '@ringdesk/shared';
import type { Handlers } from '../app.ts';

const soon = async () => refused('UNAVAILABLE');

export function userHandlers(): Pick<
  Handlers,
  | 'users.list'
  | 'user.read'
  | 'user.change'
  | 'user.sessions'
  | 'user.end-sessions'
  | 'user.reset-authenticator'
> {
  return {
    'users.list': soon,
    'user.read': soon,
    'user.change': soon,
    'user.sessions': soon,
    'user.end-sessions': soon,
    'user.reset-authenticator': soon,
  };
}
