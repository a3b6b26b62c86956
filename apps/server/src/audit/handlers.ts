import { refused } from '@ringdesk/shared';
import type { Handlers } from '../app.ts';

const soon = async () => refused('UNAVAILABLE');

export function auditHandlers(): Pick<Handlers, 'audit.list'> {
  return {
    'audit.list': soon,
  };
}
