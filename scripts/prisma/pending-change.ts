import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type pg from 'pg';
import { readMigrations } from '../../apps/server/src/database/migration-files.ts';
import { engineAdapter } from './schema-engine.adapter.ts';
import { loadSchemaEngine } from './schema-engine.ts';

export interface SchemaSources {
  /** Any database of a PostgreSQL that may be used for scratch work; it is left as it was. */
  readonly url: string;
  /** The folder with the `*.prisma` files. */
  readonly schema: string;
  /** The folder with one folder a migration. */
  readonly migrations: string;
}

/** The SQL that leads from what the migrations build to what the schema describes, or null when they agree. */
export async function pendingChange({ url, schema, migrations }: SchemaSources): Promise<string | null> {
  const files = readSchema(schema);
  const pools: pg.Pool[] = [];
  const Engine = await loadSchemaEngine();
  const datamodels = files.map(({ path: name, content }): [string, string] => [name, content]);
  const adapter = bindMigrationAwareSqlAdapterFactory(engineAdapter(url, pools));
  const engine = await Engine.new({ datamodels }, () => undefined, adapter);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(migrations) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : stdout;
  } finally {
    engine.free();
    await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
  }
}

function readSchema(folder: string): { path: string; content: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.prisma'));
  return names.sort().map((name) => ({ path: name, content: readFileSync(path.join(folder, name), 'utf8') }));
}

function migrationList(baseDir: string): MigrationList {
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(baseDir).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
