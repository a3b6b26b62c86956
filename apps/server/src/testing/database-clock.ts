import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** The time by which PostgreSQL judges deadlines, in the hands of a test. */
export interface DatabaseClock {
  nowMs(): number;
  /** Moves the time on; what is due after that is found by the next sweep. */
  advance(ms: number): Promise<void>;
}

/** Stops the time of one test's own database at `startMs` since the epoch. */
export async function driveDatabaseClock(
  db: Pick<Database, 'rows'>,
  startMs = Date.UTC(2026, 0, 5, 9, 0, 0),
): Promise<DatabaseClock> {
  let nowMs = startMs;
  await db.rows(sql`CREATE TABLE test_clock (at timestamptz NOT NULL)`);
  await db.rows(sql`INSERT INTO test_clock VALUES (${new Date(nowMs)})`);
  await db.rows(
    sql`CREATE OR REPLACE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT at FROM test_clock'`,
  );
  return {
    nowMs: () => nowMs,
    async advance(ms) {
      nowMs += ms;
      await db.rows(sql`UPDATE test_clock SET at = ${new Date(nowMs)}`);
    },
  };
}
