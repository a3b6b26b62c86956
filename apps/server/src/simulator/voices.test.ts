import { describe, expect, test } from 'vitest';
import { chanceFor } from './chance.ts';
import {
  sayDate,
  sayDigits,
  sayEmail,
  sayHouseNumber,
  sayNumber,
  sayOrdinal,
  sayPhone,
  sayYear,
  spell,
} from './voices.ts';

describe('said on the telephone', () => {
  test.each([
    [0, 'zero'],
    [15, 'fifteen'],
    [42, 'forty-two'],
    [100, 'one hundred'],
    [219, 'two hundred nineteen'],
    [8000, 'eight thousand'],
    [12_345, 'twelve thousand three hundred forty-five'],
  ])('the number %i is "%s"', (n, words) => expect(sayNumber(n)).toBe(words));

  test.each([
    [1, 'first'],
    [2, 'second'],
    [5, 'fifth'],
    [9, 'ninth'],
    [12, 'twelfth'],
    [20, 'twentieth'],
    [23, 'twenty-third'],
    [30, 'thirtieth'],
  ])('day %i is the "%s"', (n, words) => expect(sayOrdinal(n)).toBe(words));

  test.each([
    [7, 'seven'],
    [27, 'twenty-seven'],
    [305, 'three oh five'],
    [312, 'three twelve'],
    [300, 'three hundred'],
    [1200, 'twelve hundred'],
    [2000, 'two thousand'],
    [4007, 'forty oh seven'],
    [4211, 'forty-two eleven'],
    [12_904, 'one two nine oh four'],
  ])('house number %i is "%s"', (n, words) => expect(sayHouseNumber(n)).toBe(words));

  test.each([
    [1905, 'nineteen oh five'],
    [1982, 'nineteen eighty-two'],
    [2000, 'two thousand'],
    [2009, 'two thousand nine'],
    [2014, 'twenty fourteen'],
  ])('the year %i is "%s"', (year, words) => expect(sayYear(year)).toBe(words));

  test('digits are said one by one, with the zero one likes', () => {
    expect(sayDigits('905')).toBe('nine oh five');
    expect(sayDigits('905', 'zero')).toBe('nine zero five');
  });

  test('every way to say a telephone number has its ten digits', () => {
    const ways = new Set(
      Array.from({ length: 60 }, (_, i) => sayPhone('+14155550132', chanceFor(i, 'phone'))),
    );
    expect(ways).toContain('four one five, five five five, oh one three two');
    expect(ways).toContain('area code four one five, five five five, zero one thirty-two');
    for (const way of ways)
      expect(way).toMatch(
        /^(area code )?four one five, five five five, (oh|zero) one (three two|thirty-two)$/,
      );
  });

  test('a date is said in one of two ways', () => {
    const ways = new Set(
      Array.from({ length: 20 }, (_, i) => sayDate({ year: 1982, month: 3, day: 3 }, chanceFor(i, 'date'))),
    );
    expect(ways).toEqual(
      new Set(['March third, nineteen eighty-two', 'the third of March, nineteen eighty-two']),
    );
  });

  test.each([
    ['maria.lopez@example.com', 'maria dot lopez at example dot com'],
    ['wei_chen82@example.org', 'wei underscore chen eight two at example dot org'],
    ['a-b07@example.net', 'a dash b zero seven at example dot net'],
  ])('the address %s is "%s"', (email, words) => expect(sayEmail(email)).toBe(words));

  test('a name is spelled letter by letter', () => expect(spell("O'Neill")).toBe('O, N, E, I, L, L'));
});
