import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface MigrationFile {
  /** Name of its folder, `<yyyymmddhhmmss>_<what>`; the order of names is the order of migrations. */
  readonly name: string;
  readonly sql: string;
}

/** All migrations in `directory`, oldest first. */
export function readMigrations(directory: string): MigrationFile[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(directory, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(directory, name, 'migration.sql'), 'utf8') }));
}

/** SHA-256 of the file as hex, the same that Prisma stores. */
export function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** Whether `sql` is what was applied; git may have turned the line ends around since, which changes nothing. */
export function isUnchanged(sql: string, appliedChecksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksum(text) === appliedChecksum);
}
