import { describe, expect, it } from 'vitest';
import { mayAsk, Role, Scope, type Standing } from './rights.ts';

const person = (role: Role, isLocked = false): Standing => ({ kind: 'person', role, isLocked });
const service = (...scopes: Scope[]): Standing => ({ kind: 'service', scopes });

describe('who may ask', () => {
  it('lets strangers in only where anyone may ask', () => {
    expect(mayAsk(null, 'anyone')).toBe(true);
    expect(mayAsk(null, 'holders of a step token')).toBe(true);
    expect(mayAsk(null, 'anyone signed in')).toBe(false);
    expect(mayAsk(null, 'services with ingest-calls')).toBe(false);
  });

  it.each([
    ['anyone signed in', ['rep', 'clinician', 'supervisor', 'admin']],
    ['reps', ['rep', 'clinician', 'supervisor', 'admin']],
    ['clinicians', ['clinician', 'admin']],
    ['supervisors', ['supervisor', 'admin']],
    ['admins', ['admin']],
    ['reps and services with read-records', ['rep', 'clinician', 'supervisor', 'admin']],
    ['services with ingest-calls', []],
  ] as const)('%s are %j', (right, roles) => {
    const allowed = Role.options.filter((role) => mayAsk(person(role), right));
    expect(allowed).toEqual(roles);
  });

  it('lets a service do what its scopes say and nothing that is for people alone', () => {
    for (const scope of Scope.options) {
      const asker = service(scope);
      expect(mayAsk(asker, 'reps')).toBe(false);
      expect(mayAsk(asker, 'anyone signed in')).toBe(false);
      expect(mayAsk(asker, 'anyone signed in, also while locked')).toBe(false);
      expect(mayAsk(asker, 'reps and services with read-records')).toBe(scope === 'read-records');
      expect(mayAsk(asker, 'services with ingest-calls')).toBe(scope === 'ingest-calls');
    }
    expect(mayAsk(service(), 'services with ingest-calls')).toBe(false);
  });

  it('keeps a locked desk from everything but unlocking and leaving', () => {
    expect(mayAsk(person('admin', true), 'admins')).toBe('locked');
    expect(mayAsk(person('rep', true), 'admins')).toBe(false);
    expect(mayAsk(person('rep', true), 'anyone signed in, also while locked')).toBe(true);
  });
});
