import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from './frame.ts';
import { continueFrom } from './merge.ts';

function frame(seq: number): Frame {
  return {
    seq,
    segment: 1,
    speaker: 'caller',
    text: `${seq} `,
    final: false,
    at: '2026-01-05T09:00:00.000Z',
  };
}
const frames = (seqs: readonly number[]) => seqs.map(frame);
const seqsOf = (list: readonly Frame[]) => list.map(({ seq }) => seq);

describe('words that come in after those known', () => {
  test.each([
    { known: 0, heard: [], next: [], hasHole: false },
    { known: 0, heard: [1, 2, 3], next: [1, 2, 3], hasHole: false },
    { known: 3, heard: [1, 2, 3], next: [], hasHole: false },
    { known: 3, heard: [2, 3, 4, 5], next: [4, 5], hasHole: false },
    { known: 3, heard: [5, 4], next: [4, 5], hasHole: false },
    { known: 3, heard: [5], next: [], hasHole: true },
    { known: 3, heard: [4, 6], next: [4], hasHole: true },
    { known: 3, heard: [4, 4, 5, 5], next: [4, 5], hasHole: false },
  ])('known to $known, heard $heard: $next, hole $hasHole', ({ known, heard, next, hasHole }) => {
    const merged = continueFrom(known, frames(heard));
    expect(seqsOf(merged.next)).toEqual(next);
    expect(merged.hasHole).toBe(hasHole);
  });

  test('however they are cut, shuffled and repeated, they come out as 1..n or say that something is missing', () => {
    const pieces = fc
      .integer({ min: 1, max: 40 })
      .chain((n) =>
        fc.array(fc.uniqueArray(fc.integer({ min: 1, max: n }), { minLength: 1 }), { maxLength: 30 }),
      );
    fc.assert(
      fc.property(pieces, (heard) => {
        let known = 0;
        for (const piece of heard) {
          const { next, hasHole } = continueFrom(known, frames(piece));
          expect(seqsOf(next)).toEqual(next.map((_, i) => known + 1 + i));
          const fresh = piece.filter((seq) => seq > known + next.length);
          expect(hasHole).toBe(fresh.length > 0);
          known += next.length;
        }
      }),
      { numRuns: 500 },
    );
  });
});
