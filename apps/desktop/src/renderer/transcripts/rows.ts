import type { Segment, Speaker } from '@ringdesk/shared';
import { plainText } from '../ui/plain-text.ts';

/** What one line of the virtual list shows: a turn, or a piece of a very long one. */
export interface Row {
  readonly key: string;
  readonly segment: number;
  readonly speaker: Speaker;
  /** Where `text` begins in the segment, in UTF-16 units. */
  readonly offset: number;
  readonly text: string;
  readonly startedAt: string;
  /** Opens a turn: the speaker before was another one. */
  readonly opensTurn: boolean;
  readonly opensSegment: boolean;
  /** The end of a segment that may still grow. */
  readonly isGrowing: boolean;
}

interface Piece {
  readonly offset: number;
  readonly text: string;
}

/** Longest piece of text in one row: measuring and drawing stay cheap however long somebody speaks. */
const rowLength = 700;

/** Pieces are kept by segment: a segment is a new object when it has grown, so this is never stale. */
const piecesKept = new WeakMap<Segment, readonly Piece[]>();

/** The rows of a conversation; consecutive segments of one speaker are one turn. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  let speaker: Speaker | null = null;
  for (const segment of segments) {
    const pieces = piecesOf(segment);
    for (const [place, piece] of pieces.entries()) {
      rows.push({
        key: `${segment.segment}:${piece.offset}`,
        segment: segment.segment,
        speaker: segment.speaker,
        ...piece,
        startedAt: segment.startedAt,
        opensTurn: place === 0 && segment.speaker !== speaker,
        opensSegment: place === 0,
        isGrowing: !segment.final && place === pieces.length - 1,
      });
    }
    speaker = segment.speaker;
  }
  return rows;
}

/** How many turns there are in the first `segmentCount` segments. */
export function countTurns(segments: readonly Segment[], segmentCount: number): number {
  let turns = 0;
  for (let i = 0; i < segmentCount; i++) if (segments[i]?.speaker !== segments[i - 1]?.speaker) turns += 1;
  return turns;
}

function piecesOf(segment: Segment): readonly Piece[] {
  const kept = piecesKept.get(segment);
  if (kept !== undefined) return kept;
  const pieces = cut(plainText(segment.text));
  piecesKept.set(segment, pieces);
  return pieces;
}

/** Cuts depend only on the words before them, so a text that grows never moves a cut that was made. */
function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  while (text.length - offset > rowLength) {
    const length = cutLength(text.slice(offset, offset + rowLength));
    pieces.push({ offset, text: text.slice(offset, offset + length) });
    offset += length;
  }
  pieces.push({ offset, text: text.slice(offset) });
  return pieces;
}

/** After the last sentence in the second half, else after the last blank, else anywhere but inside a character. */
function cutLength(text: string): number {
  const half = text.length >> 1;
  for (let i = text.length - 1; i > half; i--) {
    if (text[i] === ' ' && '.?!…'.includes(text[i - 1] ?? '-')) return i + 1;
  }
  const blank = text.lastIndexOf(' ');
  if (blank > half) return blank + 1;
  const isInsideCharacter = /[\uD800-\uDBFF]$/.test(text);
  return isInsideCharacter ? text.length - 1 : text.length;
}
