import { type Frame, segmentsOf } from '@ringdesk/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHole, hear, silence, type Transcript } from './transcript.ts';

const speakers = ['caller', 'assistant', 'rep'] as const;

/** A conversation in which people interrupt each other: a frame may belong to any open turn. */
const conversation = fc
  .array(
    fc.record({
      segment: fc.integer({ min: 1, max: 9 }),
      text: fc.string({ maxLength: 6 }),
      final: fc.boolean(),
    }),
    {
      maxLength: 60,
    },
  )
  .map((pieces) =>
    pieces.map(
      (piece, i): Frame => ({
        ...piece,
        seq: i + 1,
        speaker: speakers[piece.segment % 3] ?? 'caller',
        at: new Date(1_700_000_000_000 + i * 250).toISOString(),
      }),
    ),
  );

function refetch(transcript: Transcript, all: readonly Frame[]): Transcript {
  return hear(
    transcript,
    all.filter((frame) => frame.seq > transcript.lastSeq),
  );
}

function frame(seq: number, text = `w${seq} `, segment = 1): Frame {
  return { seq, segment, speaker: 'caller', text, final: false, at: '2026-01-05T09:41:00.000Z' };
}

describe('the words of a call as a desk hears them', () => {
  it('any split, order, repeat or loss of frames, followed by asking again, gives the whole conversation', () => {
    fc.assert(
      fc.property(
        conversation,
        fc.array(fc.array(fc.nat({ max: 59 }), { maxLength: 12 }), { maxLength: 20 }),
        (all, deliveries) => {
          let transcript = silence;
          for (const delivery of deliveries) {
            const frames = delivery.flatMap((i) => all[i] ?? []);
            transcript = hear(transcript, frames);
            expect(transcript.segments).toEqual(segmentsOf(all.slice(0, transcript.lastSeq)));
          }
          const whole = refetch(transcript, all);
          expect(whole.segments).toEqual(segmentsOf(all));
          expect(whole.lastSeq).toBe(all.length);
          expect(hasHole(whole)).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a missing frame keeps back what follows it, and says so', () => {
    const holed = hear(silence, [frame(1), frame(3)]);
    expect(holed.lastSeq).toBe(1);
    expect(holed.segments.map((turn) => turn.text)).toEqual(['w1 ']);
    expect(hasHole(holed)).toBe(true);
  });

  it('what was kept back is used when the missing frame arrives', () => {
    const whole = hear(hear(silence, [frame(1), frame(3), frame(4)]), [frame(2)]);
    expect(whole.segments[0]?.text).toBe('w1 w2 w3 w4 ');
    expect(hasHole(whole)).toBe(false);
  });

  it('frames that are already known change nothing, not even the object', () => {
    const before = hear(silence, [frame(1), frame(2)]);
    expect(hear(before, [frame(2), frame(1)])).toBe(before);
  });

  it('turns that did not grow stay the very same objects, so their rows are not drawn again', () => {
    const before = hear(silence, [frame(1, 'Hello', 1), frame(2, 'Hi', 2)]);
    const after = hear(before, [frame(3, ' there', 2)]);
    expect(after.segments[0]).toBe(before.segments[0]);
    expect(after.segments[1]).not.toBe(before.segments[1]);
    expect(before.segments[1]?.text).toBe('Hi');
  });

  it('a flood behind a hole does not grow without end', () => {
    const flood = Array.from({ length: 5_000 }, (_, i) => frame(i + 2));
    const holed = hear(silence, flood);
    expect(holed.ahead.length).toBeLessThanOrEqual(2_000);
    const all = [frame(1), ...flood];
    expect(refetch(holed, all).lastSeq).toBe(5_001);
  });
});
