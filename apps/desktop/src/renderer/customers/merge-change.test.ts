import { describe, expect, it } from 'vitest';
import { buildCustomer } from '../testing/build-customer.ts';
import { mergeChange, sayValue } from './merge-change.ts';

const base = buildCustomer({
  name: 'Maria Lopez',
  lastName: 'Lopez',
  phones: [{ kind: 'mobile', number: '+14155550132', extension: null }],
  version: 3,
});

describe('an edit of a customer whom somebody else changed in the meantime', () => {
  it('is sent again when they changed something else', () => {
    const theirs = { ...base, version: 4, notes: 'Rings twice.' };
    expect(mergeChange(base, { email: 'maria@example.com' }, theirs)).toEqual({ kind: 'again', version: 4 });
  });

  it('is done when they wrote the same', () => {
    const theirs = { ...base, version: 4, email: 'maria@example.com' };
    expect(mergeChange(base, { email: 'maria@example.com' }, theirs)).toEqual({ kind: 'done' });
  });

  it('waits for a person when both wrote something into the same field', () => {
    const theirs = { ...base, version: 4, email: 'm.lopez@example.com' };
    expect(mergeChange(base, { email: 'maria@example.com' }, theirs)).toEqual({ kind: 'conflict' });
    const phones = [{ kind: 'home' as const, number: '+13125550188', extension: null }];
    expect(mergeChange(base, { phones: [...base.phones, ...phones] }, { ...base, phones })).toEqual({
      kind: 'conflict',
    });
  });
});

describe('a value that is shown beside another', () => {
  it.each([
    [null, '–'],
    ['', '–'],
    ['Maria', 'Maria'],
    [[], '–'],
    [['vip', 'gate code'], 'vip, gate code'],
    [base.phones, '+14155550132'],
    [[{ kind: 'work', number: '+14155550132', extension: '12' }], '+14155550132 ext. 12'],
    [[{ kind: 'work', number: '+14155550132' }], '+14155550132'],
  ])('%j reads %s', (value, said) => {
    expect(sayValue(value)).toBe(said);
  });
});
