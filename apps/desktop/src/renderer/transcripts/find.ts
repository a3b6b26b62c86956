import type { Segment } from '@ringdesk/shared';

/** One place where the words looked for were said; `start` and `end` are UTF-16 places in the segment's text. */
export interface Match {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

interface Kept {
  readonly query: string;
  readonly matches: readonly Match[];
}

/** Matches are kept by segment: a call that grows is searched only where it grew. */
const matchesKept = new WeakMap<Segment, Kept>();

/** Every match in the order of the conversation. Case does not matter, any blanks match any blanks. */
export function findIn(segments: readonly Segment[], query: string): Match[] {
  const pattern = patternOf(query);
  if (pattern === null) return [];
  return segments.flatMap((segment) => matchesOf(segment, query, pattern));
}

/** The match to show first: at or below `segment` (what is on the screen), else from the top again. */
export function firstAt(matches: readonly Match[], segments: readonly Segment[], segment: number): number {
  const place = new Map(segments.map((one, index) => [one.segment, index]));
  const from = place.get(segment) ?? 0;
  const found = matches.findIndex((match) => (place.get(match.segment) ?? 0) >= from);
  return found === -1 ? 0 : found;
}

/** The next match in a direction; after the last comes the first. */
export function step(current: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (current + by + count) % count;
}

/** A text cut into what matches and what does not, for one row that begins at `offset` of its segment. */
export function splitAt(
  row: { readonly text: string; readonly offset: number },
  matches: readonly Match[],
): { readonly text: string; readonly match: Match | null }[] {
  const parts: { text: string; match: Match | null }[] = [];
  const end = row.offset + row.text.length;
  let at = row.offset;
  const slice = (from: number, to: number) => row.text.slice(from - row.offset, to - row.offset);
  for (const match of matches) {
    if (match.end <= row.offset || match.start >= end) continue;
    const from = Math.max(match.start, row.offset);
    const to = Math.min(match.end, end);
    if (from > at) parts.push({ text: slice(at, from), match: null });
    parts.push({ text: slice(from, to), match });
    at = to;
  }
  if (at < end) parts.push({ text: slice(at, end), match: null });
  return parts;
}

function matchesOf(segment: Segment, query: string, pattern: RegExp): readonly Match[] {
  const kept = matchesKept.get(segment);
  if (kept?.query === query) return kept.matches;
  const matches = [...segment.text.matchAll(pattern)].map((found) => ({
    segment: segment.segment,
    start: found.index,
    end: found.index + found[0].length,
  }));
  matchesKept.set(segment, { query, matches });
  return matches;
}

function patternOf(query: string): RegExp | null {
  const words = query.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(escaped.join('\\s+'), 'giu');
}
