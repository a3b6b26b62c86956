import { describe, expect, it } from 'vitest';
import { differencesOf, overTheirs } from './side-by-side.ts';

const mine = {
  input: {
    id: 'cus_1',
    version: 3,
    firstName: 'Maria',
    tags: ['vip'],
    phones: [{ kind: 'home', number: '+13125550188' }],
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
      { field: 'Phones', mine: '+13125550188', theirs: '–' },
    ]);
  });

  it('has nothing to show where both say the same', () => {
    expect(differencesOf(mine, { ...theirs, ...mine.input, version: 9 })).toEqual([]);
  });

  it('is sent over theirs when mine is kept', () => {
    expect(overTheirs(mine, theirs)).toEqual({ ...mine.input, version: 5 });
  });
});
