import { randomBytes } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import type { CallId, Clock, Random } from '@ringdesk/shared';
import type { Logger } from 'pino';
import type { App, Handlers } from './app.ts';
import { authHandlers } from './auth/handlers.ts';
import { liveSessions } from './auth/store.ts';
import { createTokens, type VerifiedToken } from './auth/tokens.ts';
import { callHandlers } from './calls/handlers.ts';
import { routeCalls } from './calls/route-calls.ts';
import { sweepOffers } from './calls/sweep-offers.ts';
import { sweepVanished } from './calls/sweep-vanished.ts';
import { sweepWrapUps } from './calls/sweep-wrap-ups.ts';
import { withdrawOffers } from './calls/withdraw-offers.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { type Fact, publishOutbox } from './database/outbox.ts';
import { sql } from './database/sql.ts';
import { deskHandlers } from './desk/handlers.ts';
import { tellFacts } from './desk/tell-facts.ts';
import { startPulse } from './edge/clock.ts';
import { createDispatch } from './edge/dispatch.ts';
import { endDeadSessions } from './edge/end-dead-sessions.ts';
import { openHttp } from './edge/http.ts';
import { createPublisher } from './edge/publisher.ts';
import { cutSlowDesks, openDesks, openSockets } from './edge/socket.ts';
import type { Line } from './lines/line.ts';
import { onSignal } from './lines/on-signal.ts';
import { runLines } from './lines/run-lines.ts';
import { createTopics } from './lines/topics.ts';
import { repHandlers } from './reps/handlers.ts';
import { closeDesk, forgetNode, openDesk, seeNode } from './reps/store.ts';
import { sweepReps } from './reps/sweep-reps.ts';
import { transcriptHandlers } from './transcripts/handlers.ts';
import { createHearing } from './transcripts/hear-frames.ts';
import { append, framesAfter } from './transcripts/store.ts';
import { sweepTranscripts } from './transcripts/sweep-transcripts.ts';
import { createWatching } from './transcripts/watching.ts';

interface ServerParts {
  readonly config: Pick<Config, 'http' | 'isDemo' | 'routing'>;
  readonly secret: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly lines: readonly Line[];
  readonly log: Logger;
  /** Folder with the built desk, or null. */
  readonly deskFolder: string | null;
}

export interface RunningServer {
  readonly url: string;
  /** Resolves when nothing is due: for tests that wait for a state. */
  readonly idle: () => Promise<void>;
  /** Tells desks to go elsewhere, stores what was heard, and closes the doors; the database stays open. */
  readonly stop: () => Promise<void>;
}

/** Joins everything: the one list of what the server is made of. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, db, clock, random, log } = parts;
  const nodeId = `node_${randomBytes(8).toString('hex')}`;
  const tokens = createTokens(parts.secret);
  const trouble = (where: string) => (error: unknown) => log.error({ err: error, where }, 'trouble');
  let isDraining = false;
  let pulse: ReturnType<typeof startPulse> | null = null;
  const app: App = { db, clock, random, routing: config.routing, nudge: () => pulse?.nudge() };

  const authenticate = async (token: string): Promise<VerifiedToken | null> => {
    const verified = await tokens.verify(token, clock.nowMs());
    if (verified === null) return null;
    const [session] = await liveSessions(db, [verified.sessionId]);
    return session?.userId === verified.userId ? { ...verified, role: session.role } : null;
  };
  const isReady = async () => {
    if (isDraining) return false;
    return db.rows(sql`SELECT 1`).then(
      () => true,
      () => false,
    );
  };

  const watching = createWatching({
    framesAfter: (callId, afterSeq) => framesAfter(db, callId, afterSeq),
    tell: (callId, frames) => publisher.tellFrames(callId, frames),
  });
  const topics = createTopics(app);
  const hearing = createHearing({
    clock,
    append: (heard) => append(db, heard),
    told: (callId, frames) => {
      watching.heard(callId, frames);
      topics.heard(callId, frames);
    },
    onTrouble: trouble('hearing'),
  });
  const handlers: Handlers = {
    ...authHandlers({ ...app, tokens, isDemo: config.isDemo }),
    ...deskHandlers(app),
    ...repHandlers(app, (repId) => withdrawOffers(app, repId)),
    ...callHandlers(app),
    ...transcriptHandlers(app, watching),
  };
  const dispatch = createDispatch(handlers, ({ operation, code, error }) =>
    log.error({ err: error, operation, code }, 'operation failed'),
  );
  const http = await openHttp({
    dispatch,
    authenticate,
    isReady,
    keys: () => tokens.keys(),
    deskFolder: parts.deskFolder,
    log,
  });
  const io = openSockets(http.server as HttpServer);
  http.addHook('preClose', async () => {
    await io.close();
  });
  const desks = openDesks(io, {
    dispatch,
    authenticate,
    nowMs: clock.nowMs,
    onTrouble: trouble('socket'),
    opened: async ({ id, data }) => {
      await openDesk(db, { id, userId: data.asker.userId, nodeId });
      app.nudge();
    },
    closed: async (desk) => {
      watching.forget(desk.id);
      const left = await closeDesk(db, desk.id);
      if (left !== null) await withdrawOffers(app, left);
    },
  });
  const publisher = createPublisher(desks);

  await seeNode(db, nodeId, 5);
  const running = await runLines(app, parts.lines, (line) =>
    onSignal({ ...app, hearing, onTrouble: trouble(line.name) }, line),
  );
  const tellAll = async (facts: readonly Fact[], firstRev: number, tx: Pick<Database, 'rows'>) => {
    await tellFacts({ db: tx }, publisher.tell, { facts, firstRev });
    await running.callsChanged([...changedCalls(facts)], tx);
  };
  pulse = startPulse({
    clock,
    afterCommit: [
      { name: 'publish', run: () => publishAll(db, tellAll) },
      { name: 'route', run: async () => (await routeCalls(app)) > 0 && app.nudge() },
    ],
    eachSecond: [
      { name: 'reps', run: () => sweepReps(app, { id: nodeId, deskIds: [...desks.sockets.keys()] }) },
      { name: 'offers', run: () => sweepOffers(app) },
      { name: 'vanished', run: () => sweepVanished(app) },
      { name: 'wrap-ups', run: () => sweepWrapUps(app) },
      { name: 'transcripts', run: () => sweepTranscripts(app) },
      { name: 'sessions', run: () => endDeadSessions(desks, (ids) => liveSessions(db, ids), clock.nowMs()) },
      { name: 'slow desks', run: async () => cutSlowDesks(desks) },
    ],
    onTrouble: (name, error) => log.error({ err: error, sweep: name }, 'sweep failed'),
  });
  const beat = pulse;
  const url = await http.listen({ host: config.http.host, port: config.http.port });
  beat.nudge();
  return {
    url,
    idle: async () => {
      await hearing.settled();
      await beat.idle();
    },
    async stop() {
      isDraining = true;
      for (const desk of desks.sockets.values())
        desk.emit('server.draining', { reconnectInMs: Math.round(500 + random() * 2_500) });
      await running.close();
      await hearing.close();
      await beat.stop();
      await http.close();
      await forgetNode(db, nodeId);
    },
  };
}

async function publishAll(db: Database, tell: Parameters<typeof publishOutbox>[1]): Promise<void> {
  while ((await publishOutbox(db, tell)) > 0);
}

function changedCalls(facts: readonly Fact[]): Set<CallId> {
  return new Set(facts.flatMap((fact) => (fact.event === 'call.changed' ? [fact.callId] : [])));
}
