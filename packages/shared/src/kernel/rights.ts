import { z } from 'zod';

/** What a person is. Each role of the desk includes those before it; clinicians are reps who may see care records. */
export const Role = z.enum(['rep', 'clinician', 'supervisor', 'admin']);
export type Role = z.infer<typeof Role>;

/** What a service client may be trusted with. */
export const Scope = z.enum(['request-assistance', 'ingest-calls', 'read-records', 'write-records']);
export type Scope = z.infer<typeof Scope>;

type PersonRight = 'anyone signed in' | 'reps' | 'clinicians' | 'supervisors' | 'admins';

/** Who may ask for an operation, as a sentence. */
export type Right =
  | 'anyone'
  | 'holders of a step token'
  | 'anyone signed in, also while locked'
  | PersonRight
  | `services with ${Scope}`
  | `${PersonRight} and services with ${Scope}`;

/** As much of whoever asks as a right can depend on. */
export type Standing =
  | { readonly kind: 'person'; readonly role: Role; readonly isLocked: boolean }
  | { readonly kind: 'service'; readonly scopes: readonly Scope[] };

const everybody = Role.options;
const rolesWith: Readonly<Record<PersonRight, readonly Role[]>> = {
  'anyone signed in': everybody,
  reps: everybody,
  clinicians: ['clinician', 'admin'],
  supervisors: ['supervisor', 'admin'],
  admins: ['admin'],
};

/** Whether somebody has a right; `locked` means: would have it, once unlocked. A step token is judged by the operation itself. */
export function mayAsk(asker: Standing | null, right: Right): boolean | 'locked' {
  if (right === 'anyone' || right === 'holders of a step token') return true;
  if (asker === null) return false;
  if (asker.kind === 'service') return asker.scopes.some((scope) => right.endsWith(`services with ${scope}`));
  if (right === 'anyone signed in, also while locked') return true;
  const [people = ''] = right.split(' and services');
  const hasRight = isForPeople(people) && rolesWith[people].includes(asker.role);
  return hasRight && asker.isLocked ? 'locked' : hasRight;
}

function isForPeople(sentence: string): sentence is PersonRight {
  return Object.hasOwn(rolesWith, sentence);
}
