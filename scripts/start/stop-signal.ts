import { say } from '../say.ts';

/** One Ctrl-C arrives several times: from the terminal, and handed on by each process above us. */
const echoMs = 2_000;

export interface StopSignal {
  /** Settles at the first wish to stop. */
  readonly wished: Promise<void>;
  /** Called when it is wished again, later: whoever insists does not want to wait. */
  onInsist(act: () => void): void;
}

/** Takes over Ctrl-C and its relatives for this process. */
export function listenForStop(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<void>();
  let first: number | undefined;
  let insist: () => void = () => undefined;
  const hear = () => {
    const now = performance.now();
    if (first !== undefined && now - first > echoMs) insist();
    first ??= now;
    resolve();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  return {
    wished: promise,
    onInsist: (act) => {
      insist = () => {
        say('Stopping at once.');
        act();
      };
    },
  };
}
