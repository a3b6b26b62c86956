import type { Frame } from '@ringdesk/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand, fold } from './folding.ts';

const spoken = fc.record({
  segment: fc.integer({ min: 1, max: 6 }),
  speaker: fc.constantFrom('caller', 'assistant', 'rep'),
  text: fc.string({ unit: 'grapheme', maxLength: 20 }),
  final: fc.boolean(),
  laterMs: fc.integer({ min: -2_000, max: 60_000 }),
});

/** Frames numbered 1..n, with turns that overlap in every possible way. */
const transcript = fc.array(spoken, { minLength: 1, maxLength: 80, size: 'max' }).map((pieces) => {
  let atMs = Date.UTC(2026, 0, 5, 9);
  return pieces.map(({ laterMs, ...piece }, i): Frame => {
    atMs += laterMs;
    return { ...piece, seq: i + 1, at: new Date(atMs).toISOString() };
  });
});

describe('a folded transcript', () => {
  test('gives back exactly the frames that were told, also after a way through the database', () => {
    fc.assert(
      fc.property(transcript, (frames) => {
        const kept = JSON.parse(JSON.stringify(fold(frames)));
        expect(expand(kept)).toEqual(frames);
      }),
      { numRuns: 300 },
    );
  });

  test('has one entry a turn, whatever the number of frames', () => {
    const frames = Array.from(
      { length: 500 },
      (_, i): Frame => ({
        seq: i + 1,
        segment: 1 + Math.floor(i / 50),
        speaker: i % 100 < 50 ? 'caller' : 'rep',
        text: 'word ',
        final: i % 50 === 49,
        at: '2026-01-05T09:00:00.000Z',
      }),
    );
    expect(fold(frames).turns).toHaveLength(10);
  });

  test('of nothing is nothing', () => {
    expect(expand(fold([]))).toEqual([]);
  });
});
