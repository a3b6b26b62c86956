import type { App } from './app.ts';
import { defaultZone } from './customers/home-zone.ts';
import type { Cluster } from './edge/cluster.ts';
import type { Publisher } from './edge/publisher.ts';
import { createTopics } from './lines/topics.ts';
import { followBeliefs } from './suggestions/beliefs.ts';
import { createListening } from './suggestions/listen.ts';
import { keepBeliefs, zoneOfCall } from './suggestions/store.ts';
import { createHearing } from './transcripts/hear-frames.ts';
import { append, framesAfter } from './transcripts/store.ts';
import type { createWatching } from './transcripts/watching.ts';

interface HearingParts extends App {
  readonly nodeId: string;
  readonly publisher: Publisher;
  readonly cluster: Cluster;
  readonly watching: ReturnType<typeof createWatching>;
  readonly trouble: (where: string) => (error: unknown) => void;
}

/** Words on their way from the lines: stored, then told to those who watch, then understood. */
export function joinHearing(joined: HearingParts): ReturnType<typeof createHearing> {
  const { db, clock, random, publisher } = joined;
  const topics = createTopics(joined);
  const listening = createListening({
    clock,
    random,
    follow: followBeliefs,
    zoneOf: async (callId) => (await zoneOfCall(db, callId)) ?? defaultZone,
    framesAfter: async (callId, afterSeq) => (await framesAfter(db, callId, afterSeq))?.frames ?? [],
    keep: (callId, facts) => keepBeliefs(db, callId, facts),
    tell: publisher.tell,
    onTrouble: joined.trouble('suggestions'),
  });
  let batches = 0;
  return createHearing({
    clock,
    newBatchId: () => `${joined.nodeId}-${++batches}`,
    append: (heard, batchId) => append(db, heard, batchId),
    told: (callId, frames) => {
      joined.watching.heard(callId, frames);
      joined.cluster.shareFrames(callId, frames);
      topics.heard(callId, frames);
      listening.heard(callId, frames);
    },
    onTrouble: joined.trouble('hearing'),
  });
}
