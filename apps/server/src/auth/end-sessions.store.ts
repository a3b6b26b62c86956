import { SessionId, type UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Why sessions end, as the row keeps it. */
type Why =
  | 'password reset'
  | 'password changed'
  | 'authenticator replaced'
  | 'authenticator reset'
  | 'signed out everywhere'
  | 'ended by an admin'
  | 'disabled';

/** Ends the sessions of somebody, all of them or all but one; answers those that were ended. Open desks feel it within seconds. */
export async function endSessionsOf(
  db: Pick<Database, 'rows'>,
  userId: UserId,
  { except, why }: { readonly except?: SessionId; readonly why: Why },
): Promise<readonly SessionId[]> {
  const rows = await db.rows<{ id: string }>(sql`UPDATE sessions SET ended_at = desk_now(), ended_why = ${why}
    WHERE user_id = ${userId} AND ended_at IS NULL AND id IS DISTINCT FROM ${except ?? null}::text RETURNING id`);
  return rows.map(({ id }) => SessionId.parse(id));
}
