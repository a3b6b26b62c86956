import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, nearest, remainsOf, remainsOfTyped, slipsIn } from './slips.ts';

const letter = fc.constantFrom(...'abcdefgo'.split(''));
const word = (least: number, most: number) =>
  fc.array(letter, { minLength: least, maxLength: most }).map((letters) => letters.join(''));

/** One slip at a place: a letter left out, put in, exchanged, or swapped with the next. */
function slip(it: string, { at, kind, other }: { at: number; kind: number; other: string }): string {
  const i = at % it.length;
  const [front, back] = [it.slice(0, i), it.slice(i + 1)];
  if (kind === 0) return front + back;
  if (kind === 1) return front + other + it.slice(i);
  if (kind === 2) return front + other + back;
  return back === '' ? it : front + back.charAt(0) + it.charAt(i) + back.slice(1);
}
const slips = fc.record({ at: fc.nat(30), kind: fc.nat(3), other: letter });

const finds = (typed: string, known: string) =>
  remainsOfTyped(typed).some((rest) => remainsOf(known).includes(rest));

describe('slips of the pen', () => {
  test('one is forgiven from four letters on, two from eight, none in shorter words', () => {
    expect(['abc', 'abcd', 'abcdefg', 'abcdefgh'].map(slipsIn)).toEqual([0, 1, 1, 2]);
  });

  test('a known word is found under every single slip', () => {
    fc.assert(
      fc.property(word(4, 12), slips, (known, one) => {
        const typed = slip(known, one);
        if (slipsIn(typed) === 0 || typed === known) return;
        expect(finds(typed, known)).toBe(true);
        expect(nearest(typed, [known], 5)).toEqual([known]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a long word is found under two slips', () => {
    fc.assert(
      fc.property(word(8, 14), slips, slips, (known, one, two) => {
        const typed = slip(slip(known, one), two);
        if (slipsIn(typed) < 2 || distance([...typed], [...known], 2).whole > 2) return;
        expect(finds(typed, known)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a word is found while it is still being typed', () => {
    expect(finds('jonhs', 'johnson')).toBe(true);
    expect(nearest('jonhs', ['johnson'], 1)).toEqual(['johnson']);
    expect(nearest('wahsingto', ['washington', 'wellington'], 2)).toEqual(['washington']);
  });

  test.each([
    ['lopez', 'lopez', 0],
    ['lpoez', 'lopez', 1],
    ['lopes', 'lopez', 1],
    ['loppez', 'lopez', 1],
    ['loez', 'lopez', 1],
    ['marai', 'maria', 1],
    ['mraai', 'maria', 2],
    ['kowalski', 'lopez', 3],
  ])('from %s to %s it takes %i', (typed, known, steps) => {
    expect(distance([...typed], [...known], 2).whole).toBe(steps);
  });

  test('whole words come before beginnings, and the typed word itself is none of them', () => {
    expect(nearest('lopes', ['lopezgarcia', 'lopes', 'lopez', 'lope', 'kim'], 5)).toEqual([
      'lope',
      'lopez',
      'lopezgarcia',
    ]);
  });
});
