import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@ringdesk/shared';
import { type Database, openDatabase } from '../apps/server/src/database/database.ts';
import { startEmbeddedPostgres } from '../apps/server/src/database/embedded-postgres.ts';
import { migrate } from '../apps/server/src/database/migrate.ts';
import { sql } from '../apps/server/src/database/sql.ts';
import { insertJob, type KeptJob } from '../apps/server/src/jobs/store.ts';
import { round } from './percentiles.ts';

const root = path.resolve(import.meta.dirname, '..');
const customers = 2_000;
const atOnce = 16;
const hourMs = 3_600_000;

/**
 * Books jobs that do not overlap through the store, sixteen at once, with PostgreSQL's exclusion constraint and, in the
 * same run and in turn, without it; the ratio is what the rule costs.
 */
export async function jobsBooked(perRound: number) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ringdesk-bench-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    const url = postgres.url('ringdesk');
    await migrate({ url, directory: path.join(root, 'prisma/migrations') });
    const db = openDatabase({ url, connections: atOnce, onTrouble: () => undefined });
    await db.rows(sql`INSERT INTO customers (id, last_name, tags, time_zone)
      SELECT 'cus_' || i, 'Customer ' || i, '{}', 'America/Chicago' FROM generate_series(1, ${customers}) i`);
    await db.rows(sql`INSERT INTO addresses (id, customer_id, street)
      SELECT 'adr_' || i, 'cus_' || i, i || ' Oak Street' FROM generate_series(1, ${customers}) i`);
    const { definition } = await constraintOf(db);
    const rates: Record<'with' | 'without', number[]> = { with: [], without: [] };
    await bookRound(db, perRound, 0);
    for (let round = 0; round < 3; round++) {
      rates.with.push(await bookRound(db, perRound, 1 + 2 * round));
      await db.rows(sql`ALTER TABLE jobs DROP CONSTRAINT jobs_of_a_customer_do_not_overlap`);
      rates.without.push(await bookRound(db, perRound, 2 + 2 * round));
      await db.rows({
        parts: [`ALTER TABLE jobs ADD CONSTRAINT jobs_of_a_customer_do_not_overlap ${definition}`],
        values: [],
      });
    }
    await db.close();
    const perSecond = { with: median(rates.with), without: median(rates.without) };
    return { jobsPerRound: perRound, atOnce, perSecond, ratio: round(perSecond.with / perSecond.without) };
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Books so many jobs, each customer's one after the other in an hour of its own; jobs per second. */
async function bookRound(db: Database, count: number, turn: number): Promise<number> {
  const started = performance.now();
  let next = 0;
  const book = async () => {
    for (let i = next++; i < count; i = next++) {
      const booked = await insertJob(db, { ...jobOf(i, turn * count + i), callId: null, byId: null });
      if (booked === 'overlaps') throw new Error('jobs of the measurement must not overlap');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, book));
  return round((count / (performance.now() - started)) * 1000);
}

function jobOf(i: number, hour: number): KeptJob {
  const at = Date.UTC(2026, 0, 1) + hour * hourMs;
  const customer = 1 + (i % customers);
  return {
    id: newId.job({ nowMs: () => at, random: Math.random }),
    customerId: `cus_${customer}` as KeptJob['customerId'],
    addressId: `adr_${customer}`,
    title: 'Annual service',
    description: '',
    status: 'scheduled',
    schedule: {
      start: new Date(at).toISOString(),
      end: new Date(at + hourMs).toISOString(),
      arrivalWindowMinutes: 0,
    },
    lineItems: [],
    assigneeIds: [],
    tags: [],
    leadSource: null,
  };
}

async function constraintOf(db: Database): Promise<{ definition: string }> {
  const [row] = await db.rows<{ definition: string }>(sql`SELECT pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE conname = 'jobs_of_a_customer_do_not_overlap'`);
  if (row === undefined) throw new Error('the constraint is not there');
  return row;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
