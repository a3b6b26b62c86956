import { describe, expect, it } from 'vitest';
import { isAsWished } from './read-now.ts';

const record = {
  id: 'cus_1',
  version: 3,
  firstName: 'Maria',
  email: 'maria@example.com',
  company: null,
  phones: [{ kind: 'home', number: '+13125550188', extension: '12' }],
  schedule: { start: '2026-11-24T15:00:00.000Z', end: '2026-11-24T17:00:00.000Z', arrivalWindowMinutes: 0 },
  lineItems: [{ id: 'lin_1', name: 'Visit', quantity: 1, unitPriceCents: 9900 }],
  assignees: [{ id: 'usr_1', name: 'Lee' }],
};

describe('what was wished stands in the record', () => {
  it('however the server writes it', () => {
    for (const wish of [
      { id: 'cus_1', version: 1, firstName: ' Maria ' },
      { email: 'Maria@Example.com', company: '' },
      { phones: [{ number: '(312) 555-0188 x12', kind: 'home' }] },
      { phones: [{ number: '+1 312 555 0188 ext. 12', kind: 'home', extension: null }] },
      { phones: [{ number: '+13125550188', kind: 'home', extension: '12' }] },
      { schedule: { start: '2026-11-24T09:00:00-06:00', end: '2026-11-24T17:00:00Z' } },
      { lineItems: [{ name: 'Visit', unitPriceCents: 9900 }] },
      { assigneeIds: ['usr_1'] },
      { notes: undefined },
    ])
      expect(isAsWished(wish, record)).toBe(true);
  });

  it('and does not where anything of it is otherwise', () => {
    for (const wish of [
      { firstName: 'maria' },
      { email: null },
      { phones: [{ number: '+13125550189 x12', kind: 'home' }] },
      { phones: [{ number: '+13125550188', kind: 'home' }] },
      { phones: [{ number: '+13125550188', kind: 'home', extension: '13' }] },
      { phones: [] },
      { schedule: null },
      { schedule: { start: '2026-11-24T15:30:00Z' } },
      { lineItems: [{ name: 'Visit' }, { name: 'Pump' }] },
      { assigneeIds: [] },
    ])
      expect(isAsWished(wish, record)).toBe(false);
  });
});
