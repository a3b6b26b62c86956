import type { Frame } from './frame.ts';

/**
 * Frames that continue a transcript known up to `lastSeq`: repeats are dropped, the order is restored, and what lies
 * behind a hole is kept back. `hasHole` says that something is missing and must be asked for.
 */
export function continueFrom(
  lastSeq: number,
  heard: readonly Frame[],
): { readonly next: readonly Frame[]; readonly hasHole: boolean } {
  const ordered = [...heard].sort((a, b) => a.seq - b.seq);
  const next: Frame[] = [];
  let expected = lastSeq + 1;
  for (const frame of ordered) {
    if (frame.seq < expected) continue;
    if (frame.seq > expected) return { next, hasHole: true };
    next.push(frame);
    expected += 1;
  }
  return { next, hasHole: false };
}
