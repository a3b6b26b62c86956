import type { Segment, Speaker } from '@ringdesk/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTurns, rowsOf } from './rows.ts';

function turn(segment: number, speaker: Speaker, text: string, final = true): Segment {
  const at = '2026-01-05T09:41:00.000Z';
  return { segment, speaker, text, final, startedAt: at, endedAt: at, firstSeq: segment };
}

describe('the rows of a transcript', () => {
  it('consecutive segments of one speaker are one turn: only the first says the name', () => {
    const rows = rowsOf([
      turn(1, 'assistant', 'Thanks for calling.'),
      turn(2, 'caller', 'Hello.'),
      turn(3, 'caller', 'My heater leaks.'),
      turn(4, 'rep', 'I can help.'),
    ]);
    expect(rows.map((row) => row.opensTurn)).toEqual([true, true, false, true]);
    expect(rows.map((row) => row.opensSegment)).toEqual([true, true, true, true]);
  });

  it('a very long turn is cut into rows that say every character once, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 4_000 }), (text) => {
        const rows = rowsOf([turn(1, 'caller', text)]);
        expect(rows.map((row) => row.text).join('').length).toBe(text.length);
        for (const row of rows) {
          expect(row.text.length).toBeLessThanOrEqual(700);
          expect(row.text.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a cut that was made never moves when more words come', () => {
    const words = Array.from({ length: 600 }, (_, i) => (i % 9 === 8 ? `word${i}. ` : `word${i} `));
    let before: string[] = [];
    for (let count = 1; count <= words.length; count += 7) {
      const rows = rowsOf([turn(1, 'caller', words.slice(0, count).join(''), false)]).map((row) => row.text);
      expect(rows.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      before = rows;
    }
    expect(before.length).toBeGreaterThan(5);
  });

  it('a cut never goes through a character of two halves', () => {
    const rows = rowsOf([turn(1, 'caller', `a${'😀'.repeat(900)}`)]);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every((row) => row.text.isWellFormed())).toBe(true);
  });

  it('only the end of an unfinished turn is marked as growing', () => {
    const rows = rowsOf([turn(1, 'caller', 'Hello.'), turn(2, 'caller', 'a '.repeat(1_000), false)]);
    expect(rows.filter((row) => row.isGrowing)).toEqual([rows.at(-1)]);
  });

  it('characters that turn the direction of text are shown as nothing, and markup stays text', () => {
    const [row] = rowsOf([turn(1, 'caller', '\u202Eabc\u202C <script>alert(1)</script> שלום')]);
    expect(row?.text).toBe('\u200Babc\u200B <script>alert(1)</script> שלום');
  });

  it('turns are counted as the rep sees them', () => {
    const segments = [
      turn(1, 'caller', 'a'),
      turn(2, 'caller', 'b'),
      turn(3, 'rep', 'c'),
      turn(4, 'caller', 'd'),
    ];
    expect(countTurns(segments, 4)).toBe(3);
    expect(countTurns(segments, 2)).toBe(1);
  });
});
