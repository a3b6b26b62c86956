import type { CallId, Frame } from '@ringdesk/shared';
import type { StoredFrames } from './store.ts';

/** A desk that watches; the door knows how to reach it. */
export interface Watcher {
  readonly id: string;
  watch(callId: CallId): void;
  unwatch(callId: CallId): void;
}

interface Feed {
  /** The number up to which the watchers were told; null while the first of them is still being brought up to date. */
  toldSeq: number | null;
  readonly held: Frame[];
  readonly watchers: Set<string>;
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
  const feeds = new Map<CallId, Feed>();

  const feedOf = (callId: CallId): Feed => {
    const feed = feeds.get(callId) ?? { toldSeq: null, held: [], watchers: new Set<string>() };
    feeds.set(callId, feed);
    return feed;
  };

  const pass = (callId: CallId, feed: Feed, frames: readonly Frame[]) => {
    const told = feed.toldSeq ?? 0;
    const fresh = frames.filter((frame) => frame.seq > told);
    const last = fresh.at(-1);
    if (last === undefined) return;
    feed.toldSeq = last.seq;
    tell(callId, fresh);
  };

  const drop = (callId: CallId, watcherId: string) => {
    const feed = feeds.get(callId);
    feed?.watchers.delete(watcherId);
    if (feed?.watchers.size === 0) feeds.delete(callId);
  };

  return {
    async join(watcher, callId, afterSeq) {
      for (;;) {
        const feed = feedOf(callId);
        feed.watchers.add(watcher.id);
        const stored = await framesAfter(callId, afterSeq).catch((error: unknown) => {
          drop(callId, watcher.id);
          throw error;
        });
        if (stored === null) {
          drop(callId, watcher.id);
          return null;
        }
        // The desk left, or the feed was closed and begun anew, while its frames were read.
        if (feeds.get(callId) !== feed || !feed.watchers.has(watcher.id)) return [];
        if (feed.toldSeq !== null && feed.toldSeq > stored.lastSeq) continue;
        watcher.watch(callId);
        if (feed.toldSeq !== null) {
          const told = feed.toldSeq;
          return stored.frames.filter((frame) => frame.seq <= told);
        }
        // What was heard while the first watcher's frames were read belongs to the answer.
        const held = feed.held.splice(0).filter((frame) => frame.seq > stored.lastSeq);
        feed.toldSeq = held.at(-1)?.seq ?? stored.lastSeq;
        return [...stored.frames, ...held.filter((frame) => frame.seq > afterSeq)];
      }
    },
    leave(watcher, callId) {
      watcher.unwatch(callId);
      drop(callId, watcher.id);
    },
    forget(watcherId) {
      for (const callId of feeds.keys()) drop(callId, watcherId);
    },
    heard(callId, frames) {
      const feed = feeds.get(callId);
      if (feed === undefined) return;
      if (feed.toldSeq === null) feed.held.push(...frames);
      else pass(callId, feed, frames);
    },
  };
}
