import { type IdSource, newId } from '@ringdesk/shared';
import type { Sealing } from '../app.ts';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Letter } from './letter.ts';

/** Where a mail comes from: chance and time for its id, and the seal for what it says. */
export interface Desk {
  readonly ids: IdSource;
  readonly sealing: Sealing;
}

/** Puts a letter into the outbox, in the caller's transaction: it leaves when that is committed, and only then. */
export async function post(
  db: Pick<Database, 'rows'>,
  { ids, sealing }: Desk,
  { to, letter }: { readonly to: string; readonly letter: Letter },
): Promise<void> {
  const id = newId.row(ids);
  await db.rows(sql`INSERT INTO mails (id, recipient, kind, facts, due_at, created_at)
    VALUES (${id}, ${to}, ${letter.kind}, ${sealing.seal(JSON.stringify(letter), id)}, desk_now(), desk_now())`);
}
