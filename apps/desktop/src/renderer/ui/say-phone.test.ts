import { expect, it } from 'vitest';
import { sayPhone } from './say-phone.ts';

it('a North American number is read in groups, any other as it came', () => {
  expect(sayPhone('+14155550132')).toBe('+1 415 555 0132');
  expect(sayPhone('4155550132')).toBe('+1 415 555 0132');
  expect(sayPhone('+442079460958')).toBe('+442079460958');
  expect(sayPhone('anonymous')).toBe('anonymous');
  expect(sayPhone('+14155550132', '12')).toBe('+1 415 555 0132 ext. 12');
  expect(sayPhone('+442079460958', '12')).toBe('+442079460958 ext. 12');
});
