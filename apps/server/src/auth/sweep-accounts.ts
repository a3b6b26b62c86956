import type { App } from '../app.ts';
import { sweepBrakes } from './brakes.store.ts';
import { sweepCodes } from './codes.store.ts';

const everyMs = 60_000;

/** Forgets sign-ups, steps, codes and brakes that ran out; asked each second, it looks once a minute. */
export function createAccountSweep({ db, clock }: Pick<App, 'db' | 'clock'>): () => Promise<void> {
  let dueAtMs = 0;
  return async () => {
    if (clock.nowMs() < dueAtMs) return;
    dueAtMs = clock.nowMs() + everyMs;
    await sweepCodes(db);
    await sweepBrakes(db);
  };
}
