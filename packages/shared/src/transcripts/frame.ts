import { z } from 'zod';
import { Moment } from '../kernel/page.ts';

export const Speaker = z.enum(['caller', 'assistant', 'rep']);
export type Speaker = z.infer<typeof Speaker>;

/** A numbered piece of a transcript: `seq` is 1..n per call without holes, `text` is what to append to the segment. */
export const Frame = z.object({
  seq: z.number().int().positive(),
  segment: z.number().int().positive(),
  speaker: Speaker,
  text: z.string(),
  final: z.boolean(),
  at: Moment,
});
export type Frame = z.infer<typeof Frame>;

/** A frame before it has its number: what a line hears. */
export type SpokenFrame = Omit<Frame, 'seq'>;

/** One turn of one speaker, put together from its frames. */
export const Segment = z.object({
  segment: z.number().int().positive(),
  speaker: Speaker,
  text: z.string(),
  final: z.boolean(),
  startedAt: Moment,
  endedAt: Moment,
  firstSeq: z.number().int().positive(),
});
export type Segment = z.infer<typeof Segment>;

/** Puts the turns together, in the order in which they began. Frames must be in the order of their numbers. */
export function segmentsOf(frames: readonly Frame[]): Segment[] {
  const segments = new Map<number, Segment>();
  for (const frame of frames) {
    const before = segments.get(frame.segment);
    const begun = before ?? {
      segment: frame.segment,
      speaker: frame.speaker,
      text: '',
      startedAt: frame.at,
      firstSeq: frame.seq,
    };
    segments.set(frame.segment, {
      ...begun,
      text: begun.text + frame.text,
      final: frame.final,
      endedAt: frame.at,
    });
  }
  return [...segments.values()];
}
