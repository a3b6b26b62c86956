import { describe, expect, it } from 'vitest';
import { differencesOf, overTheirs, typedIn } from './side-by-side.ts';

const mine = {
  input: {
    id: 'cus_1',
    version: 3,
    firstName: 'Maria',
    tags: ['vip'],
    phones: [{ kind: 'home', number: '+13125550188', extension: '12' }],
  },
};
const theirs = {
  id: 'cus_1',
  version: 5,
  firstName: 'Mary',
  tags: ['vip'],
  phones: [],
  notes: 'Rings twice',
};

describe('a change that met another one', () => {
  it('shows only the fields that differ, each as a person can read it', () => {
    expect(differencesOf(mine, theirs)).toEqual([
      { field: 'First name', mine: 'Maria', theirs: 'Mary' },
      { field: 'Phones', mine: '+13125550188 ext. 12', theirs: '–' },
    ]);
  });

  it('has nothing to show where both say the same', () => {
    expect(differencesOf(mine, { ...theirs, ...mine.input, version: 9 })).toEqual([]);
  });

  it('is sent over theirs when mine is kept', () => {
    expect(overTheirs(mine, theirs)).toEqual({ ...mine.input, version: 5 });
  });
});

describe('what was typed', () => {
  it('is told field by field, without names that mean nothing to a person', () => {
    const schedule = { start: '2027-03-15T19:00:00Z', end: '2027-03-15T21:00:00Z', arrivalWindowMinutes: 0 };
    const told = typedIn({
      input: {
        customerId: 'cus_1',
        title: 'Boiler',
        lineItems: [{ name: 'Visit', quantity: 2, unitPriceCents: 9900 }],
        schedule,
        tags: [],
      },
    });
    expect(told.map(({ field }) => field)).toEqual(['Title', 'Line items', 'Schedule', 'Tags']);
    expect(told[1]?.mine).toBe('Visit · 2 × $99.00');
    expect(told[2]?.mine).toMatch(/^Mar 15, 2027, .+\s–\s.+$/);
    expect(told[3]?.mine).toBe('–');
  });
});
