import { User, type UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** A person with what is needed to judge a password. */
export interface Account {
  readonly user: User;
  readonly passwordHash: string | null;
  readonly hasAuthenticator: boolean;
  readonly isDemo: boolean;
}

/** The account of an address, or null. */
export async function findAccount(db: Rows, email: string): Promise<Account | null> {
  return accountWhere(db, sql`email = ${email}`);
}

/** The account of a person, or null. */
export async function findAccountOf(db: Rows, userId: UserId): Promise<Account | null> {
  return accountWhere(db, sql`id = ${userId}`);
}

async function accountWhere(db: Rows, condition: Statement): Promise<Account | null> {
  const [row] = await db.rows<{
    id: string;
    name: string;
    email: string | null;
    role: string;
    password_hash: string | null;
    has_authenticator: boolean;
    is_demo: boolean;
  }>(sql`SELECT id, name, email, role, password_hash, totp_secret IS NOT NULL AS has_authenticator,
      demo_key IS NOT NULL AS is_demo FROM users WHERE ${condition}`);
  if (row === undefined) return null;
  return {
    user: User.parse(row),
    passwordHash: row.password_hash,
    hasAuthenticator: row.has_authenticator,
    isDemo: row.is_demo,
  };
}

interface NewAccount {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** Makes an account, a rep until told otherwise; false when the address has one. */
export async function insertAccount(db: Rows, account: NewAccount): Promise<boolean> {
  const { id, email, name, passwordHash } = account;
  const made = await db.rows(sql`WITH person AS (
      INSERT INTO users (id, email, name, role, password_hash, created_at)
      VALUES (${id}, ${email}, ${name}, 'rep', ${passwordHash}, desk_now()) ON CONFLICT (email) DO NOTHING RETURNING id
    ) INSERT INTO reps (user_id) SELECT id FROM person RETURNING user_id`);
  return made.length > 0;
}

/**
 * Makes an account admin when it is the one that shall be: that of `adminEmail` where one is named, else the first of a
 * fresh installation. The row of the installation lets one of two firsts through.
 */
export async function promoteFirst(db: Rows, id: UserId, adminEmail: string | null): Promise<boolean> {
  const promoted = await db.rows(sql`WITH first AS (
      UPDATE installation SET first_admin_id = ${id} WHERE id = 1 AND (${adminEmail}::text IS NOT NULL OR first_admin_id IS NULL)
        AND EXISTS (SELECT FROM users WHERE id = ${id} AND (${adminEmail}::text IS NULL OR email = ${adminEmail}))
        AND (${adminEmail}::text IS NOT NULL OR NOT EXISTS (SELECT FROM users WHERE email IS NOT NULL AND id <> ${id}))
      RETURNING id
    ) UPDATE users SET role = 'admin' FROM first WHERE users.id = ${id} RETURNING users.id`);
  return promoted.length > 0;
}

/**
 * Holds the account's row until the transaction ends, so that what changes its factors, sets its password, disables it or
 * begins a session comes one after the other; false when nobody may sign in with it.
 */
export async function holdAccount(db: Rows, userId: UserId): Promise<boolean> {
  const [held] = await db.rows<{ may_sign_in: boolean }>(
    sql`SELECT disabled_at IS NULL AS may_sign_in FROM users WHERE id = ${userId} FOR NO KEY UPDATE`,
  );
  return held?.may_sign_in === true;
}

/** Sets the hash of a new password. */
export async function setPassword(db: Rows, userId: UserId, passwordHash: string): Promise<void> {
  await db.rows(sql`UPDATE users SET password_hash = ${passwordHash} WHERE id = ${userId}`);
}

/** Sets the hash of a new password in the place of the one that was shown; false when that is not the one any more. */
export async function replacePassword(
  db: Rows,
  userId: UserId,
  { before, after }: { readonly before: string | null; readonly after: string },
): Promise<boolean> {
  const replaced = await db.rows(sql`UPDATE users SET password_hash = ${after}
    WHERE id = ${userId} AND password_hash = ${before} RETURNING id`);
  return replaced.length > 0;
}

/** Locks a session; false when it is locked or over. */
export async function lockRow(db: Rows, sessionId: string): Promise<boolean> {
  const locked = await db.rows(sql`UPDATE sessions SET locked_at = desk_now()
    WHERE id = ${sessionId} AND locked_at IS NULL AND ended_at IS NULL RETURNING id`);
  return locked.length > 0;
}

/** Unlocks a session; false when it is not locked or over. */
export async function unlockRow(db: Rows, sessionId: string): Promise<boolean> {
  const unlocked = await db.rows(sql`UPDATE sessions SET locked_at = NULL
    WHERE id = ${sessionId} AND locked_at IS NOT NULL AND ended_at IS NULL RETURNING id`);
  return unlocked.length > 0;
}
