import type { CallId, SpokenFrame } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { hangUpCall } from '../calls/hang-up-call.ts';
import { receiveCall } from '../calls/receive-call.ts';
import type { Line, LineHears } from './line.ts';

interface Hearing {
  hear(callId: CallId, frames: readonly SpokenFrame[]): void;
  settled(): Promise<void>;
}

interface SignalParts extends Pick<App, 'db' | 'nudge' | 'clock' | 'random' | 'routing'> {
  readonly hearing: Hearing;
  readonly onTrouble: (error: unknown) => void;
}

const retryMs = 1_000;

/** What a line says becomes calls and frames: rang, spoke, hung up. */
export function onSignal(app: SignalParts, line: Pick<Line, 'name'>): LineHears {
  /** A caller who left has left, whatever the database is doing: it is said again until it is stored. */
  const hungUp = async (callId: CallId): Promise<void> => {
    try {
      await app.hearing.settled();
      await hangUpCall(app, callId);
    } catch (error) {
      app.onTrouble(error);
      await new Promise<void>((resolve) => app.clock.after(retryMs, resolve));
      await hungUp(callId);
    }
  };
  return {
    rang: ({ externalId, from, callerName, priority = 0 }) =>
      receiveCall(app, { line: line.name, externalId, from, callerName, priority }),
    spoke: (callId, frames) => app.hearing.hear(callId, frames),
    hungUp,
  };
}
