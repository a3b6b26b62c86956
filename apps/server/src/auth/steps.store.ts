import { type SessionId, UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

export type StepKind = 'enroll' | 'challenge';
type StepOrigin = 'verified' | 'sign-in' | 'replace' | 'recovery';

/** The right to take one more step, with a token whose hash is kept. */
export interface NewStep {
  readonly userId: UserId;
  readonly kind: StepKind;
  readonly origin: StepOrigin;
  /** Good only as long as this session is, and while it is not locked. */
  readonly sessionId?: SessionId;
  readonly seconds: number;
}

/** A step that may be taken now. */
export interface Step {
  readonly hash: string;
  readonly userId: UserId;
  readonly origin: StepOrigin;
  /** The secret that is being set up, sealed. */
  readonly totpSecret: string | null;
}

const holds = sql`t.used_at IS NULL AND t.expires_at > desk_now() AND (t.session_id IS NULL OR EXISTS (
  SELECT FROM sessions s WHERE s.id = t.session_id AND s.ended_at IS NULL AND s.expires_at > desk_now()
    AND s.locked_at IS NULL))`;

/** Keeps the hash of a new step token. */
export async function insertStep(db: Rows, hash: string, step: NewStep): Promise<void> {
  const { userId, kind, origin, sessionId = null, seconds } = step;
  await db.rows(sql`INSERT INTO step_tokens (hash, user_id, kind, origin, session_id, created_at, expires_at)
    VALUES (${hash}, ${userId}, ${kind}, ${origin}, ${sessionId}, desk_now(),
      desk_now() + make_interval(secs => ${seconds}::float8))`);
}

/** The step of a token, or null when there is none of that kind, or no longer. */
export async function findStep(db: Rows, hash: string, kind: StepKind): Promise<Step | null> {
  const [row] = await db.rows<{ user_id: string; origin: StepOrigin; totp_secret: string | null }>(
    sql`SELECT t.user_id, t.origin, t.totp_secret FROM step_tokens t WHERE t.hash = ${hash} AND t.kind = ${kind} AND ${holds}`,
  );
  if (row === undefined) return null;
  return { hash, userId: UserId.parse(row.user_id), origin: row.origin, totpSecret: row.totp_secret };
}

/** Keeps the sealed secret of an enrollment, unless there is one: then that one stays. Answers what is kept, or null. */
export async function keepSecret(db: Rows, hash: string, totpSecret: string): Promise<string | null> {
  const [row] = await db.rows<{ totp_secret: string }>(sql`UPDATE step_tokens t
    SET totp_secret = COALESCE(t.totp_secret, ${totpSecret}) WHERE t.hash = ${hash} AND ${holds} RETURNING t.totp_secret`);
  return row?.totp_secret ?? null;
}

/** Takes the step; false when it was taken already, whoever asks on whichever node. */
export async function spendStep(db: Rows, hash: string): Promise<boolean> {
  const spent = await db.rows(
    sql`UPDATE step_tokens t SET used_at = desk_now() WHERE t.hash = ${hash} AND ${holds} RETURNING t.hash`,
  );
  return spent.length > 0;
}

/** Voids every step that somebody could still take. */
export async function voidSteps(db: Rows, userId: UserId): Promise<void> {
  await db.rows(
    sql`UPDATE step_tokens SET used_at = desk_now() WHERE user_id = ${userId} AND used_at IS NULL`,
  );
}
