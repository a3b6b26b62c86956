import { describe, expect, it } from 'vitest';
import { digitsOf, sixDigitsIn } from './six-digits.ts';

describe('a code that is pasted', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['  048291\n', '048291'],
    ['Your Ringdesk code is 048 291. It is good for 10 minutes.', '048291'],
    [
      'Hello Dana,\n\n  700112\n\nThe code 700112 is good for 10 minutes, until 14:05 on 2026-11-21.',
      '700112',
    ],
    ['１２３４５６', '123456'],
  ])('is found in %j', (text, code) => {
    expect(sixDigitsIn(text)).toBe(code);
  });

  it.each([
    '',
    '12345',
    '1234567',
    'call +1 415 555 0132',
    'order A123456B',
    '123456 or 654321',
    '12 34 56',
    'no digits at all',
  ])('is not guessed from %j', (text) => {
    expect(sixDigitsIn(text)).toBeNull();
  });
});

describe('a code that is typed', () => {
  it('keeps its digits and nothing else, and no more than six', () => {
    expect(digitsOf('12a 3')).toBe('123');
    expect(digitsOf('1234567890')).toBe('123456');
    expect(digitsOf('４2')).toBe('42');
  });
});
