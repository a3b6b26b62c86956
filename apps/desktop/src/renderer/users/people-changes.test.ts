import { type Person, UserId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { personAfter, sayChanges } from './people-changes.ts';
import { PeopleFilters } from './people-filters.ts';

const lee: Person = {
  id: UserId.parse('usr_0000lee'),
  name: 'Lee Park',
  email: 'lee@example.com',
  role: 'rep',
  isDisabled: false,
  isDemo: false,
  hasAuthenticator: true,
  sessions: 2,
  createdAt: '2026-11-01T08:00:00Z',
  lastSeenAt: null,
  version: 3,
};

describe('what somebody else changed meanwhile', () => {
  it.each([
    [{ role: 'supervisor' }, ['role: rep → supervisor']],
    [{ name: 'Lee Park-Ruiz', isDisabled: true }, ['name: Lee Park → Lee Park-Ruiz', 'disabled']],
    [{ sessions: 0, version: 4 }, []],
  ] as const)('%o is said in words', (change, said) => {
    expect(sayChanges(lee, { ...lee, ...change })).toEqual(said);
  });

  it('tells when somebody was enabled again', () => {
    expect(sayChanges({ ...lee, isDisabled: true }, lee)).toEqual(['enabled again']);
  });
});

describe('a change before its answer', () => {
  it('shows the wish and leaves the rest', () => {
    const { id, version } = lee;
    expect(personAfter(lee, { id, version, role: 'admin' })).toEqual({ ...lee, role: 'admin' });
  });

  it('shows that a disabled person is signed in nowhere', () => {
    const { id, version } = lee;
    expect(personAfter(lee, { id, version, isDisabled: true })).toMatchObject({
      isDisabled: true,
      sessions: 0,
    });
  });
});

describe('the filters in the address', () => {
  it('that make no sense are as if they were not there', () => {
    expect(PeopleFilters.parse({ q: 'ana', role: 'king', disabled: 'maybe', person: '../x' })).toEqual({
      q: 'ana',
      role: undefined,
      disabled: undefined,
      person: undefined,
    });
  });
});
