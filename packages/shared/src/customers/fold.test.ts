import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';

describe('words as they are compared', () => {
  test.each([
    ['Björn  Ångström', 'bjorn angstrom'],
    ['José NÚÑEZ-García', 'jose nunez garcia'],
    ['O’Brien & O´Neill', 'obrien oneill'],
    ["D'Angelo", 'dangelo'],
    ['Straße Øre Łódź', 'strasse ore lodz'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['(415) 555-0132', '415 555 0132'],
    ['maria.lopez@example.com', 'maria lopez example com'],
    ['100%_a\\b', '100 a b'],
    ['１２ Ｏak', '12 oak'],
    [' – ', ''],
  ])('"%s" is "%s"', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('every part of a text is found in the folded text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.nat(),
        fc.nat(),
        (pieces, from, length) => {
          const start = from % pieces.length;
          const part = pieces.slice(start, start + 1 + (length % pieces.length)).join('');
          expect(fold(pieces.join(''))).toContain(fold(part));
        },
      ),
    );
  });

  test('no sign is left that a pattern of the database would read as its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).not.toMatch(/[%_\\|]/);
      }),
    );
  });
});
