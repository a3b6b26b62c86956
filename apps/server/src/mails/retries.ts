/** The life of a mailed code; a mail with a code is worth nothing after it. */
export const codeSeconds = 10 * 60;
const mostSeconds = 24 * 60 * 60;
const pauses = [5, 30, 2 * 60, 10 * 60, 60 * 60] as const;
const longest = { code: 2 * 60, other: 60 * 60 } as const;

/** A mail that could not be handed over: how often it was tried, and its age. */
interface Tried {
  readonly tries: number;
  readonly ageSeconds: number;
  readonly hasCode: boolean;
}

/** Seconds until the next try of a mail, or null when it is given up: pauses grow to an hour, for a day; a code's to its end. */
export function secondsToNextTry({ tries, ageSeconds, hasCode }: Tried): number | null {
  const most = hasCode ? longest.code : longest.other;
  const pause = Math.min(pauses[Math.max(0, tries - 1)] ?? most, most);
  return ageSeconds + pause < (hasCode ? codeSeconds : mostSeconds) ? pause : null;
}
