import { StartRefused } from '../start-refused.ts';

/** Anything that runs a query: a `pg` client or pool. */
export interface Queryable {
  query(sql: string): Promise<{ rows: Record<string, unknown>[] }>;
}

export interface DurabilityOptions {
  /** Throwaway databases of tests may trade durability for speed; nothing else may. */
  readonly allowVolatile?: boolean;
}

const oldestMajor = 15;

/**
 * Refuses a database that may lose an acknowledged write, or that is too old; throws `StartRefused`.
 * What the settings promise: https://www.postgresql.org/docs/current/runtime-config-wal.html
 */
export async function assertDurable(
  client: Queryable,
  { allowVolatile = false }: DurabilityOptions = {},
): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int / 10000 AS major,
            current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit`,
  );
  const { major, fsync, synchronous_commit: commit } = rows[0] ?? {};
  if (Number(major) < oldestMajor) {
    throw new StartRefused(
      `The database is PostgreSQL ${Number(major)}, Ringdesk needs ${oldestMajor} or newer; upgrade it, or unset DATABASE_URL to use the one that comes with Ringdesk.`,
    );
  }
  if (allowVolatile) return;
  if (fsync !== 'on') throw new StartRefused(refusal('fsync', fsync));
  // remote_apply waits for even more than on.
  if (commit !== 'on' && commit !== 'remote_apply')
    throw new StartRefused(refusal('synchronous_commit', commit));
}

function refusal(setting: string, value: unknown): string {
  return `The database runs with ${setting} = ${String(value)} and could lose what it has acknowledged; run "ALTER SYSTEM SET ${setting} = on; SELECT pg_reload_conf()" there and start again.`;
}
