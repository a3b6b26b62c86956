import { refused } from '@ringdesk/shared';
import type { Handlers } from '../app.ts';

const soon = async () => refused('UNAVAILABLE');

export function jobHandlers(): Pick<
  Handlers,
  | 'jobs.list'
  | 'jobs.taken'
  | 'jobs.free'
  | 'jobs.assignees'
  | 'job.create'
  | 'job.read'
  | 'job.change'
  | 'job.note'
> {
  return {
    'jobs.list': soon,
    'jobs.taken': soon,
    'jobs.free': soon,
    'jobs.assignees': soon,
    'job.create': soon,
    'job.read': soon,
    'job.change': soon,
    'job.note': soon,
  };
}
