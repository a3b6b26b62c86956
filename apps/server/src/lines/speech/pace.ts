import type { Random } from '@ringdesk/shared';

/** How fast somebody speaks, and how long they rest at commas and full stops (1 = ordinary). */
export interface Tempo {
  readonly wordsPerMinute: number;
  readonly pauses: number;
}

/** A word with the white space before it, heard `endMs` milliseconds after its turn began. */
export interface PacedWord {
  readonly text: string;
  readonly endMs: number;
}

/** The share of talking time that is sound; the rest is the pauses below. */
const soundShare = 0.92;
/** Mean length in letters of a spoken English word. */
const meanLetters = 4.2;

/** Pauses after a word, in mean words. */
const pauseAfter: Readonly<Record<string, number>> = {
  ',': 0.6,
  ';': 0.8,
  ':': 0.6,
  '—': 0.9,
  '.': 1.1,
  '!': 1,
  '?': 1.1,
  '…': 1.6,
};

/** Words one by one; put together again they are the text to the letter. Blank text gives no words. */
export function wordsOf(text: string): string[] {
  return text.match(/\s*\S+(?:\s+$)?/g) ?? [];
}

/** When each word of a turn is heard: longer words take longer, punctuation rests, and nobody is a metronome. */
export function pace(text: string, tempo: Tempo, random: Random): PacedWord[] {
  const meanMs = (60_000 / tempo.wordsPerMinute) * soundShare;
  let atMs = 0;
  return wordsOf(text).map((word) => {
    const letters = word.replace(/[^\p{L}\p{N}]/gu, '').length;
    atMs += meanMs * (0.45 + (0.55 * Math.max(1, letters)) / meanLetters) * (0.85 + 0.3 * random());
    const endMs = Math.round(atMs);
    atMs += meanMs * (pauseAfter[word.trimEnd().at(-1) ?? ''] ?? 0) * tempo.pauses;
    return { text: word, endMs };
  });
}
