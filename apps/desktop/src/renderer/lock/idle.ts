/** How long before the lock its warning comes. */
const warningMs = 60_000;

export interface IdleFacts {
  readonly nowMs: number;
  /** When somebody last used this computer's desk, in whichever window. */
  readonly lastUseMs: number;
  readonly lockAfterMs: number;
  /** A call is mine or rings for me: the desk is in use however long nobody touches it. */
  readonly isBusy: boolean;
}

export type Idle =
  | { readonly state: 'used' | 'due' }
  | { readonly state: 'warned'; readonly locksInMs: number };

/** How a desk stands that nobody may be using. A computer that slept through the warning is due at once. */
export function idleAt({ nowMs, lastUseMs, lockAfterMs, isBusy }: IdleFacts): Idle {
  const locksInMs = lastUseMs + lockAfterMs - nowMs;
  if (isBusy || locksInMs > warningMs) return { state: 'used' };
  return locksInMs <= 0 ? { state: 'due' } : { state: 'warned', locksInMs };
}

/** The latest use there was; what comes from the future, such as a clock that was set back, is now. */
export function latestUse(uses: readonly number[], nowMs: number): number {
  return Math.max(...uses.map((use) => Math.min(use, nowMs)));
}

export const lockMinutes = [5, 15, 30, 60] as const;
export type LockMinutes = (typeof lockMinutes)[number];
const usualLockMinutes: LockMinutes = 15;

/** What was kept, or the usual where it is missing or no choice. */
export function readLockMinutes(text: string | null): LockMinutes {
  return lockMinutes.find((minutes) => String(minutes) === text) ?? usualLockMinutes;
}
