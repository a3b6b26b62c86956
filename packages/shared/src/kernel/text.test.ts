import { describe, expect, test } from 'vitest';
import { Count, line, lineOrNone, oneLine, text } from './text.ts';

describe('words from outside', () => {
  test.each(['', 'no heat', 'Ünïcödé 漢字 🙂', 'a\nb\tc', 'x'.repeat(20)])('"%s" is taken as it is', (it) => {
    expect(text(20).parse(it)).toBe(it);
  });

  test.each(['x'.repeat(21), 'a\u0000b', '\ud83d', 'a\udc00', 7, null, {}, []])('%j is refused', (it) => {
    expect(text(20).safeParse(it).success).toBe(false);
  });

  test.each(['Dana', '  Dana Reyes ', 'Ünïcödé 漢字', '👩‍🔧', 'عائشة', 'می\u200cخواهم', '葛\u{e0100}'])(
    '"%s" may be a name',
    (it) => {
      expect(oneLine(20).parse(it)).toBe(it.trim());
    },
  );

  test.each([
    '',
    '   ',
    'Dana\nReyes',
    'a\r\nBcc: all',
    'a\u001b[31m',
    'a\u202egpj',
    '\u2066a',
    'a\u2028b',
    '\u200b',
    'Dana\u200e',
    '\u2060',
    '\u00ad',
    '\u3164',
    '\u2800',
    '\u{e0041}',
    '\u200d',
  ])('%j is no name', (it) => {
    expect(oneLine(20).safeParse(it).success).toBe(false);
  });

  test.each([
    ['Dana', 'Dana'],
    [' 12  Oak\r\nStreet\t', '12 Oak Street'],
    ['a\u202egpj', 'agpj'],
    ['\ufeffLopez\u200b', 'Lopez'],
    ['\u200fعائشة', 'عائشة'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d🔧', '👩\u200d🔧'],
  ])('%j is brought into one line as %j', (typed, kept) => {
    expect(line(30, 'expected a word').parse(typed)).toBe(kept);
    expect(lineOrNone(30).parse(typed)).toBe(kept);
  });

  test.each(['', '  ', '\u200b', '\u200d', '\u3164\u2800', '\n\t'])('%j says nothing', (typed) => {
    expect(line(30, 'expected a word').safeParse(typed).error?.issues).toMatchObject([
      { message: 'expected a word' },
    ]);
    expect(lineOrNone(30).parse(typed)).toBeNull();
  });

  test.each([-1, 0.5, 2 ** 31, Number.NaN, Number.POSITIVE_INFINITY, '1'])('%s counts nothing', (it) => {
    expect(Count.safeParse(it).success).toBe(false);
  });

  test('counting goes as far as the database does', () => {
    expect([0, 1, 2 ** 31 - 1].every((it) => Count.safeParse(it).success)).toBe(true);
  });
});
