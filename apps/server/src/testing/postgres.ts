import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.ts';

export interface TestPostgres extends EmbeddedPostgres {
  readonly dataDir: string;
  /** Stops it and removes its files. */
  drop(): Promise<void>;
}

export interface TestPostgresOptions {
  /** True for fault tests: the real settings, so that what survives here survives outside. */
  readonly durable: boolean;
  readonly port?: number;
}

/** A PostgreSQL of its own in a fresh temporary folder. */
export async function startTestPostgres({ durable, port }: TestPostgresOptions): Promise<TestPostgres> {
  const dataDir = temporaryFolder();
  const fast = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'autovacuum=off',
    'wal_level=minimal',
    'max_wal_senders=0',
  ];
  const flags = durable ? [] : fast.flatMap((setting) => ['-c', setting]);
  const postgres = await startEmbeddedPostgres({ dataDir, flags, ...(port === undefined ? {} : { port }) });
  const drop = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...postgres, dataDir, drop };
}

/** A fresh folder which PostgreSQL's own account may enter too; a bare `mkdtemp` is closed to it when tests run as root. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdesk-test-'));
  chmodSync(folder, 0o755);
  return folder;
}
