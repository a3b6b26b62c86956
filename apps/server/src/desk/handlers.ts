import { type DeskSnapshot, done, refused } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import { findUser } from '../auth/store.ts';
import { openDeskCalls } from '../calls/calls.store.ts';
import { find as findRep } from '../reps/store.ts';

/** Joins what several nouns know into the one snapshot that a desk opens with. */
export function deskHandlers(app: Pick<App, 'db'>): Pick<Handlers, 'desk.open'> {
  return {
    'desk.open': async ({ asker }) => {
      const [me, presence] = await Promise.all([
        findUser(app.db, asker.userId),
        findRep(app.db, asker.userId),
      ]);
      if (me === null || presence === null) return refused('UNAUTHENTICATED');
      const { now, calls, ...shown } = await openDeskCalls(app.db, asker.userId);
      const snapshot: DeskSnapshot = { ...shown, now: now.toISOString(), calls: [...calls], me, presence };
      return done(snapshot);
    },
  };
}
