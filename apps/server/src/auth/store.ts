import { Role, type SessionId, User, UserId } from '@ringdesk/shared';
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
  readonly lifeSeconds: number;
}

/** Begins a session. */
export async function insertSession(db: Rows, session: NewSession): Promise<void> {
  await db.rows(sql`INSERT INTO sessions (id, user_id, refresh_hash, expires_at) VALUES (${session.id}, ${session.userId},
    ${session.refreshHash}, desk_now() + make_interval(secs => ${session.lifeSeconds}::float8))`);
}

/** Exchanges the hash of a refresh token for the next one, once; null when the session is over or the token is not its newest. */
export async function rotateRefresh(
  db: Rows,
  { oldHash, newHash }: { readonly oldHash: string; readonly newHash: string },
): Promise<{ sessionId: SessionId; user: User } | null> {
  const [row] = await db.rows<{
    session_id: SessionId;
    id: string;
    name: string;
    email: string | null;
    role: string;
  }>(
    sql`WITH rotated AS (
      UPDATE sessions SET refresh_hash = ${newHash}
      WHERE refresh_hash = ${oldHash} AND ended_at IS NULL AND expires_at > desk_now() RETURNING id, user_id
    ) SELECT rotated.id AS session_id, u.id, u.name, u.email, u.role FROM rotated JOIN users u ON u.id = rotated.user_id
      WHERE u.disabled_at IS NULL`,
  );
  return row === undefined ? null : { sessionId: row.session_id, user: User.parse(row) };
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
}

/** Those of the sessions that hold: not ended, not expired, owner not disabled. */
export async function liveSessions(db: Rows, ids: readonly SessionId[]): Promise<readonly LiveSession[]> {
  const rows = await db.rows<{
    id: SessionId;
    user_id: string;
    role: string;
  }>(sql`SELECT s.id, s.user_id, u.role
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ANY(${ids}) AND s.ended_at IS NULL AND s.expires_at > desk_now() AND u.disabled_at IS NULL`);
  return rows.map((row) => ({ id: row.id, userId: UserId.parse(row.user_id), role: Role.parse(row.role) }));
}
