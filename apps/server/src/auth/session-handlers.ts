import { refused } from '@ringdesk/shared';
import type { Handlers } from '../app.ts';

const soon = async () => refused('UNAVAILABLE');

export function sessionHandlers(): Pick<
  Handlers,
  'auth.ways' | 'auth.sign-out-everywhere' | 'sessions.list' | 'session.end'
> {
  return {
    'auth.ways': soon,
    'auth.sign-out-everywhere': soon,
    'sessions.list': soon,
    'session.end': soon,
  };
}
