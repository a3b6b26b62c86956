import { dispositionNotRecorded, standardDispositions } from '@ringdesk/shared';

export type StandardDisposition = (typeof standardDispositions)[number];

/** The disposition that a digit picks; null for any other key. */
export function dispositionOfKey(key: string): StandardDisposition | null {
  return /^[1-9]$/.test(key) ? (standardDispositions[Number(key) - 1] ?? null) : null;
}

/** A disposition as people read it: the desk's own label, else the word of the installation. */
export function sayDisposition(key: string): string {
  if (key === dispositionNotRecorded) return 'Not recorded';
  const known = standardDispositions.find((one) => one.key === key);
  if (known !== undefined) return known.label;
  const words = key.replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** The neighbour in the list for an arrow key; from nothing, down is the first and up the last. */
export function neighbour(key: string | null, by: 1 | -1): StandardDisposition {
  const place = standardDispositions.findIndex((one) => one.key === key);
  const count = standardDispositions.length;
  const next = place === -1 ? (by === 1 ? 0 : count - 1) : (place + by + count) % count;
  return standardDispositions[next] ?? standardDispositions[0];
}

/** Whole seconds until a deadline, never below 0. Both in milliseconds of the server's clock. */
export function secondsUntil(deadline: string, nowMs: number): number {
  return Math.max(0, Math.ceil((Date.parse(deadline) - nowMs) / 1000));
}
