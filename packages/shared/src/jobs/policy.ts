import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about jobs. */
export const jobPolicy = {
  'jobs.list': 'reps and services with read-records',
  'jobs.taken': 'reps and services with read-records',
  'jobs.free': 'reps and services with read-records',
  'jobs.assignees': 'reps and services with read-records',
  'job.create': 'reps and services with write-records',
  'job.read': 'reps and services with read-records',
  'job.change': 'reps and services with write-records',
  'job.note': 'reps and services with write-records',
} as const satisfies Policy;
