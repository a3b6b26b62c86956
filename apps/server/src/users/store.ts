import { Person, type Role, type UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** What the list of people may be narrowed by. */
interface PeopleFilter {
  readonly q?: string | undefined;
  readonly role?: Role | undefined;
  readonly disabled?: 'yes' | 'no' | undefined;
}
interface Place {
  readonly name: string;
  readonly id: string;
}

/** People by name, without regard to case; those of one name by their age. */
export async function list(
  db: Rows,
  { q = '', role, disabled }: PeopleFilter,
  { after, limit }: { readonly after: Place | null; readonly limit: number },
): Promise<readonly Person[]> {
  const rows = await db.rows<PersonRow>(
    withSessions(sql`(SELECT * FROM users
      WHERE (${q} = '' OR position(lower(${q}) IN lower(name)) > 0 OR position(lower(${q}) IN email) > 0)
        AND (${role ?? null}::text IS NULL OR role = ${role ?? null}::text)
        AND (${disabled ?? null}::text IS NULL OR (disabled_at IS NOT NULL) = (${disabled ?? null}::text = 'yes'))
        AND (${after?.id ?? null}::text IS NULL OR (lower(name), id) > (lower(${after?.name ?? null}::text), ${after?.id ?? null}::text))
      ORDER BY lower(name), id LIMIT ${limit})`),
  );
  return rows.map(personOf);
}

/** One person, or null. */
export async function find(db: Rows, id: UserId): Promise<Person | null> {
  const [row] = await db.rows<PersonRow>(withSessions(sql`(SELECT * FROM users WHERE id = ${id})`));
  return row === undefined ? null : personOf(row);
}

/** One person, whose row nobody else changes until the transaction ends. */
export async function hold(tx: Rows, id: UserId): Promise<Person | null> {
  await tx.rows(sql`SELECT FROM users WHERE id = ${id} FOR NO KEY UPDATE`);
  return find(tx, id);
}

/**
 * The admins who can sign in, held until the transaction ends: two who take each other's place wait for one another here,
 * and the second sees what the first has done. Demo people count only where they can sign in.
 */
export async function holdAdmins(tx: Rows, isDemo: boolean): Promise<readonly Admin[]> {
  const rows = await tx.rows<{
    id: string;
    is_demo: boolean;
  }>(sql`SELECT id, demo_key IS NOT NULL AS is_demo FROM users
    WHERE role = 'admin' AND disabled_at IS NULL AND (demo_key IS NULL OR ${isDemo}) ORDER BY id FOR NO KEY UPDATE`);
  return rows.map(({ id, is_demo: isDemo }) => ({ id, isDemo }));
}

interface Admin {
  readonly id: string;
  readonly isDemo: boolean;
}

/** What can be changed of a person. */
export interface Changed {
  readonly name: string;
  readonly role: Role;
  readonly isDisabled: boolean;
}

/** Stores what a person is from now on. */
export async function update(tx: Rows, id: UserId, { name, role, isDisabled }: Changed): Promise<void> {
  await tx.rows(sql`UPDATE users SET name = ${name}, role = ${role}, version = version + 1,
      disabled_at = CASE WHEN ${isDisabled} THEN COALESCE(disabled_at, desk_now()) END
    WHERE id = ${id}`);
}

function withSessions(people: Statement): Statement {
  return sql`SELECT u.*, (SELECT count(*)::int FROM sessions s
      WHERE s.user_id = u.id AND s.ended_at IS NULL AND s.expires_at > desk_now()) AS sessions
    FROM ${people} u ORDER BY lower(u.name), u.id`;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly disabled_at: Date | null;
  readonly demo_key: string | null;
  readonly totp_secret: string | null;
  readonly sessions: number;
  readonly created_at: Date;
  readonly last_seen_at: Date | null;
  readonly version: number;
}

function personOf(row: PersonRow): Person {
  return Person.parse({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    isDisabled: row.disabled_at !== null,
    isDemo: row.demo_key !== null,
    hasAuthenticator: row.totp_secret !== null,
    sessions: row.sessions,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    version: row.version,
  });
}
