import { SessionId, type SignedInDevice, User, type UserId } from '@ringdesk/shared';
import type { Fate, Peer } from '../app.ts';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

interface NewSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly refreshHash: string;
  readonly from: Peer;
  /** Life without use, and life at most. */
  readonly idleSeconds: number;
  readonly mostSeconds: number;
}

/** Begins a session with its first refresh token; answers when. */
export async function insertSession(db: Rows, session: NewSession): Promise<Date> {
  const { id, userId, refreshHash, from, idleSeconds, mostSeconds } = session;
  const [row] = await db.rows<{ at: Date }>(sql`WITH session AS (
      INSERT INTO sessions (id, user_id, device, address, created_at, last_seen_at, expires_at, ends_at)
      VALUES (${id}, ${userId}, ${from.device}, ${from.address}, desk_now(), desk_now(),
        desk_now() + make_interval(secs => ${idleSeconds}::float8), desk_now() + make_interval(secs => ${mostSeconds}::float8))
      RETURNING id, user_id
    ), seen AS (
      UPDATE users SET last_seen_at = desk_now() FROM session WHERE users.id = session.user_id
    ) INSERT INTO refresh_tokens (hash, session_id) SELECT ${refreshHash}, id FROM session RETURNING desk_now() AS at`);
  if (row === undefined) throw new Error('a session was not stored');
  return row.at;
}

/** From where somebody has signed in before, as far as sessions are kept. */
export async function placesOf(db: Rows, userId: UserId): Promise<readonly Peer[]> {
  return db.rows<{ device: string; address: string }>(
    sql`SELECT DISTINCT device, address FROM sessions WHERE user_id = ${userId}`,
  );
}

/** The session of a refresh token, as a fresh answer needs it. */
export interface Renewed {
  readonly sessionId: SessionId;
  readonly user: User;
  readonly isLocked: boolean;
}

interface OwnerRow {
  readonly session_id: string;
  readonly is_locked: boolean;
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
}

interface Spending {
  readonly oldHash: string;
  readonly newHash: string;
  /** The new token, sealed under the old one. */
  readonly successor: string;
  readonly from: Peer;
  readonly idleSeconds: number;
}

/**
 * Spends a refresh token for the next one; null when it was spent before or its session is over. The condition of this one
 * statement decides among any number of uses at once, on any node.
 */
export async function spendRefresh(db: Rows, spending: Spending): Promise<Renewed | null> {
  const { oldHash, newHash, successor, from, idleSeconds } = spending;
  // Whoever ends sessions holds the person's row first and the session's then: this one only marks the person when nobody does.
  const [row] = await db.rows<OwnerRow>(sql`WITH spent AS (
      UPDATE refresh_tokens t SET spent_at = desk_now(), successor = ${successor} FROM sessions s JOIN users u ON u.id = s.user_id
      WHERE t.hash = ${oldHash} AND t.spent_at IS NULL AND s.id = t.session_id AND s.ended_at IS NULL
        AND s.expires_at > desk_now() AND u.disabled_at IS NULL
      RETURNING t.session_id, s.locked_at IS NOT NULL AS is_locked, u.id, u.name, u.email, u.role
    ), next AS (
      INSERT INTO refresh_tokens (hash, session_id) SELECT ${newHash}, session_id FROM spent
    ), used AS (
      UPDATE sessions SET last_seen_at = desk_now(), device = ${from.device}, address = ${from.address},
        expires_at = LEAST(ends_at, desk_now() + make_interval(secs => ${idleSeconds}::float8))
      FROM spent WHERE sessions.id = spent.session_id
    ), seen AS (
      UPDATE users SET last_seen_at = desk_now()
      WHERE id = (SELECT u.id FROM users u JOIN spent ON spent.id = u.id FOR NO KEY UPDATE OF u SKIP LOCKED)
    ) SELECT * FROM spent`);
  return row === undefined ? null : renewedOf(row);
}

/** What is known of a refresh token that could not be spent. */
interface Spent extends Renewed {
  /** Not ended, not expired, owner not disabled. */
  readonly isLive: boolean;
  readonly endedWhy: string | null;
  /** Whether it was spent just now, so that its answer may have been lost. */
  readonly isFresh: boolean;
  readonly successor: string | null;
}

/** Looks up a refresh token by its hash; null for one that never was, or that is forgotten. */
export async function findRefresh(db: Rows, hash: string, graceSeconds: number): Promise<Spent | null> {
  const [row] = await db.rows<
    OwnerRow & { is_live: boolean; ended_why: string | null; is_fresh: boolean; successor: string | null }
  >(sql`SELECT t.session_id, t.successor, s.ended_why, s.locked_at IS NOT NULL AS is_locked, u.id, u.name, u.email, u.role,
      COALESCE(t.spent_at > desk_now() - make_interval(secs => ${graceSeconds}::float8), false) AS is_fresh,
      s.ended_at IS NULL AND s.expires_at > desk_now() AND u.disabled_at IS NULL AS is_live
    FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id WHERE t.hash = ${hash}`);
  if (row === undefined) return null;
  const { is_live: isLive, ended_why: endedWhy, is_fresh: isFresh, successor } = row;
  return { ...renewedOf(row), isLive, endedWhy, isFresh, successor };
}

function renewedOf(row: OwnerRow): Renewed {
  return { sessionId: SessionId.parse(row.session_id), isLocked: row.is_locked, user: User.parse(row) };
}

/** Why one session ends, as the row keeps it. */
type Why = 'signed out' | 'ended by its owner' | 'ended by an admin' | 'reused';

/** Ends one session of somebody; null when there is no such session, or it is over. */
export async function endSession(
  db: Rows,
  { id, userId, why }: { readonly id: SessionId; readonly userId: UserId; readonly why: Why },
): Promise<Date | null> {
  const [row] = await db.rows<{ at: Date }>(sql`UPDATE sessions SET ended_at = desk_now(), ended_why = ${why}
    WHERE id = ${id} AND user_id = ${userId} AND ended_at IS NULL AND expires_at > desk_now() RETURNING ended_at AS at`);
  return row?.at ?? null;
}

const mostShown = 100;

/** Where somebody is signed in, the most recently seen first, in the words of each device itself. */
export async function sessionsOf(db: Rows, userId: UserId): Promise<Omit<SignedInDevice, 'isCurrent'>[]> {
  const rows = await db.rows<{
    id: string;
    device: string;
    address: string;
    is_locked: boolean;
    created_at: Date;
    last_seen_at: Date;
    expires_at: Date;
  }>(sql`SELECT id, device, address, locked_at IS NOT NULL AS is_locked, created_at, last_seen_at, expires_at FROM sessions
    WHERE user_id = ${userId} AND ended_at IS NULL AND expires_at > desk_now() ORDER BY last_seen_at DESC, id DESC LIMIT ${mostShown}`);
  return rows.map((row) => ({
    id: SessionId.parse(row.id),
    device: row.device,
    address: row.address,
    isLocked: row.is_locked,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}

/** Forgets the spent tokens of sessions that are over, and sessions that have been over for so many days. */
export async function forgetSessions(db: Rows, keptDays: number): Promise<void> {
  await db.rows(sql`WITH over AS (SELECT id FROM sessions WHERE ended_at IS NOT NULL OR expires_at <= desk_now())
    DELETE FROM refresh_tokens t USING over WHERE t.session_id = over.id AND t.spent_at IS NOT NULL`);
  await db.rows(sql`DELETE FROM sessions
    WHERE COALESCE(ended_at, expires_at) <= desk_now() - make_interval(days => ${keptDays}::int)`);
}

/** What has become of these sessions; one that is not there any more is not in the answer. */
export async function fatesOf(db: Rows, ids: readonly SessionId[]): Promise<readonly Fate[]> {
  return db.rows<{ id: SessionId; role: Fate['role']; over: Fate['over'] }>(sql`SELECT s.id, u.role, CASE
      WHEN s.ended_why = 'reused' THEN 'reused'
      WHEN u.disabled_at IS NOT NULL OR s.ended_why = 'disabled' THEN 'disabled'
      WHEN s.ended_at IS NOT NULL THEN 'signed-out'
      WHEN s.expires_at <= desk_now() THEN 'expired'
      WHEN s.locked_at IS NOT NULL THEN 'locked' END AS over
    FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ANY(${ids})`);
}
