/** How windows of one person at one computer take turns, and know of each other. */
export interface Turns {
  /** The name of this window; no other one has it. */
  readonly window: string;
  readonly inTurn: (run: () => Promise<void>) => Promise<void>;
  /** The names of the windows that are open now, this one too. */
  readonly openWindows: () => Promise<ReadonlySet<string>>;
  /** Leaves: what this window waited for may be done by others. */
  readonly leave: () => void;
}

/**
 * Turns by Web Locks (https://www.w3.org/TR/web-locks/): the browser takes them from a window that crashes. `locks` is absent
 * where a page did not come over https or from this computer; then windows do not know of each other, and a write that two of
 * them send is done once all the same, because both send its key.
 */
export function takeTurns(name: string, locks: LockManager | undefined): Turns {
  const window = crypto.randomUUID();
  if (locks === undefined)
    return {
      window,
      inTurn: (run) => run(),
      openWindows: () => Promise.resolve(new Set([window])),
      leave: () => undefined,
    };
  const prefix = `${name}.window.`;
  const left = Promise.withResolvers<void>();
  // Held for as long as the window is open.
  void locks.request(`${prefix}${window}`, () => left.promise);
  return {
    window,
    inTurn: (run) => locks.request(name, run),
    openWindows: async () => {
      const { held = [] } = await locks.query();
      const names = held.map((lock) => lock.name ?? '').filter((one) => one.startsWith(prefix));
      return new Set([window, ...names.map((one) => one.slice(prefix.length))]);
    },
    leave: () => left.resolve(),
  };
}
