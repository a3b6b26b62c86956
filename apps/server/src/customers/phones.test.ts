import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { e164, readPhones, soughtE164, uniqueTags } from './phones.ts';

describe('a number', () => {
  test.each([
    ['(415) 555-0132', undefined, '+14155550132'],
    ['415.555.0132', undefined, '+14155550132'],
    ['1 415 555 0132', undefined, '+14155550132'],
    ['+1 (415) 555-0132', 'DE', '+14155550132'],
    ['415-555-0132 ext. 12', undefined, '+14155550132'],
    ['１２１４５５５０１２３', undefined, '+12145550123'],
    ['030 1234567', 'DE', '+49301234567'],
    ['020 7946 0123', 'GB', '+442079460123'],
    ['011 49 30 1234567', undefined, '+49301234567'],
    ['+39 06 1234567', undefined, '+39061234567'],
    ['(415) 555-0132', 'XX', '+14155550132'],
    ['0044 20 7946 0123', undefined, '+442079460123'],
    ['00 1 415 555 0132', 'DE', '+14155550132'],
    ['+44 (0)20 7946 0123', undefined, '+442079460123'],
    ['tel:+1-415-555-0132', undefined, '+14155550132'],
    ['\u202a+1 415 555 0132\u202c', undefined, '+14155550132'],
    ['415\u00a0555\u20110132', undefined, '+14155550132'],
    ['1-800-FLOWERS', undefined, '+18003569377'],
    ['+1 (888) go-acme-1', undefined, '+18884622631'],
    ['(415) 555-0132, 5', undefined, '+14155550132'],
  ])('typed as "%s" at home in %s is kept as %s', (typed, country, kept) => {
    expect(e164(typed, country)).toBe(kept);
  });

  test.each([
    '',
    'abc',
    '911',
    '5550132',
    '+1 000 000 0000',
    '+999 1234 5678',
    'call 415 555 0132',
    '4155550132; DROP',
    '415 555 0132 home',
    '0 415 555 0132',
    '1-800-FLOWERSHOP',
    'FLOWERS',
  ])('cannot be "%s"', (typed) => {
    expect(e164(typed)).toBeNull();
  });

  test('that is looked for may have lost its plus on the way', () => {
    expect(soughtE164(' 49301234567')).toBe('+49301234567');
    expect(soughtE164('4155550132')).toBe('+14155550132');
    for (const none of ['0132', '', 'anonymous', '+', '123']) expect(soughtE164(none)).toBeNull();
    expect(e164('49301234567')).toBeNull();
  });

  test('is the same however its ten digits are parted', () => {
    const digits = fc
      .tuple(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 0, max: 999_999 }),
      )
      .map(([a, b, rest]) => `${a}15${b}${String(rest).padStart(6, '0')}`);
    const between = fc.constantFrom('', ' ', '-', '.', ') ', ' - ');
    fc.assert(
      fc.property(
        digits,
        between,
        between,
        fc.constantFrom('', '1 ', '+1 ', '+1-'),
        (ten, one, two, front) => {
          const typed = `${front}${one === ') ' ? '(' : ''}${ten.slice(0, 3)}${one}${ten.slice(3, 6)}${two === ') ' ? ' ' : two}${ten.slice(6)}`;
          expect(e164(typed)).toBe(`+1${ten}`);
          expect(e164(e164(typed) ?? '')).toBe(`+1${ten}`);
        },
      ),
    );
  });

  test('never breaks the server, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 3 }),
        (typed, country) => {
          expect(e164(typed, country) ?? '+1').toMatch(/^\+[1-9]\d{0,14}$/);
        },
      ),
    );
  });
});

describe('several numbers', () => {
  test('are kept in order, each once, with the kind it was named first', () => {
    const typed = [
      { kind: 'mobile', number: '(415) 555-0132' },
      { kind: 'home', number: '415-555-0132' },
      { kind: 'work', number: '+1 415 555 0133 x7' },
    ] as const;
    expect(readPhones(typed).phones).toEqual([
      { kind: 'mobile', number: '+14155550132' },
      { kind: 'work', number: '+14155550133' },
    ]);
  });

  test('of which one cannot be are named by their place, with what would be right', () => {
    const { errors } = readPhones([
      { kind: 'mobile', number: '(415) 555-0132' },
      { kind: 'home', number: '12' },
    ]);
    expect(errors).toEqual([
      {
        path: 'phones.1.number',
        message: expect.stringMatching(/^"12" cannot be a number; expected .*such as/),
      },
    ]);
  });
});

test('tags that differ in capitals only are one tag', () => {
  expect(uniqueTags(['VIP', 'vip', 'Senior', 'Vip'])).toEqual(['VIP', 'Senior']);
});
