import {
  type Call,
  type CallId,
  newId,
  type Offer,
  type Rep,
  type Role,
  seededRandom,
  type UserId,
} from '@ringdesk/shared';
import type { App } from '../app.ts';
import { createPasswords } from '../auth/passwords.ts';
import { demoUser } from '../auth/store.ts';
import { offersOf } from '../calls/calls.store.ts';
import { receiveCall } from '../calls/receive-call.ts';
import { routeCalls } from '../calls/route-calls.ts';
import { find as findCall } from '../calls/store.ts';
import { sweepOffers } from '../calls/sweep-offers.ts';
import { sweepVanished } from '../calls/sweep-vanished.ts';
import { sweepWrapUps } from '../calls/sweep-wrap-ups.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { closeDesk, find as findRep, openDesk, seeNode, setPresence } from '../reps/store.ts';
import { sweepReps } from '../reps/sweep-reps.ts';
import { createSealing } from '../sealing.ts';
import { sweepTranscripts } from '../transcripts/sweep-transcripts.ts';
import { type DatabaseClock, driveDatabaseClock } from './database-clock.ts';
import { drivenClock } from './driven-clock.ts';
import { createTestDatabase } from './test-database.ts';

/** Reps, callers and the verbs of the server on a real database of their own, without doors; time moves by hand. */
export interface Floor {
  readonly db: Database;
  readonly url: string;
  readonly app: App;
  readonly clock: DatabaseClock;
  /** A rep with an open desk, available unless told. */
  rep(name: string, is?: Partial<NewRep>): Promise<UserId>;
  /** The last desk of a rep closes. */
  vanish(rep: UserId): Promise<void>;
  /** The rep opens a desk again. */
  returns(rep: UserId): Promise<void>;
  /** A caller rings, a millisecond after the one before. */
  ring(is?: { readonly priority?: number; readonly from?: string }): Promise<CallId>;
  route(): Promise<number>;
  /** What the server does each second, then the routing that follows. */
  sweep(): Promise<void>;
  /** Time passes, then a sweep. */
  pass(seconds: number): Promise<void>;
  call(id: CallId): Promise<Call>;
  repOf(id: UserId): Promise<Rep>;
  offers(id: CallId): Promise<readonly Offer[]>;
  /** Nobody is there and nobody calls, as at the beginning; only the time has gone on. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

interface NewRep {
  readonly presence: 'offline' | 'available' | 'away';
  readonly role: Role;
  readonly isConnected: boolean;
}

export const testRouting = { offerSeconds: 15, vanishedSeconds: 15, wrapUpSeconds: 60 } as const;
const nodeId = 'node_test';

/**
 * Empties the tables, those that point to others first. Rows are deleted: to truncate makes new files for each table and
 * each of its indexes, which costs ten times as much where there are few rows.
 */
const emptied = sql`DO $$ BEGIN
  DELETE FROM jobs; DELETE FROM calls; DELETE FROM offers; DELETE FROM suggestions; DELETE FROM outbox; DELETE FROM frames;
  DELETE FROM transcripts; DELETE FROM customers; DELETE FROM customer_words; DELETE FROM desks; DELETE FROM nodes;
  DELETE FROM reps; DELETE FROM refresh_tokens; DELETE FROM step_tokens; DELETE FROM recovery_codes;
  DELETE FROM password_resets; DELETE FROM service_clients; DELETE FROM sign_ups; DELETE FROM brakes; DELETE FROM mails;
  DELETE FROM sessions; DELETE FROM users; DELETE FROM idempotent_answers;
END $$`;

export async function openFloor(options: { readonly connections?: number } = {}): Promise<Floor> {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase({ url, connections: options.connections ?? 6, onTrouble: () => undefined });
  const clock = await driveDatabaseClock(db);
  const app: App = {
    db,
    clock: { ...drivenClock(), nowMs: clock.nowMs },
    random: seededRandom(7),
    passwords: createPasswords(),
    sealing: createSealing('a secret for tests that is long enough'),
    routing: testRouting,
    nudge: () => undefined,
  };
  await seeNode(db, nodeId, 5);
  const desks = new Map<UserId, string>();
  let opened = 0;
  let rings = 0;
  const returns = async (userId: UserId) => {
    opened += 1;
    desks.set(userId, `desk_${opened}`);
    await openDesk(db, { id: `desk_${opened}`, userId, nodeId });
  };
  const floor: Floor = {
    db,
    url,
    app,
    clock,
    returns,
    async rep(name, { presence = 'available', role = 'rep', isConnected = true } = {}) {
      // Ids sort by their time: who came first is asked first among those who were never asked.
      await clock.advance(1);
      const made = await demoUser(db, {
        id: newId.user({ nowMs: clock.nowMs, random: app.random }),
        name,
        role,
      });
      const user = found(made);
      if (isConnected) await returns(user.id);
      if (presence !== 'offline') await setPresence(db, user.id, { presence, reason: null });
      return user.id;
    },
    async vanish(userId) {
      await closeDesk(db, desks.get(userId) ?? '');
      desks.delete(userId);
    },
    async ring({ priority = 0, from = '+14155550132' } = {}) {
      rings += 1;
      const externalId = `ring-${rings}`;
      await clock.advance(1);
      return receiveCall(app, { line: 'hand', externalId, from, callerName: null, priority });
    },
    route: () => routeCalls(app),
    async sweep() {
      await sweepReps(app, { id: nodeId, desks: [...desks].map(([userId, id]) => ({ id, userId })) });
      await sweepOffers(app);
      await sweepVanished(app);
      await sweepWrapUps(app);
      await sweepTranscripts(app);
      await routeCalls(app);
    },
    async pass(seconds) {
      await clock.advance(seconds * 1000);
      await floor.sweep();
    },
    call: async (id) => found(await findCall(db, id)),
    repOf: async (id) => found(await findRep(db, id)),
    offers: (id) => offersOf(db, id),
    async clear() {
      desks.clear();
      await db.rows(emptied);
      await db.rows(sql`UPDATE told SET rev = 0`);
      await seeNode(db, nodeId, 5);
    },
    async close() {
      await db.close();
      await drop();
    },
  };
  return floor;
}

/** How many facts wait to be told. */
export async function untold(db: Pick<Database, 'rows'>): Promise<number> {
  return (await db.rows(sql`SELECT FROM outbox`)).length;
}

/** Resolves when somebody waits for a row that somebody else holds. */
export async function lockWaited(db: Pick<Database, 'rows'>): Promise<void> {
  for (;;) {
    const waiting = await db.rows(sql`SELECT FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND datname = current_database()`);
    if (waiting.length > 0) return;
  }
}

/** The value of a result or of something that should be there. */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('nothing was found');
  return value;
}
