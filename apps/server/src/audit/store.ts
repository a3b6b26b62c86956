import { AuditEntry, type AuditedEvent, type IdSource, newId, type UserId } from '@ringdesk/shared';
import type { Peer } from '../app.ts';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { printable } from '../printable.ts';

type Rows = Pick<Database, 'rows'>;

/** Something that was done or tried. Never a password, a code or a token in it. */
interface Deed {
  readonly event: AuditedEvent;
  /** Whose account it is about, and who did it. */
  readonly userId: string | null;
  readonly byId: string | null;
  readonly from: Peer;
  readonly detail?: string;
}

/** Adds an entry to the audit, in the caller's transaction. Strangers' words are kept on one line that prints as it reads. */
export async function record(db: Rows, ids: IdSource, deed: Deed): Promise<void> {
  const { event, userId, byId, from, detail } = deed;
  const said = detail === undefined ? null : visible(detail);
  await db.rows(sql`INSERT INTO audit_entries (id, at, event, user_id, by_id, address, device, detail)
    VALUES (${newId.row(ids)}, desk_now(), ${event}, ${userId}, ${byId}, ${visible(from.address)}, ${visible(from.device)}, ${said})`);
}

/** What the audit may be narrowed by, and the place after which a page begins. */
interface AuditFilter {
  readonly userId?: UserId | undefined;
  readonly event?: AuditedEvent | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
interface Place {
  readonly at: string;
  readonly id: string;
}

/** Entries, newest first, with the names that people and programs have now. */
export async function list(
  db: Rows,
  { userId, event, from, to }: AuditFilter,
  { after, limit }: { readonly after: Place | null; readonly limit: number },
): Promise<readonly AuditEntry[]> {
  const rows = await db.rows<AuditRow>(sql`
    SELECT e.*, u.name AS user_name, COALESCE(b.name, c.name) AS by_name
    FROM (SELECT * FROM audit_entries
      WHERE (${userId ?? null}::text IS NULL OR user_id = ${userId ?? null}::text)
        AND (${event ?? null}::text IS NULL OR event = ${event ?? null}::text)
        AND (${from ?? null}::timestamptz IS NULL OR at >= ${from ?? null}::timestamptz)
        AND (${to ?? null}::timestamptz IS NULL OR at < ${to ?? null}::timestamptz)
        AND (${after?.id ?? null}::text IS NULL OR (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::text))
      ORDER BY at DESC, id DESC LIMIT ${limit}) e
    LEFT JOIN users u ON u.id = e.user_id LEFT JOIN users b ON b.id = e.by_id LEFT JOIN service_clients c ON c.id = e.by_id
    ORDER BY e.at DESC, e.id DESC`);
  return rows.map(entryOf);
}

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly event: string;
  readonly user_id: string | null;
  readonly user_name: string | null;
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly address: string;
  readonly device: string;
  readonly detail: string | null;
}

function entryOf(row: AuditRow): AuditEntry {
  return AuditEntry.parse({
    id: row.id,
    at: row.at.toISOString(),
    event: row.event,
    userId: row.user_id,
    userName: row.user_name && visible(row.user_name),
    byId: row.by_id,
    byName: row.by_name && visible(row.by_name),
    address: row.address,
    device: row.device,
    detail: row.detail,
  });
}

/** One sign in the place of each character that would do something where the audit is read. */
function visible(text: string): string {
  return printable(text, '\ufffd');
}
