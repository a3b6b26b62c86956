import { Role, type SessionId, User, UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** Finds or makes a demo person: the name decides who it is, the role is the one asked for now. Null for one who is disabled. */
export async function demoUser(
  db: Rows,
  person: { readonly id: UserId; readonly name: string; readonly role: Role },
): Promise<User | null> {
  const demoKey = person.name.toLocaleLowerCase('en');
  const [user] = await db.rows(sql`WITH person AS (
      INSERT INTO users (id, name, role, demo_key) VALUES (${person.id}, ${person.name}, ${person.role}, ${demoKey})
      ON CONFLICT (demo_key) DO UPDATE SET role = EXCLUDED.role WHERE users.disabled_at IS NULL
      RETURNING id, name, email, role
    ), rep AS (
      INSERT INTO reps (user_id) SELECT id FROM person ON CONFLICT (user_id) DO NOTHING
    ) SELECT * FROM person`);
  return user === undefined ? null : User.parse(user);
}

/** One person, or null. */
export async function findUser(db: Pick<Database, 'prisma'>, id: UserId): Promise<User | null> {
  const user = await db.prisma.user.findUnique({ where: { id } });
  return user === null ? null : User.parse(user);
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
