import { type CallId, done, type Frame, refused, segmentsOf } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import { framesAfter } from './store.ts';
import type { Watcher } from './watching.ts';

interface Joining {
  join(watcher: Watcher, callId: CallId, afterSeq: number): Promise<readonly Frame[] | null>;
  leave(watcher: Watcher, callId: CallId): void;
}

type TranscriptHandlers = Pick<Handlers, 'transcript.watch' | 'transcript.unwatch' | 'transcript.read'>;

export function transcriptHandlers(app: Pick<App, 'db'>, watching: Joining): TranscriptHandlers {
  return {
    'transcript.watch': async ({ input, desk }) => {
      const frames = await watching.join(desk, input.callId, input.afterSeq);
      if (frames === null) return refused('CALL_UNKNOWN');
      return done({ frames: [...frames], nextSeq: (frames.at(-1)?.seq ?? input.afterSeq) + 1 });
    },
    'transcript.unwatch': async ({ input, desk }) => {
      watching.leave(desk, input.callId);
      return done({});
    },
    'transcript.read': async ({ input }) => {
      const stored = await framesAfter(app.db, input.id, 0);
      if (stored === null) return refused('CALL_UNKNOWN');
      const frames = [...stored.frames];
      return done({ callId: input.id, lastSeq: stored.lastSeq, segments: segmentsOf(frames), frames });
    },
  };
}
