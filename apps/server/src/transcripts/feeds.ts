import type { CallId, Frame } from '@ringdesk/shared';

/** What this node knows of a call that somebody here watches. */
export interface Feed {
  /** The number up to which the watchers were told; null while the first of them is still being brought up to date. */
  toldSeq: number | null;
  /** Frames that came while they could not be told. */
  held: Frame[];
  /** Set while frames that another node stored and this one did not hear of are read. */
  isMending: boolean;
  readonly watchers: Set<string>;
}

export interface Feeds {
  /** The feed of a call with this watcher in it; begun when it is the first. */
  enter(callId: CallId, watcherId: string): Feed;
  /** Whether the feed is still the one of this call, with the watcher in it. */
  has(callId: CallId, feed: Feed, watcherId: string): boolean;
  leave(callId: CallId, watcherId: string): void;
  leaveAll(watcherId: string): void;
  /** New stored frames of a call: told to its watchers from the first that they were not told yet, and never past a hole. */
  pass(callId: CallId, frames: readonly Frame[]): void;
}

interface FeedParts {
  readonly tell: (callId: CallId, frames: readonly Frame[]) => void;
  /** Reads what is stored after a number. */
  readonly readAfter: (callId: CallId, afterSeq: number) => Promise<readonly Frame[]>;
}

/** The watched calls of this node. A call without a watcher costs nothing here. */
export function createFeeds({ tell, readAfter }: FeedParts): Feeds {
  const feeds = new Map<CallId, Feed>();
  const leave = (callId: CallId, watcherId: string) => {
    const feed = feeds.get(callId);
    feed?.watchers.delete(watcherId);
    if (feed?.watchers.size === 0) feeds.delete(callId);
  };
  /** The frames before a hole were lost on their way between nodes; the database has them. */
  const mend = async (callId: CallId, feed: Feed, told: number) => {
    feed.isMending = true;
    const stored = await readAfter(callId, told).catch(() => []);
    feed.isMending = false;
    const held = feed.held.splice(0).filter((frame) => frame.seq > (stored.at(-1)?.seq ?? told));
    advance(callId, feed, [...stored, ...held]);
  };
  const advance = (callId: CallId, feed: Feed, frames: readonly Frame[]) => {
    const next = unbroken(feed.toldSeq ?? 0, frames);
    const last = next.at(-1);
    if (last === undefined) return;
    feed.toldSeq = last.seq;
    tell(callId, next);
  };
  return {
    enter(callId, watcherId) {
      const fresh = { toldSeq: null, held: [], isMending: false, watchers: new Set<string>() };
      const feed = feeds.get(callId) ?? fresh;
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
      if (feed.toldSeq === null || feed.isMending) feed.held.push(...frames);
      else if ((frames[0]?.seq ?? 0) > feed.toldSeq + 1) {
        feed.held.push(...frames);
        void mend(callId, feed, feed.toldSeq);
      } else advance(callId, feed, frames);
    },
  };
}

/** The frames that follow `told` without a hole. */
function unbroken(told: number, frames: readonly Frame[]): readonly Frame[] {
  const fresh = frames.filter((frame) => frame.seq > told);
  const end = fresh.findIndex((frame, i) => frame.seq !== told + 1 + i);
  return end === -1 ? fresh : fresh.slice(0, end);
}
