import { describe, expect, it } from 'vitest';
import { centsOf, sayMoney, typedMoney } from './money.ts';

describe('money', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.', 1200],
    ['$1,234.56', 123_456],
    [' 0.07 ', 7],
    ['-3', -300],
    ['-$3', -300],
    ['1.15', 115],
  ])('typed as “%s” is %i cents', (typed, cents) => {
    expect(centsOf(typed)).toBe(cents);
  });

  it.each(['', 'twelve', '1.234', '1e5', '--3', '99999999', '٣'])('is not read from “%s”', (typed) => {
    expect(centsOf(typed)).toBeNull();
  });

  it('is typed as it is read', () => {
    for (const cents of [0, 7, 115, 123_456, -300]) expect(centsOf(typedMoney(cents))).toBe(cents);
    expect(sayMoney(123_456)).toBe('$1,234.56');
  });
});
