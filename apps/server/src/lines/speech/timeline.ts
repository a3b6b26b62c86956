import type { Speaker } from '@ringdesk/shared';
import type { PacedWord } from './pace.ts';

/** One turn with the times of its words. */
export interface PacedTurn {
  readonly speaker: Speaker;
  readonly words: readonly PacedWord[];
  /** Silence after the turns before it; below zero the speaker falls into somebody's words. */
  readonly gapMs: number;
}

/** A word on the way to the desk: `atMs` since the beginning of the part, `turn` counts from 0 within it. */
export interface TimedFrame {
  readonly atMs: number;
  readonly turn: number;
  readonly speaker: Speaker;
  readonly text: string;
  readonly final: boolean;
}

/** The part of a conversation that is spoken without waiting for anything outside it, in the order of its words. */
export type Part = readonly TimedFrame[];

/**
 * Lays turns after one another. Turns begin in the order given even where they overlap, so that their numbers grow
 * with their beginnings. Turns without words leave no trace, and no number.
 */
export function timeline(turns: readonly PacedTurn[]): Part {
  const frames: TimedFrame[] = [];
  let turn = 0;
  let endMs = 0;
  let beganMs = 0;
  for (const { speaker, words, gapMs } of turns) {
    const last = words.length - 1;
    if (last < 0) continue;
    const startMs = Math.max(endMs + gapMs, beganMs);
    words.forEach((word, i) => {
      frames.push({ atMs: startMs + word.endMs, turn, speaker, text: word.text, final: i === last });
    });
    beganMs = startMs + (words[0]?.endMs ?? 0);
    endMs = Math.max(endMs, startMs + (words[last]?.endMs ?? 0));
    turn += 1;
  }
  return frames.sort((a, b) => a.atMs - b.atMs || a.turn - b.turn);
}

/** How many turns have begun within these frames. */
export function turnsBegun(frames: Part): number {
  return frames.reduce((most, frame) => Math.max(most, frame.turn + 1), 0);
}

/** The first `turns` turns of a part, whole. */
export function upToTurn(part: Part, turns: number): Part {
  return part.filter((frame) => frame.turn < turns);
}

/** What is left of a part from turn number `turn` on. */
export function fromTurn(part: Part, turn: number): Part {
  return part.filter((frame) => frame.turn >= turn);
}

/**
 * What is left of a part of which `frames` words in `turns` turns were heard, or null when the numbers do not belong
 * to it. Somebody may have been asked to finish before an overlapping turn began; then its words are all still left.
 */
export function restOf(part: Part, frames: number, turns: number): Part | null {
  for (const spoken of [part.slice(0, frames), upToTurn(part, turns).slice(0, frames)])
    if (spoken.length === frames && turnsBegun(spoken) === turns)
      return part.filter((frame) => !spoken.includes(frame));
  return null;
}
