import type { CallId, Frame } from '@ringdesk/shared';
import { createFeeds, type Feed } from './feeds.ts';
import type { StoredFrames } from './store.ts';

/** A desk that watches; the door knows how to reach it. */
export interface Watcher {
  readonly id: string;
  watch(callId: CallId): void;
  unwatch(callId: CallId): void;
}

interface Watching {
  /** Answers the frames after `afterSeq` and joins the desk so that the next one it is told follows them; null: no such call. */
  join(watcher: Watcher, callId: CallId, afterSeq: number): Promise<readonly Frame[] | null>;
  leave(watcher: Watcher, callId: CallId): void;
  /** The desk is gone. */
  forget(watcherId: string): void;
  /** New stored frames of a call, in order. */
  heard(callId: CallId, frames: readonly Frame[]): void;
}

interface WatchingParts {
  readonly framesAfter: (callId: CallId, afterSeq: number) => Promise<StoredFrames | null>;
  readonly tell: (callId: CallId, frames: readonly Frame[]) => void;
}

/**
 * Joins stored frames and the live stream without hole or repeat: the answer ends exactly at the number up to which this
 * node has told, and joining happens in the same turn of the event loop as that comparison. Frames are stored before
 * they are told, so what was told can always be read.
 */
export function createWatching({ framesAfter, tell }: WatchingParts): Watching {
  const feeds = createFeeds({
    tell,
    readAfter: async (callId, afterSeq) => (await framesAfter(callId, afterSeq))?.frames ?? [],
  });
  return {
    async join(watcher, callId, afterSeq) {
      for (;;) {
        const feed = feeds.enter(callId, watcher.id);
        const stored = await framesAfter(callId, afterSeq).catch((error: unknown) => {
          feeds.leave(callId, watcher.id);
          throw error;
        });
        if (stored === null) {
          feeds.leave(callId, watcher.id);
          return null;
        }
        // The desk left, or the feed was closed and begun anew, while its frames were read.
        if (!feeds.has(callId, feed, watcher.id)) return [];
        const answer = meetStream(feed, stored, afterSeq);
        if (answer === 'read again') continue;
        watcher.watch(callId);
        return answer;
      }
    },
    leave(watcher, callId) {
      watcher.unwatch(callId);
      feeds.leave(callId, watcher.id);
    },
    forget: feeds.leaveAll,
    heard: feeds.pass,
  };
}

/** What a joining desk is answered so that the next frame told to the feed follows; the feed may have run ahead of the reading. */
function meetStream(feed: Feed, stored: StoredFrames, afterSeq: number): readonly Frame[] | 'read again' {
  const told = feed.toldSeq;
  if (told !== null)
    return told > stored.lastSeq ? 'read again' : stored.frames.filter((frame) => frame.seq <= told);
  // What was heard while the first watcher's frames were read belongs to the answer; where a frame of another node was
  // lost before it, the next reading has both.
  const held = feed.held.filter((frame) => frame.seq > stored.lastSeq);
  if (held.some((frame, i) => frame.seq !== stored.lastSeq + 1 + i)) return 'read again';
  feed.held = [];
  feed.toldSeq = held.at(-1)?.seq ?? stored.lastSeq;
  return [...stored.frames, ...held.filter((frame) => frame.seq > afterSeq)];
}
