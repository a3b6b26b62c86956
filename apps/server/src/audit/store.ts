import { type AuditedEvent, type IdSource, newId } from '@ringdesk/shared';
import type { Peer } from '../app.ts';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Something that was done or tried. Never a password, a code or a token in it. */
interface Deed {
  readonly event: AuditedEvent;
  /** Whose account it is about, and who did it. */
  readonly userId: string | null;
  readonly byId: string | null;
  readonly from: Peer;
  readonly detail?: string;
}

/** Adds an entry to the audit, in the caller's transaction. */
export async function record(db: Pick<Database, 'rows'>, ids: IdSource, deed: Deed): Promise<void> {
  const { event, userId, byId, from, detail = null } = deed;
  await db.rows(sql`INSERT INTO audit_entries (id, at, event, user_id, by_id, address, device, detail)
    VALUES (${newId.row(ids)}, desk_now(), ${event}, ${userId}, ${byId}, ${from.address}, ${from.device}, ${detail})`);
}
