import type { CallId, Frame } from '@ringdesk/shared';

/** What this node knows of a call that somebody here watches. */
export interface Feed {
  /** The number up to which the watchers were told; null while the first of them is still being brought up to date. */
  toldSeq: number | null;
  /** Frames that came while `toldSeq` was null. */
  readonly held: Frame[];
  readonly watchers: Set<string>;
}

export interface Feeds {
  /** The feed of a call with this watcher in it; begun when it is the first. */
  enter(callId: CallId, watcherId: string): Feed;
  /** Whether the feed is still the one of this call, with the watcher in it. */
  has(callId: CallId, feed: Feed, watcherId: string): boolean;
  leave(callId: CallId, watcherId: string): void;
  leaveAll(watcherId: string): void;
  /** New stored frames of a call: told to its watchers from the first that they were not told yet. */
  pass(callId: CallId, frames: readonly Frame[]): void;
}

/** The watched calls of this node. A call without a watcher costs nothing here. */
export function createFeeds(tell: (callId: CallId, frames: readonly Frame[]) => void): Feeds {
  const feeds = new Map<CallId, Feed>();
  const leave = (callId: CallId, watcherId: string) => {
    const feed = feeds.get(callId);
    feed?.watchers.delete(watcherId);
    if (feed?.watchers.size === 0) feeds.delete(callId);
  };
  return {
    enter(callId, watcherId) {
      const feed = feeds.get(callId) ?? { toldSeq: null, held: [], watchers: new Set<string>() };
      feeds.set(callId, feed);
      feed.watchers.add(watcherId);
      return feed;
    },
    has: (callId, feed, watcherId) => feeds.get(callId) === feed && feed.watchers.has(watcherId),
    leave,
    leaveAll(watcherId) {
      for (const callId of feeds.keys()) leave(callId, watcherId);
    },
    pass(callId, frames) {
      const feed = feeds.get(callId);
      if (feed === undefined) return;
      if (feed.toldSeq === null) {
        feed.held.push(...frames);
        return;
      }
      const told = feed.toldSeq;
      const fresh = frames.filter((frame) => frame.seq > told);
      const last = fresh.at(-1);
      if (last === undefined) return;
      feed.toldSeq = last.seq;
      tell(callId, fresh);
    },
  };
}
