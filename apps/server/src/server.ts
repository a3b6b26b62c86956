import { randomBytes } from 'node:crypto';
import type { CallId, Clock, Random } from '@ringdesk/shared';
import type { Logger } from 'pino';
import type { App } from './app.ts';
import { createAuthenticate } from './auth/authenticate.ts';
import { createPasswords } from './auth/passwords.ts';
import { fatesOf } from './auth/sessions.store.ts';
import { createAccountSweep } from './auth/sweep-accounts.ts';
import { createSessionSweep } from './auth/sweep-sessions.ts';
import { createTokens } from './auth/tokens.ts';
import { routeCalls } from './calls/route-calls.ts';
import { sweepOffers } from './calls/sweep-offers.ts';
import { sweepVanished } from './calls/sweep-vanished.ts';
import { sweepWrapUps } from './calls/sweep-wrap-ups.ts';
import { withdrawOffers } from './calls/withdraw-offers.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { answerOnce, sweepAnswers } from './database/idempotency.ts';
import { type Fact, publishOutbox } from './database/outbox.ts';
import { tellFacts } from './desk/tell-facts.ts';
import { type Pulse, startPulse } from './edge/clock.ts';
import { type Cluster, joinCluster, noCluster } from './edge/cluster.ts';
import { addDevMail } from './edge/dev-mail.ts';
import { createDispatch } from './edge/dispatch.ts';
import { endDeadSessions } from './edge/end-dead-sessions.ts';
import { openHttp } from './edge/http.ts';
import { createOrigins, type Origins } from './edge/origins.ts';
import { createPeerOf } from './edge/peer.ts';
import { createPublisher, type Publisher } from './edge/publisher.ts';
import type { AnswerOnce } from './edge/repeats.ts';
import {
  createSockets,
  cutSlowDesks,
  type DeskServer,
  desksOf,
  openDesks,
  type SocketServer,
} from './edge/socket.ts';
import { joinHandlers } from './handlers.ts';
import { joinHearing } from './hearing.ts';
import type { Line } from './lines/line.ts';
import { onSignal } from './lines/on-signal.ts';
import { type RunningLines, runLines } from './lines/run-lines.ts';
import type { Sending } from './mails/send-mails.ts';
import { createMailSweep } from './mails/sweep-mails.ts';
import { isServing } from './observability/health.ts';
import { closeDesk, forgetNode, type OpenDesk, openDesk } from './reps/store.ts';
import { sweepReps } from './reps/sweep-reps.ts';
import { createSealing } from './sealing.ts';
import { createOutsideIssuer } from './service-clients/outside-issuer.adapter.ts';
import { noOutsideIssuer } from './service-clients/outside-issuer.ts';
import { serviceNow } from './service-clients/service-now.ts';
import { startHousecall } from './start-housecall.ts';
import { startMails } from './start-mails.ts';
import { framesAfter } from './transcripts/store.ts';
import { sweepTranscripts } from './transcripts/sweep-transcripts.ts';
import { createWatching } from './transcripts/watching.ts';

export type ServerConfig = Pick<
  Config,
  'http' | 'isDemo' | 'routing' | 'redisUrl' | 'mail' | 'accounts' | 'trustedProxies' | 'outsideIssuer'
>;

interface ServerParts {
  readonly config: ServerConfig;
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

/** What the joining functions below hand to each other. */
interface Joined extends App {
  readonly nodeId: string;
  readonly desks: DeskServer;
  readonly publisher: Publisher;
  readonly cluster: Cluster;
  readonly watching: ReturnType<typeof createWatching>;
  readonly trouble: (where: string) => (error: unknown) => void;
}

/** Joins everything: the one list of what the server is made of. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, db, random } = parts;
  let pulse: Pulse | null = null;
  let isDraining = false;
  const origins = createOrigins(config.http);
  const io = createSockets(origins);
  const joined = await joinParts(parts, io, () => pulse?.nudge());
  const { desks, cluster, nodeId, trouble } = joined;
  const { http, desksSettled } = await openDoors(joined, parts, { origins, isOpen: () => !isDraining });
  http.addHook('preClose', async () => {
    await io.close();
  });
  io.attach(http.server);
  const hearing = joinHearing(joined);
  const lines = await runLines(joined, parts.lines, (line) =>
    onSignal({ ...joined, hearing, onTrouble: trouble(line.name) }, line),
  );
  await cluster.listen({
    frames: joined.watching.heard,
    changed: (callIds) => void lines.callsChanged(callIds, db).catch(trouble('lines')),
  });
  const mails = startMails({ ...joined, config, log: parts.log, onTrouble: trouble('mails') });
  if (mails.kept !== null) addDevMail(http, mails.kept);
  pulse = beat(joined, lines, mails.sending);
  // Desks name their node, so the node is there before the first of them can connect.
  await sweepReps(joined, { id: nodeId, desks: [] });
  const url = await http.listen({ host: config.http.host, port: config.http.port });
  joined.nudge();
  return {
    url,
    idle: async () => {
      await hearing.settled();
      await pulse?.idle();
      await mails.sending.settled();
    },
    async stop() {
      isDraining = true;
      sendAway(desks, random);
      await lines.close();
      await hearing.close();
      await pulse?.stop();
      await mails.sending.close();
      await http.close();
      await desksSettled();
      await cluster.close();
      await forgetNode(db, nodeId);
    },
  };
}

/** The ways to tell desks and other nodes, beside what came from outside. */
async function joinParts(parts: ServerParts, io: SocketServer, nudge: () => void): Promise<Joined> {
  const { config, db, clock, random, log } = parts;
  const nodeId = `node_${randomBytes(8).toString('hex')}`;
  const trouble = (where: string) => (error: unknown) => log.error({ err: error, where }, 'trouble');
  const cluster =
    config.redisUrl === null
      ? noCluster
      : await joinCluster(io, { redisUrl: config.redisUrl, nodeId, onTrouble: trouble('redis') });
  const desks = desksOf(io);
  const publisher = createPublisher(desks, cluster.isReady);
  const watching = createWatching({
    framesAfter: (callId, afterSeq) => framesAfter(db, callId, afterSeq),
    tell: publisher.tellFrames,
  });
  const routing = config.routing;
  const own = { db, clock, random, sealing: createSealing(parts.secret), passwords: createPasswords() };
  return { ...own, routing, nudge, nodeId, desks, publisher, cluster, watching, trouble };
}

/** Both doors, with the one dispatcher and every handler behind them. */
async function openDoors(
  joined: Joined,
  parts: ServerParts,
  { origins, isOpen }: { readonly origins: Origins; readonly isOpen: () => boolean },
) {
  const { db, clock, nodeId, watching, trouble } = joined;
  const tokens = createTokens(parts.secret);
  const outside =
    parts.config.outsideIssuer === null ? noOutsideIssuer : createOutsideIssuer(parts.config.outsideIssuer);
  const authenticate = createAuthenticate({
    db,
    clock,
    tokens,
    serviceNow: (named) => serviceNow(joined, named),
    outsider: outside.vouchFor,
  });
  const handlers = joinHandlers({ ...joined, ...parts.config, tokens });
  const dispatch = createDispatch(handlers, ({ operation, code, error }) =>
    parts.log.error({ err: error, operation, code }, 'operation failed'),
  );
  const peerOf = createPeerOf(parts.config.trustedProxies);
  const desksSettled = openDesks(joined.desks, {
    dispatch,
    authenticate: authenticate.person,
    peerOf,
    nowMs: clock.nowMs,
    onTrouble: trouble('socket'),
    opened: async ({ id, data }) => {
      await openDesk(db, { id, userId: data.asker.userId, nodeId });
      joined.nudge();
    },
    closed: async (desk) => {
      watching.forget(desk.id);
      const left = await closeDesk(db, desk.id);
      if (left !== null) await withdrawOffers(joined, left);
    },
  });
  const once = onceIn(joined);
  const http = await openHttp({
    dispatch,
    authenticate: authenticate.anyone,
    once,
    keys: async () => tokens.keys(clock.nowMs()),
    deskFolder: parts.deskFolder,
    publicUrl: parts.config.http.publicUrl,
    origins,
    peerOf,
    log: parts.log,
    isReady: async () => isOpen() && (await isServing(db)),
  });
  await startHousecall(http, joined, {
    dispatch,
    authenticate: authenticate.anyone,
    once,
    peerOf,
    log: parts.log,
  });
  return { http, desksSettled };
}

/** Answers a question with a key once, on any node. */
function onceIn(joined: Joined): AnswerOnce {
  return async (question, ask) => {
    const known = await answerOnce(joined, question, ask);
    // What was nudged on the way was not committed yet.
    joined.nudge();
    return known;
  };
}

/** What runs after each commit, and what runs each second. */
function beat(joined: Joined, lines: RunningLines, mails: Sending): Pulse {
  const { db, desks, clock, nodeId } = joined;
  const tellAll = async (facts: readonly Fact[], firstRev: number, tx: Pick<Database, 'rows'>) => {
    await tellFacts({ db: tx }, joined.publisher.tell, { facts, firstRev });
    const changed = [...changedCalls(facts)];
    await lines.callsChanged(changed, tx);
    if (changed.length > 0) joined.cluster.shareChanged(changed);
  };
  return startPulse({
    clock,
    afterCommit: [
      { name: 'publish', run: () => publishAll(db, tellAll) },
      { name: 'route', run: async () => (await routeCalls(joined)) > 0 && joined.nudge() },
    ],
    eachSecond: [
      { name: 'reps', run: () => sweepReps(joined, { id: nodeId, desks: openDesksOf(desks) }) },
      { name: 'offers', run: () => sweepOffers(joined) },
      { name: 'vanished', run: () => sweepVanished(joined) },
      { name: 'wrap-ups', run: () => sweepWrapUps(joined) },
      { name: 'transcripts', run: () => sweepTranscripts(joined) },
      { name: 'sessions', run: () => endDeadSessions(desks, (ids) => fatesOf(db, ids), clock.nowMs()) },
      { name: 'old sessions', run: createSessionSweep(joined) },
      { name: 'accounts', run: createAccountSweep(joined) },
      { name: 'kept answers', run: () => sweepAnswers(db) },
      { name: 'old mails', run: createMailSweep(joined) },
      { name: 'mails', run: async () => mails.wake() },
      { name: 'slow desks', run: async () => cutSlowDesks(desks) },
    ],
    onTrouble: (name, error) => joined.trouble(name)(error),
  });
}

async function publishAll(db: Database, tell: Parameters<typeof publishOutbox>[1]): Promise<void> {
  while ((await publishOutbox(db, tell)) > 0);
}

/** Spreads the return of desks over a few seconds, so that they do not all knock at once. */
function sendAway(desks: DeskServer, random: Random): void {
  for (const desk of desks.sockets.values())
    desk.emit('server.draining', { reconnectInMs: Math.round(500 + random() * 2_500) });
}

function openDesksOf(desks: DeskServer): OpenDesk[] {
  return [...desks.sockets.values()].map(({ id, data }) => ({ id, userId: data.asker.userId }));
}

function changedCalls(facts: readonly Fact[]): Set<CallId> {
  return new Set(facts.flatMap((fact) => (fact.event === 'call.changed' ? [fact.callId] : [])));
}
