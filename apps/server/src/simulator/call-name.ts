/** All that is needed to write the script of a call again, in another process. */
export interface CallName {
  readonly seed: number;
  readonly index: number;
  /** The moment the line was opened: another run of the same seed tells the same calls, but they are new calls. */
  readonly run: number;
}

/** `sim-7-42-1ja…`: the line's own name for a call. */
export function nameCall({ seed, index, run }: CallName): string {
  return `sim-${seed}-${index}-${run.toString(36)}`;
}

/** The parts of such a name, or null when it is none. */
export function callNameOf(externalId: string): CallName | null {
  const match = /^sim-(-?\d+)-(\d+)-([0-9a-z]+)$/.exec(externalId);
  if (match === null) return null;
  return { seed: Number(match[1]), index: Number(match[2]), run: Number.parseInt(match[3] ?? '', 36) };
}
