import { z } from 'zod';

/** What a person is. Each role of the desk includes those before it; clinicians are reps who may see care records. */
export const Role = z.enum(['rep', 'clinician', 'supervisor', 'admin']);
export type Role = z.infer<typeof Role>;

/** Who may ask for an operation, as a sentence. */
export type Right = 'anyone' | 'anyone signed in' | 'reps' | 'supervisors' | 'admins';

const rolesWith: Readonly<Record<Exclude<Right, 'anyone'>, readonly Role[]>> = {
  'anyone signed in': ['rep', 'clinician', 'supervisor', 'admin'],
  reps: ['rep', 'clinician', 'supervisor', 'admin'],
  supervisors: ['supervisor', 'admin'],
  admins: ['admin'],
};

/** Whether somebody of this role (null: not signed in) has the right. */
export function mayAsk(role: Role | null, right: Right): boolean {
  if (right === 'anyone') return true;
  return role !== null && rolesWith[right].includes(role);
}
