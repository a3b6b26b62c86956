import { describe, expect, test } from 'vitest';
import { mayAsk, type Right, Role } from './rights.ts';

const allowed: Record<Right, readonly (Role | null)[]> = {
  anyone: [null, 'rep', 'clinician', 'supervisor', 'admin'],
  'anyone signed in': ['rep', 'clinician', 'supervisor', 'admin'],
  reps: ['rep', 'clinician', 'supervisor', 'admin'],
  supervisors: ['supervisor', 'admin'],
  admins: ['admin'],
};

describe('who may ask', () => {
  const cases = Object.entries(allowed).flatMap(([right, who]) =>
    [null, ...Role.options].map((role) => ({ right, role, may: who.includes(role) })),
  );
  test.each(cases)('what is for $right, asked by $role: $may', ({ right, role, may }) => {
    expect(mayAsk(role, right as Right)).toBe(may);
  });
});
