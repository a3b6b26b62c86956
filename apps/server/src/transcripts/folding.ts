import type { Frame, Speaker } from '@ringdesk/shared';

/** A turn with the lengths of its pieces, so that the frames a rep was told can be had back exactly. */
interface FoldedTurn {
  readonly segment: number;
  readonly speaker: Speaker;
  readonly text: string;
  /** One entry a frame: its number after the one before, its length in UTF-16 units, its time after the one before in ms. */
  readonly pieces: readonly (readonly [step: number, length: number, laterMs: number])[];
  /** Places in `pieces` of the final frames. */
  readonly finals: readonly number[];
  readonly startsAt: string;
}

/** A transcript of a call that is over: one entry a turn. */
export interface TranscriptDocument {
  readonly turns: readonly FoldedTurn[];
}

/** Folds frames, given in the order of their numbers, into turns. `expand` gives exactly the same frames back. */
export function fold(frames: readonly Frame[]): TranscriptDocument {
  const bySegment = new Map<string, Frame[]>();
  for (const frame of frames) {
    const key = `${frame.segment} ${frame.speaker}`;
    bySegment.set(key, [...(bySegment.get(key) ?? []), frame]);
  }
  return { turns: [...bySegment.values()].map(foldTurn) };
}

/** The frames of a folded transcript, in the order of their numbers. */
export function expand(document: TranscriptDocument): Frame[] {
  return document.turns.flatMap(expandTurn).sort((a, b) => a.seq - b.seq);
}

function foldTurn(frames: readonly Frame[]): FoldedTurn {
  const [first] = frames;
  if (first === undefined) throw new Error('a turn has at least one frame');
  let seq = 0;
  let atMs = Date.parse(first.at);
  const pieces = frames.map((frame) => {
    const piece = [frame.seq - seq, frame.text.length, Date.parse(frame.at) - atMs] as const;
    seq = frame.seq;
    atMs = Date.parse(frame.at);
    return piece;
  });
  return {
    segment: first.segment,
    speaker: first.speaker,
    text: frames.map((frame) => frame.text).join(''),
    pieces,
    finals: frames.flatMap((frame, i) => (frame.final ? [i] : [])),
    startsAt: first.at,
  };
}

function expandTurn(turn: FoldedTurn): Frame[] {
  let seq = 0;
  let place = 0;
  let atMs = Date.parse(turn.startsAt);
  return turn.pieces.map(([step, length, laterMs], i) => {
    seq += step;
    atMs += laterMs;
    const text = turn.text.slice(place, place + length);
    place += length;
    return {
      seq,
      segment: turn.segment,
      speaker: turn.speaker,
      text,
      final: turn.finals.includes(i),
      at: new Date(atMs).toISOString(),
    };
  });
}
