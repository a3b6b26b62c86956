import type { Segment, Speaker } from '@ringdesk/shared';

/** How far a screen reader was told: `from` is the first segment that may still have something to say. */
export interface Told {
  readonly from: number;
  /** Characters already told, by segment number. */
  readonly upTo: ReadonlyMap<number, number>;
}

export interface Sentence {
  /** Unique within the call: segment and place. */
  readonly key: string;
  readonly speaker: Speaker;
  readonly text: string;
}

/** Where somebody who opens the call begins: what was said before is there to read, and is not announced. */
export function startAt(segments: readonly Segment[]): Told {
  return announce({ from: 0, upTo: new Map() }, segments).told;
}

/** The sentences that were finished since; words of a sentence that still grows are left for later. */
export function announce(
  told: Told,
  segments: readonly Segment[],
): { readonly told: Told; readonly sentences: readonly Sentence[] } {
  const sentences: Sentence[] = [];
  const upTo = new Map<number, number>();
  let from = told.from;
  for (let place = told.from; place < segments.length; place++) {
    const segment = segments[place];
    if (segment === undefined) break;
    const start = told.upTo.get(segment.segment) ?? 0;
    const end = finishedLength(segment);
    const text = segment.text.slice(start, end).trim();
    if (text !== '') sentences.push({ key: `${segment.segment}:${start}`, speaker: segment.speaker, text });
    upTo.set(segment.segment, Math.max(start, end));
    if (segment.final && place === from) from += 1;
  }
  return { told: { from, upTo }, sentences };
}

/** Everything of a closed segment; of an open one what stands before the last end of a sentence. */
function finishedLength(segment: Segment): number {
  if (segment.final) return segment.text.length;
  let length = 0;
  for (const end of segment.text.matchAll(/[.?!…]["'”’)]*(?=\s)/gu)) length = end.index + end[0].length;
  return length;
}
