import { continueFrom, type Frame, type Segment } from '@ringdesk/shared';

/** What a desk knows of the words of one call. Segments never change in place: a segment that grew is a new object. */
export interface Transcript {
  /** The last frame that is in the segments; everything up to it is there. */
  readonly lastSeq: number;
  /** The turns, in the order in which they began. */
  readonly segments: readonly Segment[];
  /** Frames behind a hole, kept until what is missing arrives. */
  readonly ahead: readonly Frame[];
}

export const silence: Transcript = { lastSeq: 0, segments: [], ahead: [] };

/** More than a minute of the fastest speech; what lies further ahead is asked for again with the rest. */
const aheadLimit = 2_000;

/** Something is missing between what is known and what was heard: ask again after `lastSeq`. */
export function hasHole(transcript: Transcript): boolean {
  return transcript.ahead.length > 0;
}

/**
 * Merges frames in any order and with any repeats. Costs one step a frame (and one shallow copy of the list of
 * turns); answers the same object when nothing new was among them.
 */
export function hear(before: Transcript, frames: readonly Frame[]): Transcript {
  const heard = before.ahead.length === 0 ? frames : [...before.ahead, ...frames];
  const { next, hasHole: isHoled } = continueFrom(before.lastSeq, heard);
  const lastSeq = before.lastSeq + next.length;
  const ahead = isHoled ? behindTheHole(heard, lastSeq) : [];
  if (next.length === 0) return ahead.length === before.ahead.length ? before : { ...before, ahead };
  return { lastSeq, segments: append(before.segments, next), ahead };
}

function behindTheHole(heard: readonly Frame[], lastSeq: number): Frame[] {
  const bySeq = new Map<number, Frame>();
  for (const frame of heard) if (frame.seq > lastSeq) bySeq.set(frame.seq, frame);
  return [...bySeq.values()].slice(0, aheadLimit);
}

function append(before: readonly Segment[], frames: readonly Frame[]): Segment[] {
  const segments = [...before];
  for (const frame of frames) {
    const place = placeOf(segments, frame.segment);
    const known = segments[place];
    if (known === undefined) segments.push(begin(frame));
    else segments[place] = grow(known, frame);
  }
  return segments;
}

/** Looked for from the end: only the newest turns grow. A number not there is a new turn, and gets the next place. */
function placeOf(segments: readonly Segment[], segment: number): number {
  const place = segments.findLastIndex((known) => known.segment === segment);
  return place === -1 ? segments.length : place;
}

function begin(frame: Frame): Segment {
  return {
    segment: frame.segment,
    speaker: frame.speaker,
    text: frame.text,
    final: frame.final,
    startedAt: frame.at,
    endedAt: frame.at,
    firstSeq: frame.seq,
  };
}

function grow(segment: Segment, frame: Frame): Segment {
  return { ...segment, text: segment.text + frame.text, final: frame.final, endedAt: frame.at };
}
