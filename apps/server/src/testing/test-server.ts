import { type Clock, seededRandom } from '@ringdesk/shared';
import { pino } from 'pino';
import type { RoutingLimits } from '../app.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { systemClock } from '../edge/clock.ts';
import type { Line } from '../lines/line.ts';
import { type RunningServer, type ServerConfig, startServer } from '../server.ts';
import { type DatabaseClock, driveDatabaseClock } from './database-clock.ts';
import { testRouting } from './floor.ts';
import { createTestDatabase } from './test-database.ts';

interface TestServerOptions {
  readonly lines?: readonly Line[];
  readonly routing?: Partial<RoutingLimits>;
  readonly isDemo?: boolean;
  readonly clock?: Clock;
  readonly host?: string;
  /** Another node on the database of this one. */
  readonly beside?: TestServer;
  /** Joins this node with the others at that Redis. */
  readonly redisUrl?: string;
  /** Leaves the time to PostgreSQL instead of giving it to the test. */
  readonly isTimeReal?: boolean;
  /** A folder with a built desk to serve. */
  readonly deskFolder?: string;
  /** Other settings than those of a test. */
  readonly config?: Partial<ServerConfig>;
}

export interface TestServer extends RunningServer {
  readonly db: Database;
  readonly databaseUrl: string;
  /** The database's time, from now on in the hands of the test. */
  readonly time: DatabaseClock;
  /** What the server logged as an error, one JSON line each: empty in a healthy run. */
  readonly troubles: string[];
  /** Stops the server and removes its database. */
  close(): Promise<void>;
}

/** Nodes that drew the same numbers in the same millisecond would make the same ids. */
let nextSeed = 11;

export const testSecret = 'a secret for tests that is long enough';

/** The whole server in this process, on a port and a database of its own. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const {
    lines = [],
    routing = {},
    isDemo = true,
    clock = systemClock,
    host = '127.0.0.1',
    beside,
  } = options;
  const database =
    beside === undefined ? await createTestDatabase() : { url: beside.databaseUrl, drop: nothing };
  const db = openDatabase({ url: database.url, connections: 12, onTrouble: () => undefined });
  const time = beside?.time ?? (options.isTimeReal ? realTime : await driveDatabaseClock(db, clock.nowMs()));
  const troubles: string[] = [];
  const server = await startServer({
    config: {
      http: { host, port: 0, publicUrl: null },
      isDemo,
      redisUrl: options.redisUrl ?? null,
      routing: { ...testRouting, ...routing },
      mail: { smtpUrl: null, from: 'Ringdesk <desk@localhost>', isKept: true },
      accounts: { adminEmail: null },
      trustedProxies: [],
      outsideIssuer: null,
      ...options.config,
    },
    secret: testSecret,
    db,
    clock,
    random: seededRandom(nextSeed++),
    lines,
    log: pino({ level: 'error' }, { write: (line: string) => void troubles.push(line) }),
    deskFolder: options.deskFolder ?? null,
  });
  return {
    ...server,
    db,
    databaseUrl: database.url,
    time,
    troubles,
    async close() {
      await server.stop();
      await db.close();
      await database.drop();
    },
  };
}

async function nothing(): Promise<void> {}

const realTime: DatabaseClock = {
  nowMs: () => systemClock.nowMs(),
  advance: () => Promise.reject(new Error('this server lives in real time')),
};
