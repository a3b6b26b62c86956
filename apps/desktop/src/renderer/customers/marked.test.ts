import { describe, expect, it } from 'vitest';
import { digitPiecesOf, piecesOf } from './marked.ts';

const shown = (pieces: ReturnType<typeof piecesOf>) =>
  pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

describe('what was searched for', () => {
  it.each([
    ['Maria Lopez', 'lop', 'Maria [Lop]ez'],
    ['Maria Lopez', 'mar lop', '[Mar]ia [Lop]ez'],
    ['a.b (c) a+b', 'a+b', 'a.b (c) [a+b]'],
    ['Maria', '', 'Maria'],
    ['Maria', '   ', 'Maria'],
    ['Maria', '[', 'Maria'],
    ['', 'a', ''],
    ['<b>bold</b>', '<b>', '[<b>]bold</b>'],
  ])('is marked in “%s” for “%s”', (text, search, marked) => {
    expect(shown(piecesOf(text, search))).toBe(marked);
  });

  it.each([
    ['+1 415 555 0132', '5550132', '+1 415 [555 0132]'],
    ['+1 415 555 0132', '(415) 555', '+1 [415 555] 0132'],
    ['+1 415 555 0132', 'lopez', '+1 415 555 0132'],
    ['+1 415 555 0132', '5', '+1 415 555 0132'],
  ])('is marked in the number %s for “%s”', (number, search, marked) => {
    expect(shown(digitPiecesOf(number, search))).toBe(marked);
  });

  it('leaves every letter where it was', () => {
    for (const search of ['a', 'A b', '.*', 'ß', '\\']) {
      const text = 'Straße a.b\\ AB';
      expect(
        piecesOf(text, search)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });
});
