import type { Sealing } from '../app.ts';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Letter } from './letter.ts';

type Rows = Pick<Database, 'rows'>;

/** A mail that this node holds, and nobody else sends meanwhile. */
export interface HeldMail {
  readonly id: string;
  readonly to: string;
  readonly at: Date;
  /** This try included. */
  readonly tries: number;
  readonly ageSeconds: number;
  /** Null when it was sealed under another secret. */
  readonly letter: Letter | null;
}

/** Takes the mail that is due for the longest time, for `holdSeconds`; null when none is. */
export async function takeDue(db: Rows, sealing: Sealing, holdSeconds: number): Promise<HeldMail | null> {
  const [row] = await db.rows<{
    id: string;
    recipient: string;
    facts: string;
    tries: number;
    created_at: Date;
    age: number;
  }>(sql`UPDATE mails SET tries = tries + 1, held_until = desk_now() + make_interval(secs => ${holdSeconds}::float8)
    WHERE id = (
      SELECT id FROM mails WHERE status = 'queued' AND due_at <= desk_now() AND (held_until IS NULL OR held_until <= desk_now())
      ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING id, recipient, facts, tries, created_at, EXTRACT(EPOCH FROM desk_now() - created_at)::float8 AS age`);
  if (row === undefined) return null;
  const { id, recipient: to, created_at: at, tries, age: ageSeconds } = row;
  return { id, to, at, tries, ageSeconds, letter: letterIn(sealing, id, row.facts) };
}

/** The provider has it: what it said is forgotten. */
export async function markSent(db: Rows, id: string): Promise<void> {
  await db.rows(sql`UPDATE mails SET status = 'sent', facts = NULL, held_until = NULL, sent_at = desk_now(), last_error = NULL
    WHERE id = ${id} AND status = 'queued'`);
}

/** It stays here, to be looked at. */
export async function markKept(db: Rows, id: string): Promise<void> {
  await db.rows(sql`UPDATE mails SET status = 'kept', held_until = NULL, sent_at = desk_now()
    WHERE id = ${id} AND status = 'queued'`);
}

/** Not now: it is due again after a pause. A node that held it too long and was overtaken changes nothing. */
export async function planAgain(
  db: Rows,
  { id, tries }: HeldMail,
  next: { readonly inSeconds: number; readonly why: string },
): Promise<void> {
  await db.rows(sql`UPDATE mails SET held_until = NULL, last_error = ${next.why},
      due_at = desk_now() + make_interval(secs => ${next.inSeconds}::float8)
    WHERE id = ${id} AND status = 'queued' AND tries = ${tries}`);
}

/** Given up, with the reason. */
export async function bury(db: Rows, { id, tries }: HeldMail, why: string): Promise<void> {
  await db.rows(sql`UPDATE mails SET status = 'dead', held_until = NULL, last_error = ${why}
    WHERE id = ${id} AND status = 'queued' AND tries = ${tries}`);
}

/** Forgets mails of more than so many days ago, whatever became of them: to whom they went is nobody's business any more. */
export async function forgetMails(db: Rows, keptDays: number): Promise<void> {
  await db.rows(
    sql`DELETE FROM mails WHERE created_at <= desk_now() - make_interval(days => ${keptDays}::int)`,
  );
}

/** A mail that did not leave the machine. */
export interface KeptMail {
  readonly id: string;
  readonly to: string;
  readonly at: Date;
  readonly letter: Letter;
}

const mostShown = 100;

/** The newest mails that are still here, newest first, of everybody or to one address. */
export async function keptMails(db: Rows, sealing: Sealing, to: string | null): Promise<readonly KeptMail[]> {
  const rows = await db.rows<{ id: string; recipient: string; facts: string; created_at: Date }>(
    sql`SELECT id, recipient, facts, created_at FROM mails
      WHERE status IN ('queued', 'kept') AND (${to}::text IS NULL OR recipient = ${to}::text)
      ORDER BY created_at DESC, id DESC LIMIT ${mostShown}`,
  );
  return rows.flatMap(({ id, recipient, facts, created_at: at }) => {
    const letter = letterIn(sealing, id, facts);
    return letter === null ? [] : [{ id, to: recipient, at, letter }];
  });
}

/** What `post` has sealed; only this server can have done so. */
function letterIn(sealing: Sealing, id: string, facts: string): Letter | null {
  const text = sealing.open(facts, id);
  return text === null ? null : (JSON.parse(text) as Letter);
}
