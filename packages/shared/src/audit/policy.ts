import type { Policy } from '../kernel/operation.ts';

/** Who may read what was done. */
export const auditPolicy = { 'audit.list': 'admins' } as const satisfies Policy;
