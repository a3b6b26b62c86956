import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../database/migrate.ts';
import { startTestPostgres } from './postgres.ts';
import { sweepAbandoned } from './sweep-abandoned.ts';

const migrations = path.resolve(import.meta.dirname, '../../../../prisma/migrations');

/** One PostgreSQL for the whole run, with one migrated database that every test clones in milliseconds. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandoned(tmpdir(), Date.now());
  const postgres = await startTestPostgres({ durable: false });
  await migrate({ url: postgres.url('template_app'), directory: migrations });
  project.provide('adminUrl', postgres.url('postgres'));
  return () => postgres.drop();
}

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the maintenance database of the run's PostgreSQL. */
    adminUrl: string;
  }
}
