import { Role, type SessionId, User, UserId } from '@ringdesk/shared';
import type { Peer } from '../app.ts';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** Finds or makes a demo person: the name decides who it is, the role is the one asked for now. */
export async function demoUser(
  db: Rows,
  person: { readonly id: UserId; readonly name: string; readonly role: Role },
): Promise<User> {
  const demoKey = person.name.toLocaleLowerCase('en');
  const [user] = await db.rows(sql`WITH person AS (
      INSERT INTO users (id, name, role, demo_key) VALUES (${person.id}, ${person.name}, ${person.role}, ${demoKey})
      ON CONFLICT (demo_key) DO UPDATE SET role = EXCLUDED.role RETURNING id, name, email, role
    ), rep AS (
      INSERT INTO reps (user_id) SELECT id FROM person ON CONFLICT (user_id) DO NOTHING
    ) SELECT * FROM person`);
  return User.parse(user);
}

/** One person, or null. */
export async function findUser(db: Pick<Database, 'prisma'>, id: UserId): Promise<User | null> {
  const user = await db.prisma.user.findUnique({ where: { id } });
  return user === null ? null : User.parse(user);
}

interface NewSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly refreshHash: string;
  readonly from: Peer;
  /** Life without use, and life at most. */
  readonly idleSeconds: number;
  readonly mostSeconds: number;
}

/** Begins a session with its first refresh token. */
export async function insertSession(db: Rows, session: NewSession): Promise<void> {
  const { id, userId, refreshHash, from, idleSeconds, mostSeconds } = session;
  await db.rows(sql`WITH session AS (
      INSERT INTO sessions (id, user_id, device, address, created_at, last_seen_at, expires_at, ends_at)
      VALUES (${id}, ${userId}, ${from.device}, ${from.address}, desk_now(), desk_now(),
        desk_now() + make_interval(secs => ${idleSeconds}::float8), desk_now() + make_interval(secs => ${mostSeconds}::float8))
      RETURNING id, user_id
    ), seen AS (
      UPDATE users SET last_seen_at = desk_now() FROM session WHERE users.id = session.user_id
    ) INSERT INTO refresh_tokens (hash, session_id) SELECT ${refreshHash}, id FROM session`);
}

/** Exchanges the hash of a refresh token for the next one, once; null when the session is over or the token is not its newest. */
export async function rotateRefresh(
  db: Rows,
  { oldHash, newHash }: { readonly oldHash: string; readonly newHash: string },
): Promise<{ sessionId: SessionId; user: User; isLocked: boolean } | null> {
  const [row] = await db.rows<{
    session_id: SessionId;
    is_locked: boolean;
    id: string;
    name: string;
    email: string | null;
    role: string;
  }>(
    sql`WITH spent AS (
      UPDATE refresh_tokens t SET spent_at = desk_now() FROM sessions s JOIN users u ON u.id = s.user_id
      WHERE t.hash = ${oldHash} AND t.spent_at IS NULL AND s.id = t.session_id AND s.ended_at IS NULL
        AND s.expires_at > desk_now() AND u.disabled_at IS NULL
      RETURNING t.session_id, s.locked_at IS NOT NULL AS is_locked, u.id, u.name, u.email, u.role
    ), next AS (
      INSERT INTO refresh_tokens (hash, session_id) SELECT ${newHash}, session_id FROM spent
    ) SELECT * FROM spent`,
  );
  return row === undefined
    ? null
    : { sessionId: row.session_id, isLocked: row.is_locked, user: User.parse(row) };
}

/** Ends a session; harmless when it is over. */
export async function endSession(db: Rows, id: SessionId): Promise<void> {
  await db.rows(sql`UPDATE sessions SET ended_at = desk_now() WHERE id = ${id} AND ended_at IS NULL`);
}

/** A session that holds: its owner's role as of now. */
export interface LiveSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly role: Role;
  readonly isLocked: boolean;
}

/** Those of the sessions that hold: not ended, not expired, owner not disabled. */
export async function liveSessions(db: Rows, ids: readonly SessionId[]): Promise<readonly LiveSession[]> {
  const rows = await db.rows<{
    id: SessionId;
    user_id: string;
    role: string;
    is_locked: boolean;
  }>(sql`SELECT s.id, s.user_id, u.role, s.locked_at IS NOT NULL AS is_locked
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ANY(${ids}) AND s.ended_at IS NULL AND s.expires_at > desk_now() AND u.disabled_at IS NULL`);
  return rows.map((row) => ({
    id: row.id,
    userId: UserId.parse(row.user_id),
    role: Role.parse(row.role),
    isLocked: row.is_locked,
  }));
}
