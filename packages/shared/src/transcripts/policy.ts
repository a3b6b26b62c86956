import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about the words of a call. */
export const transcriptPolicy = {
  'transcript.watch': 'reps',
  'transcript.unwatch': 'reps',
  'transcript.read': 'reps and services with read-records',
} as const satisfies Policy;
