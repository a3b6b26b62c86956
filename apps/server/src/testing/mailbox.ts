import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Letter } from '../mails/letter.ts';
import { createSealing } from '../sealing.ts';
import { testSecret } from './test-server.ts';

type Rows = Pick<Database, 'rows'>;
type LetterOf<Kind extends Letter['kind']> = Letter & { readonly kind: Kind };

/** What was written to somebody and is still to be read, the newest first. */
export async function lettersTo(db: Rows, to: string): Promise<readonly Letter[]> {
  const rows = await db.rows<{ id: string; facts: string }>(sql`SELECT id, facts FROM mails
    WHERE recipient = ${to} AND facts IS NOT NULL ORDER BY created_at DESC, id DESC`);
  const sealing = createSealing(testSecret);
  return rows.map(({ id, facts }) => JSON.parse(sealing.open(facts, id) ?? 'null'));
}

/** The letters of one kind to somebody, the newest first. */
export async function lettersOf<Kind extends Letter['kind']>(
  db: Rows,
  to: string,
  kind: Kind,
): Promise<readonly LetterOf<Kind>[]> {
  return (await lettersTo(db, to)).filter((letter): letter is LetterOf<Kind> => letter.kind === kind);
}

/** The newest code that was mailed to somebody for this. */
export async function mailedCode(
  db: Rows,
  to: string,
  kind: 'verify-email' | 'reset-password' = 'verify-email',
): Promise<string> {
  const [newest] = await lettersOf(db, to, kind);
  if (newest === undefined) throw new Error(`no ${kind} was mailed to ${to}`);
  return newest.code;
}
