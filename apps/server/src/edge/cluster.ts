import { CallId, Frame } from '@ringdesk/shared';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient, type RedisClientType } from 'redis';
import { z } from 'zod';
import { StartRefused } from '../start-refused.ts';
import type { SocketServer } from './socket.ts';

/** What nodes say to each other beside what they say to desks; hints only, and each may be lost. */
export interface Cluster {
  /** False while the other nodes cannot be reached: desks of this node are told all the same. */
  isReady(): boolean;
  /** Stored frames of a call, for the watchers on the other nodes. */
  shareFrames(callId: CallId, frames: readonly Frame[]): void;
  /** Calls that changed, for the lines of the other nodes. */
  shareChanged(callIds: readonly CallId[]): void;
  /** Called with what the other nodes share. */
  listen(hears: ClusterHears): Promise<void>;
  close(): Promise<void>;
}

interface ClusterHears {
  readonly frames: (callId: CallId, frames: readonly Frame[]) => void;
  readonly changed: (callIds: readonly CallId[]) => void;
}

/** One node alone: there is nobody to tell. */
export const noCluster: Cluster = {
  isReady: () => true,
  shareFrames: () => undefined,
  shareChanged: () => undefined,
  listen: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

const connectWithinMs = 5_000;
const longestPauseMs = 2_000;
const stream = 'ringdesk';
const channel = 'ringdesk:nodes';

const Message = z.object({
  node: z.string(),
  changed: z.array(CallId).optional(),
  callId: CallId.optional(),
  frames: z.array(Frame).optional(),
});

/**
 * Joins the nodes that share this Redis: what one of them tells desks reaches the desks of all. Throws `StartRefused` when
 * Redis does not answer at the start; when it goes away later, each node goes on for its own desks.
 */
export async function joinCluster(
  io: SocketServer,
  { redisUrl, nodeId, onTrouble }: JoinParts,
): Promise<Cluster> {
  const client = await connect(redisUrl, onTrouble);
  const ear = await connect(redisUrl, onTrouble);
  io.adapter(createAdapter(client, { streamName: stream }));
  const share = (message: object) => {
    // What cannot be sent at once is stale later: it is dropped, and numbers show the others that something is missing.
    if (client.isReady)
      client.publish(channel, JSON.stringify({ node: nodeId, ...message })).catch(onTrouble);
  };
  return {
    isReady: () => client.isReady,
    shareFrames: (callId, frames) => share({ callId, frames }),
    shareChanged: (changed) => share({ changed }),
    async listen(hears) {
      await ear.subscribe(channel, (text) => {
        const { success, data } = Message.safeParse(JSON.parse(text));
        if (!success || data.node === nodeId) return;
        if (data.callId !== undefined) hears.frames(data.callId, data.frames ?? []);
        if (data.changed !== undefined) hears.changed(data.changed);
      });
    },
    async close() {
      for (const one of [client, ear]) one.destroy();
    },
  };
}

interface JoinParts {
  readonly redisUrl: string;
  readonly nodeId: string;
  readonly onTrouble: (error: unknown) => void;
}

async function connect(url: string, onTrouble: (error: unknown) => void): Promise<RedisClientType> {
  let isJoined = false;
  const client: RedisClientType = createClient({
    url,
    socket: {
      connectTimeout: connectWithinMs,
      reconnectStrategy: (tries) => (isJoined ? Math.min(tries * 100, longestPauseMs) : false),
    },
  });
  client.on('error', onTrouble);
  await client.connect().catch((error: unknown) => {
    const why = error instanceof Error && error.message !== '' ? error.message : 'no answer';
    throw new StartRefused(`Redis cannot be reached (${why}); start it, or correct or unset REDIS_URL.`);
  });
  isJoined = true;
  return client;
}
