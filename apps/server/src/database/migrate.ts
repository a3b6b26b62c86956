import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { StartRefused } from '../start-refused.ts';
import { codeOf, connectOrCreate } from './connect.ts';
import { checksum, isUnchanged, type MigrationFile, readMigrations } from './migration-files.ts';

export interface MigrateOptions {
  readonly url: string;
  /** The folder that holds one folder a migration. */
  readonly directory: string;
  readonly onProgress?: (line: string) => void;
}

/** The same advisory lock and the same table as Prisma's own `migrate deploy`, so that either may be used on any day. */
const lockKey = 72_707_369;
const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database at `url` up to the migrations in `directory`, creating it when absent, and returns the names applied.
 * Each migration happens whole or not at all. Of several nodes that start together one applies, the others wait and find
 * nothing to do. Throws `StartRefused` when history and files disagree, or when a migration fails or failed before.
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const { url, directory, onProgress = () => undefined } = options;
  const files = readMigrations(directory);
  const client = await connectOrCreate(url);
  try {
    await lock(client, onProgress);
    await client.query(migrationsTable);
    const pending = await pendingOf(client, files);
    for (const file of pending) {
      onProgress(`Applying migration ${file.name}`);
      await apply(client, file);
    }
    return pending.map((file) => file.name);
  } finally {
    // The lock belongs to the connection and goes with it, also when this process is killed.
    await client.end();
  }
}

async function lock(client: pg.Client, onProgress: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${lockKey}) AS free`);
  if (rows[0]?.free) return;
  onProgress('Another node is migrating the database; waiting for it');
  await client.query(`SELECT pg_advisory_lock(${lockKey})`);
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

async function pendingOf(client: pg.Client, files: readonly MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await client.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  for (const row of rows) refuseDisagreement(row, files);
  const applied = new Set(rows.map((row) => row.migration_name));
  return files.filter((file) => !applied.has(file.name));
}

function refuseDisagreement(row: AppliedRow, files: readonly MigrationFile[]): void {
  const name = row.migration_name;
  const file = files.find((candidate) => candidate.name === name);
  if (row.finished_at === null) {
    throw new StartRefused(
      `Migration ${name} failed before; mend its cause, then run "npm run migration -- --retry ${name}" and start again.`,
    );
  }
  if (!file) {
    throw new StartRefused(
      `The database has migration ${name}, which is missing here; start a version of Ringdesk that has it, or restore its file.`,
    );
  }
  if (!isUnchanged(file.sql, row.checksum)) {
    throw new StartRefused(
      `Migration ${name} was changed after it had been applied; restore its file and put the change into a new migration.`,
    );
  }
}

async function apply(client: pg.Client, { name, sql }: MigrationFile): Promise<void> {
  const sum = checksum(sql);
  const text = (value: string) => client.escapeLiteral(value);
  const record = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES (${text(randomUUID())}, ${text(sum)}, ${text(name)}, clock_timestamp(), 1)`;
  try {
    // One message is one implicit transaction: the change and its record commit together, so a kill in between leaves neither.
    await client.query(`${sql}\n;\n${record}`);
  } catch (error) {
    if (!codeOf(error) || !(error instanceof Error)) throw error;
    await recordFailure(client, { name, sum, logs: `${error.message} (${codeOf(error)})` });
    throw new StartRefused(
      `Migration ${name} failed and nothing of it was applied: ${error.message}; mend it, then run "npm run migration -- --retry ${name}" and start again.`,
    );
  }
}

async function recordFailure(
  client: pg.Client,
  failure: { name: string; sum: string; logs: string },
): Promise<void> {
  const { name, sum, logs } = failure;
  await client.query(
    'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4)',
    [randomUUID(), sum, name, logs],
  );
}

/** Marks a migration that failed as undone, so that the next start tries it again; returns whether there was one. */
export async function allowRetry(url: string, name: string): Promise<boolean> {
  const client = await connectOrCreate(url);
  try {
    const { rowCount } = await client.query(
      'UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL',
      [name],
    );
    return (rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}
