import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Whether the database answers. */
export async function isServing(db: Pick<Database, 'rows'>): Promise<boolean> {
  try {
    await db.rows(sql`SELECT 1`);
    return true;
  } catch {
    return false;
  }
}
