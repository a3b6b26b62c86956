import type { UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** How long a mailed code counts, and how often it may be tried. */
const codeSeconds = 10 * 60;
const mostTries = 5;
const runsOut = sql`desk_now() + make_interval(secs => ${codeSeconds}::float8)`;

interface NewSignUp {
  readonly flow: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly codeMac: string;
}

/** Keeps a wish for an account. */
export async function insertSignUp(db: Rows, signUp: NewSignUp): Promise<void> {
  const { flow, email, name, passwordHash, codeMac } = signUp;
  await db.rows(sql`INSERT INTO sign_ups (id, email, name, password_hash, code_mac, code_expires_at, code_sent_at, created_at)
    VALUES (${flow}, ${email}, ${name}, ${passwordHash}, ${codeMac}, ${runsOut}, desk_now(), desk_now())`);
}

/** The flow of a sign-up that is open: the one asked for if it is of this address, else the newest; or null. */
export async function openFlow(db: Rows, email: string, flow: string | undefined): Promise<string | null> {
  const [row] = await db.rows<{ id: string }>(sql`SELECT id FROM sign_ups
    WHERE email = ${email} AND verified_at IS NULL AND (${flow ?? null}::text IS NULL OR id = ${flow ?? null})
    ORDER BY created_at DESC, id DESC LIMIT 1`);
  return row?.id ?? null;
}

/** Puts a new code in the place of the one before; answers whom to write to, or null when the sign-up is no longer open. */
export async function renewCode(db: Rows, flow: string, codeMac: string): Promise<{ name: string } | null> {
  const [row] = await db.rows<{ name: string }>(sql`UPDATE sign_ups
    SET code_mac = ${codeMac}, code_tries = 0, code_expires_at = ${runsOut}, code_sent_at = desk_now()
    WHERE id = ${flow} AND verified_at IS NULL RETURNING name`);
  return row ?? null;
}

export interface Wish {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** Counts a try and judges it in the same statement; the wish when the code is right, for the first who shows it. */
export async function tryCode(db: Rows, flow: string, codeMac: string): Promise<Wish | null> {
  const [row] = await db.rows<{ is_right: boolean; email: string; name: string; password_hash: string }>(
    sql`UPDATE sign_ups SET code_tries = code_tries + 1,
        verified_at = CASE WHEN code_mac = ${codeMac} THEN desk_now() END
      WHERE id = ${flow} AND verified_at IS NULL AND code_tries < ${mostTries}::int AND code_expires_at > desk_now()
      RETURNING verified_at IS NOT NULL AS is_right, email, name, password_hash`,
  );
  if (row?.is_right !== true) return null;
  return { email: row.email, name: row.name, passwordHash: row.password_hash };
}

/** Keeps the code for a new password; the one before is void. */
export async function putResetCode(db: Rows, userId: UserId, codeMac: string): Promise<void> {
  await db.rows(sql`INSERT INTO password_resets (user_id, code_mac, code_expires_at)
    VALUES (${userId}, ${codeMac}, ${runsOut}) ON CONFLICT (user_id) DO UPDATE
    SET code_mac = EXCLUDED.code_mac, code_tries = 0, code_expires_at = EXCLUDED.code_expires_at, used_at = NULL`);
}

/** Counts a try and judges it in the same statement. With `isTrial` a right code stays good for the next try. */
export async function tryResetCode(
  db: Rows,
  userId: UserId,
  { codeMac, isTrial }: { readonly codeMac: string; readonly isTrial: boolean },
): Promise<boolean> {
  const [row] = await db.rows<{
    is_right: boolean;
  }>(sql`UPDATE password_resets SET code_tries = code_tries + 1,
      used_at = CASE WHEN code_mac = ${codeMac} AND NOT ${isTrial}::boolean THEN desk_now() END
    WHERE user_id = ${userId} AND used_at IS NULL AND code_tries < ${mostTries}::int AND code_expires_at > desk_now()
    RETURNING code_mac = ${codeMac} AS is_right`);
  return row?.is_right === true;
}

/** Forgets sign-ups of more than a day ago, and steps and codes that ran out. */
export async function sweepCodes(db: Rows): Promise<void> {
  await db.rows(sql`DELETE FROM sign_ups WHERE created_at < desk_now() - interval '1 day'`);
  await db.rows(sql`DELETE FROM password_resets WHERE code_expires_at < desk_now()`);
  await db.rows(sql`DELETE FROM step_tokens WHERE expires_at < desk_now()`);
}
