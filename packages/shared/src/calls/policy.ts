import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about calls. Whose call it is, the call's own row decides. */
export const callPolicy = {
  'call.claim': 'reps',
  'call.decline': 'reps',
  'call.release': 'reps',
  'call.end': 'reps',
  'call.wrap-up': 'reps',
  'call.note': 'reps',
  'call.link': 'reps',
  'calls.list': 'reps and services with read-records',
  'call.read': 'reps and services with read-records',
  'call.offers': 'reps and services with read-records',
} as const satisfies Policy;
