// npm run migration -- <name>             writes the SQL that leads from the migrations to prisma/schema, offline
// npm run migration -- --retry <folder>   lets the next start try a failed migration again
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../apps/server/src/database/embedded-postgres.ts';
import { allowRetry } from '../apps/server/src/database/migrate.ts';
import { readMigrations } from '../apps/server/src/database/migration-files.ts';
import { StartRefused } from '../apps/server/src/start-refused.ts';
import { startTestPostgres } from '../apps/server/src/testing/postgres.ts';
import { pendingChange } from './prisma/pending-change.ts';
import { root, runCommand, say } from './say.ts';

const schema = path.join(root, 'prisma/schema');
const migrations = path.join(root, 'prisma/migrations');

await runCommand(async () => {
  const [first, second] = process.argv.slice(2);
  if (first === '--retry' && second) return retry(second);
  if (!first || first.startsWith('-')) {
    throw new StartRefused('Name the change: npm run migration -- add_phone_to_customers');
  }
  return create(first);
});

async function create(what: string): Promise<number> {
  const postgres = await startTestPostgres({ durable: false });
  try {
    const sql = await pendingChange({ url: postgres.url('postgres'), schema, migrations });
    if (sql === null) say('The migrations already build what prisma/schema describes; nothing was written.');
    else writeMigration(what, sql);
    return 0;
  } catch (error) {
    // What is wrong in the schema files; the engine's own stack tells nothing.
    if (error instanceof Error && error.name === 'SchemaConnectorError')
      throw new StartRefused(error.message);
    throw error;
  } finally {
    await postgres.drop();
  }
}

function writeMigration(what: string, sql: string): void {
  const slug = what.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  const name = `${nextTimestamp()}_${slug}`;
  mkdirSync(path.join(migrations, name));
  writeFileSync(path.join(migrations, name, 'migration.sql'), sql);
  say(
    `Wrote prisma/migrations/${name}/migration.sql; read it, add what Prisma cannot say (checks, exclusions), commit it.`,
  );
}

/** The time in UTC, but always after the newest migration: their names are their order. */
function nextTimestamp(): string {
  const now = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const newest = readMigrations(migrations).at(-1)?.name.slice(0, 14) ?? '';
  return now > newest ? now : String(BigInt(newest) + 1n);
}

async function retry(name: string): Promise<number> {
  const { DATABASE_URL: url, DATA_DIR: dataDir = path.join(root, '.ringdesk') } = process.env;
  const postgres = url ? null : await startEmbeddedPostgres({ dataDir });
  try {
    const isAllowed = await allowRetry(url ?? postgres?.url('ringdesk') ?? '', name);
    say(isAllowed ? `The next start will try ${name} again.` : `No failed migration is called ${name}.`);
    return isAllowed ? 0 : 1;
  } finally {
    await postgres?.stop();
  }
}
