import { type CallId, Frame } from '@ringdesk/shared';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Server as SocketServer } from 'socket.io';
import { z } from 'zod';
import { StartRefused } from '../start-refused.ts';
import type { DeskServer } from './socket.ts';

/** What nodes say to each other beside what they say to desks. */
export interface Cluster {
  /** Stored frames of a call, for the watchers on the other nodes. */
  shareFrames(callId: CallId, frames: readonly Frame[]): void;
  /** Calls that changed, for the lines of the other nodes. */
  shareChanged(callIds: readonly CallId[]): void;
  /** Called with what the other nodes share. */
  listen(hears: {
    readonly frames: (callId: CallId, frames: readonly Frame[]) => void;
    readonly changed: (callIds: readonly CallId[]) => void;
  }): void;
  close(): Promise<void>;
}

/** One node alone: there is nobody to tell. */
export const noCluster: Cluster = {
  shareFrames: () => undefined,
  shareChanged: () => undefined,
  listen: () => undefined,
  close: () => Promise.resolve(),
};

const connectWithinMs = 5_000;
const longestPauseMs = 2_000;

/**
 * Joins the nodes that share this Redis: what one of them tells desks reaches the desks of all. Redis carries hints only;
 * a desk that misses one asks again. Throws `StartRefused` when Redis does not answer at the start.
 */
export async function joinCluster(
  io: SocketServer,
  redisUrl: string,
  onTrouble: (error: unknown) => void,
): Promise<Cluster> {
  let isJoined = false;
  const client = createClient({
    url: redisUrl,
    // Hints that cannot be sent at once are stale later: they are dropped, and the desks' own numbers show the gap.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: connectWithinMs,
      reconnectStrategy: (tries) => (isJoined ? Math.min(tries * 100, longestPauseMs) : false),
    },
  });
  client.on('error', onTrouble);
  await client.connect().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : 'it does not answer';
    throw new StartRefused(`Redis cannot be reached (${why}); start it, or correct or unset REDIS_URL.`);
  });
  isJoined = true;
  io.adapter(createAdapter(client, { streamName: 'ringdesk', maxLen: 10_000 }));
  return {
    ...sharing(io.of('/desk')),
    async close() {
      await client.close().catch(onTrouble);
    },
  };
}

const CallIds = z.array(z.string());
const Frames = z.array(Frame);

function sharing(desks: DeskServer): Pick<Cluster, 'shareFrames' | 'shareChanged' | 'listen'> {
  return {
    shareFrames: (callId, frames) => void desks.serverSideEmit('frames-stored', callId, [...frames]),
    shareChanged: (callIds) => void desks.serverSideEmit('calls-changed', [...callIds]),
    listen(hears) {
      desks.on('frames-stored', (callId, frames) => {
        if (Frames.safeParse(frames).success) hears.frames(callId, frames);
      });
      desks.on('calls-changed', (callIds) => {
        if (CallIds.safeParse(callIds).success) hears.changed(callIds);
      });
    },
  };
}
