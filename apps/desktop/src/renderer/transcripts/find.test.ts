import type { Segment } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { findIn, firstAt, splitAt, step } from './find.ts';

function said(segment: number, text: string): Segment {
  const at = '2026-01-05T09:41:00.000Z';
  return { segment, speaker: 'caller', text, final: false, startedAt: at, endedAt: at, firstSeq: segment };
}

describe('finding words in a transcript', () => {
  const segments = [
    said(1, 'The water heater leaks.'),
    said(2, 'Which one?'),
    said(3, 'The Water  Heater (old).'),
  ];

  it('case and the number of blanks do not matter', () => {
    expect(findIn(segments, 'water heater')).toEqual([
      { segment: 1, start: 4, end: 16 },
      { segment: 3, start: 4, end: 17 },
    ]);
  });

  it('signs of a pattern are looked for as they are', () => {
    expect(findIn(segments, '(old).')).toEqual([{ segment: 3, start: 18, end: 24 }]);
    expect(findIn(segments, '.*')).toEqual([]);
    expect(findIn([said(1, 'a-b [x] {y} c/d')], '] {y} c/d')).toHaveLength(1);
  });

  it('nothing is found for nothing', () => {
    expect(findIn(segments, '   ')).toEqual([]);
  });

  it('words that were said since are found too', () => {
    const before = [said(1, 'The heat')];
    expect(findIn(before, 'heater')).toEqual([]);
    expect(findIn([{ ...before[0], ...said(1, 'The heater') }], 'heater')).toHaveLength(1);
  });

  it('the first match shown is the one at or below what is on the screen', () => {
    const matches = findIn(segments, 'heater');
    expect(firstAt(matches, segments, 1)).toBe(0);
    expect(firstAt(matches, segments, 2)).toBe(1);
    expect(firstAt(findIn(segments, 'which'), segments, 3)).toBe(0);
  });

  it('next goes around at the end, previous at the beginning', () => {
    expect([step(0, 1, 3), step(2, 1, 3), step(0, -1, 3), step(0, 1, 0)]).toEqual([1, 0, 2, 0]);
  });

  it('a row is cut where a match begins and ends, also when the match lies across two rows', () => {
    const match = { segment: 1, start: 6, end: 12 };
    const first = { text: 'one two ', offset: 0 };
    const second = { text: 'three four', offset: 8 };
    expect(splitAt(first, [match])).toEqual([
      { text: 'one tw', match: null },
      { text: 'o ', match },
    ]);
    expect(splitAt(second, [match])).toEqual([
      { text: 'thre', match },
      { text: 'e four', match: null },
    ]);
    expect(splitAt(second, [])).toEqual([{ text: 'three four', match: null }]);
  });
});
