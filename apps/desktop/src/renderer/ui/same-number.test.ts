import { describe, expect, it } from 'vitest';
import { extensionIn, isSameNumber, withoutExtension } from './same-number.ts';

describe('two writings of a number', () => {
  it.each([
    ['+1 415 555 0132', '(415) 555-0132', true],
    ['4155550132', '+14155550132', true],
    ['+14155550132', '+14155550133', false],
    ['', '', false],
    ['+1 415 555 0132 ext. 12', '+14155550132', true],
    ['(415) 555-0132 x12', '415 555 0132;ext=7', true],
    ['+1 415 555 0133 ext. 12', '+1 415 555 0132 ext. 12', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameNumber(a, b)).toBe(same);
  });
});

it.each([
  ['(415) 555-0132 ext. 12', '12'],
  ['(415) 555-0132 x12', '12'],
  ['(415) 555-0132 #12', '12'],
  ['(415) 555-0132 (extension 007)', '007'],
  ['(415) 555-0132', null],
])('of "%s" the extension is %s', (written, extension) => {
  expect(extensionIn(written)).toBe(extension);
  expect(withoutExtension(written)).toBe('(415) 555-0132');
});
