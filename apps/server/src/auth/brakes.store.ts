import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** At most `most` tries of `key` within `seconds` from the first of them. */
export interface Brake {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
  /**
   * Given for tries in a row: they add up until this long passes without one, and then the brake holds for `seconds`
   * from the last try that was allowed.
   */
  readonly memorySeconds?: number;
}

/** Whether a try may be made, and what is known of the brake after it. */
export interface Try {
  readonly isAllowed: boolean;
  /** How many were made in this time, this one included. */
  readonly tries: number;
  /** Seconds until the brake lets go. */
  readonly retryAfterSeconds: number;
}

/**
 * Counts a try before it is judged, in one statement, so that no number of parallel tries on any number of nodes is judged
 * more often than `most` allows. A good try is forgiven with `release`.
 */
export async function takeTry(db: Rows, { key, most, seconds, memorySeconds }: Brake): Promise<Try> {
  const inSeconds = (some: number) => sql`desk_now() + make_interval(secs => ${some}::float8)`;
  const later =
    memorySeconds === undefined
      ? sql`b.ends_at`
      : sql`CASE WHEN b.tries + 1 < ${most}::int THEN ${inSeconds(memorySeconds)}
          WHEN b.tries + 1 = ${most}::int THEN ${inSeconds(seconds)} ELSE b.ends_at END`;
  const [row] = await db.rows<{ tries: number; left: number }>(sql`
    INSERT INTO brakes AS b (key, tries, ends_at) VALUES (${key}, 1, ${inSeconds(memorySeconds ?? seconds)})
    ON CONFLICT (key) DO UPDATE SET
      tries = CASE WHEN b.ends_at <= desk_now() THEN 1 ELSE b.tries + 1 END,
      ends_at = CASE WHEN b.ends_at <= desk_now() THEN EXCLUDED.ends_at ELSE ${later} END
    RETURNING tries, EXTRACT(EPOCH FROM ends_at - desk_now())::float8 AS left`);
  const tries = row?.tries ?? 1;
  return { isAllowed: tries <= most, tries, retryAfterSeconds: Math.max(1, Math.ceil(row?.left ?? seconds)) };
}

/** Takes one try of each key back: it was judged good, or not at all. What was tried before still counts. */
export async function giveBack(db: Rows, keys: readonly string[]): Promise<void> {
  await db.rows(sql`UPDATE brakes SET tries = tries - 1 WHERE key = ANY(${keys}) AND tries > 0`);
}

/** Forgives the tries of a key: the true owner was here. */
export async function release(db: Rows, keys: readonly string[]): Promise<void> {
  await db.rows(sql`DELETE FROM brakes WHERE key = ANY(${keys})`);
}

/** Forgets brakes that let go. */
export async function sweepBrakes(db: Rows): Promise<void> {
  await db.rows(sql`DELETE FROM brakes WHERE ends_at <= desk_now()`);
}
