import { wholeNumber } from '@ringdesk/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { e164, readNumber, readPhones, soughtE164, uniqueTags } from './phones.ts';

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

describe('an extension', () => {
  test.each([
    ['(415) 555-0132 ext. 12', '12'],
    ['(415) 555-0132 x12', '12'],
    ['(415) 555-0132 #12', '12'],
    ['(415) 555-0132 extension 007', '007'],
    ['(415) 555-0132 (ext. 12)', '12'],
    ['(415) 555-0132 Ext # 12', '12'],
    ['415-555-0132, 5', '5'],
    ['4155550132,,12#', '12'],
    ['tel:+1-415-555-0132;ext=7', '7'],
    ['+14155550132 ext. 12345678', '12345678'],
    ['(415) 555-0132', null],
  ])('of "%s" is %s, and the number is the same', (typed, extension) => {
    expect(readNumber(typed)).toEqual({ number: '+14155550132', extension });
    expect(soughtE164(typed)).toBe('+14155550132');
  });

  test('stands behind words on the keys as well', () => {
    expect(readNumber('1-800-FLOWERS ext. 12')).toEqual({ number: '+18003569377', extension: '12' });
  });

  test('is kept as it is written for people, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{1,8}$/),
        fc.constantFrom(' ext. ', ' x', ' #', ';ext='),
        (digits, mark) => {
          const phones = readPhones([{ kind: 'work', number: `(415) 555-0132${mark}${digits}` }]).phones;
          expect(phones).toEqual([{ kind: 'work', number: '+14155550132', extension: digits }]);
          const again = phones.map((phone) => ({ kind: phone.kind, number: wholeNumber(phone) }));
          expect(readPhones(again).phones).toEqual(phones);
        },
      ),
    );
  });

  test('may be said beside the number, but not another one than in it', () => {
    const read = (number: string, extension: string | null) =>
      readPhones([{ kind: 'work', number, extension }]);
    const kept = [{ kind: 'work', number: '+14155550132', extension: '12' }];
    expect(read('(415) 555-0132', '12').phones).toEqual(kept);
    expect(read('(415) 555-0132 x12', '12').phones).toEqual(kept);
    expect(read('(415) 555-0132 x12', null).phones).toEqual(kept);
    expect(read('(415) 555-0132 x12', '13').errors).toEqual([
      { path: 'phones.0.extension', message: expect.stringContaining('12 in the number, 13 beside it') },
    ]);
  });

  test('that is too long to be one is told, not cut', () => {
    expect(readPhones([{ kind: 'work', number: '415 555 0132 ext. 123456789' }])).toEqual({
      phones: [],
      errors: [{ path: 'phones.0.number', message: expect.stringContaining('at most 8 digits') }],
    });
  });
});

describe('several numbers', () => {
  test('are kept in order, each once, with the kind it was named first', () => {
    const typed = [
      { kind: 'mobile', number: '(415) 555-0132' },
      { kind: 'home', number: '415-555-0132' },
      { kind: 'work', number: '+1 415 555 0133 x7' },
      { kind: 'work', number: '+1 415 555 0133 x8' },
      { kind: 'home', number: '415 555 0133 ext. 7' },
    ] as const;
    expect(readPhones(typed).phones).toEqual([
      { kind: 'mobile', number: '+14155550132', extension: null },
      { kind: 'work', number: '+14155550133', extension: '7' },
      { kind: 'work', number: '+14155550133', extension: '8' },
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
