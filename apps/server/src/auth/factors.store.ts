import { type Role, User, type UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** What is needed to judge somebody's codes, and the time to judge them by. */
export interface Factors {
  readonly user: User;
  /** Sealed; null while no authenticator is set up. */
  readonly totpSecret: string | null;
  /** PostgreSQL's time, in seconds since the epoch. */
  readonly nowSeconds: number;
}

/** The factors of one person, or null. */
export async function findFactors(db: Rows, userId: UserId): Promise<Factors | null> {
  const [row] = await db.rows<{
    id: string;
    name: string;
    email: string | null;
    role: Role;
    totp_secret: string | null;
    now_seconds: number;
  }>(sql`SELECT id, name, email, role, totp_secret,
      EXTRACT(EPOCH FROM desk_now())::float8 AS now_seconds FROM users WHERE id = ${userId}`);
  if (row === undefined) return null;
  return {
    user: User.parse(row),
    totpSecret: row.totp_secret,
    nowSeconds: row.now_seconds,
  };
}

/** Uses up a time step and all before it; false when it was used up already, whoever asks on whichever node. */
export async function useStep(
  db: Rows,
  { userId, step }: { readonly userId: UserId; readonly step: number },
): Promise<boolean> {
  const rows = await db.rows(sql`UPDATE users SET totp_last_step = ${step}
    WHERE id = ${userId} AND totp_secret IS NOT NULL AND (totp_last_step IS NULL OR totp_last_step < ${step}) RETURNING id`);
  return rows.length > 0;
}

interface Slot {
  readonly userId: UserId;
  readonly slot: number;
}

/** The hash of an unused recovery code, or null. */
export async function findRecoveryHash(db: Rows, { userId, slot }: Slot): Promise<string | null> {
  const [row] = await db.rows<{ hash: string }>(sql`SELECT hash FROM recovery_codes
    WHERE user_id = ${userId} AND slot = ${slot} AND used_at IS NULL`);
  return row?.hash ?? null;
}

/** Uses up a recovery code; answers how many are left, or null when this one was used up or replaced already. */
export async function useRecoveryCode(
  db: Rows,
  { userId, slot, hash }: Slot & { readonly hash: string },
): Promise<number | null> {
  const used = await db.rows(sql`UPDATE recovery_codes SET used_at = desk_now()
    WHERE user_id = ${userId} AND slot = ${slot} AND hash = ${hash} AND used_at IS NULL RETURNING slot`);
  if (used.length === 0) return null;
  const left = await db.rows(sql`SELECT FROM recovery_codes WHERE user_id = ${userId} AND used_at IS NULL`);
  return left.length;
}

/** Puts new recovery codes in the place of those before. */
export async function replaceRecoveryCodes(
  db: Rows,
  userId: UserId,
  hashes: readonly string[],
): Promise<void> {
  await db.rows(sql`INSERT INTO recovery_codes (user_id, slot, hash)
    SELECT ${userId}, slot - 1, hash FROM unnest(${hashes}::text[]) WITH ORDINALITY AS codes (hash, slot)
    ON CONFLICT (user_id, slot) DO UPDATE SET hash = EXCLUDED.hash, used_at = NULL`);
}

interface NewAuthenticator {
  readonly userId: UserId;
  /** Sealed. */
  readonly totpSecret: string;
  /** The time step of its first code, which is used up by that. */
  readonly step: number;
  /** Set when it may take the place of another one. */
  readonly isReplacing?: boolean;
}

/** Sets an authenticator; false when there is one and this one was not meant to replace it. */
export async function setAuthenticator(
  db: Rows,
  { userId, totpSecret, step, isReplacing = false }: NewAuthenticator,
): Promise<boolean> {
  const set =
    await db.rows(sql`UPDATE users SET totp_secret = ${totpSecret}, totp_last_step = ${step}, version = version + 1
    WHERE id = ${userId} AND (totp_secret IS NULL OR ${isReplacing}::boolean) RETURNING id`);
  return set.length > 0;
}

/** Forgets authenticator, recovery codes and half-taken steps of somebody: the next sign-in sets up a new one. */
export async function forgetFactors(db: Rows, userId: UserId): Promise<void> {
  await db.rows(
    sql`UPDATE users SET totp_secret = NULL, totp_last_step = NULL, version = version + 1 WHERE id = ${userId}`,
  );
  await db.rows(sql`DELETE FROM recovery_codes WHERE user_id = ${userId}`);
  await db.rows(sql`DELETE FROM step_tokens WHERE user_id = ${userId}`);
}
