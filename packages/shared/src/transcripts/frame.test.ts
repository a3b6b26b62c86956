import { describe, expect, test } from 'vitest';
import { type Frame, type Speaker, segmentsOf } from './frame.ts';

let seq = 0;
function said(
  segment: number,
  speaker: Speaker,
  text: string,
  is: { final?: boolean; at?: string } = {},
): Frame {
  seq += 1;
  return { seq, segment, speaker, text, final: is.final ?? false, at: is.at ?? '2026-01-05T09:00:00.000Z' };
}

describe('turns put together from frames', () => {
  test('no frames are no turns', () => {
    expect(segmentsOf([])).toEqual([]);
  });

  test('frames append to their turn; the last one closes it', () => {
    seq = 0;
    const frames = [
      said(1, 'assistant', 'Thanks ', { at: '2026-01-05T09:00:01.000Z' }),
      said(1, 'assistant', 'for calling.', { final: true, at: '2026-01-05T09:00:02.500Z' }),
    ];
    expect(segmentsOf(frames)).toEqual([
      {
        segment: 1,
        speaker: 'assistant',
        text: 'Thanks for calling.',
        final: true,
        startedAt: '2026-01-05T09:00:01.000Z',
        endedAt: '2026-01-05T09:00:02.500Z',
        firstSeq: 1,
      },
    ]);
  });

  test('two who speak at once keep their own turns, in the order in which they began', () => {
    seq = 0;
    const turns = segmentsOf([
      said(1, 'caller', 'It is '),
      said(2, 'rep', 'I see, '),
      said(1, 'caller', 'leaking.', { final: true }),
      said(2, 'rep', 'go on.'),
    ]);
    expect(turns.map((turn) => [turn.speaker, turn.text, turn.final, turn.firstSeq])).toEqual([
      ['caller', 'It is leaking.', true, 1],
      ['rep', 'I see, go on.', false, 2],
    ]);
  });
});
