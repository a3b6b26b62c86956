import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about presence. */
export const repPolicy = { 'presence.set': 'reps' } as const satisfies Policy;
