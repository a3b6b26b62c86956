import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase } from '../apps/server/src/database/database.ts';
import { startEmbeddedPostgres } from '../apps/server/src/database/embedded-postgres.ts';
import { migrate } from '../apps/server/src/database/migrate.ts';
import { sql } from '../apps/server/src/database/sql.ts';
import { listJobs } from '../apps/server/src/jobs/jobs.store.ts';
import { fillCustomers } from './customers-at-scale.ts';
import { measure } from './search.ts';
import type { Queries } from './search-queries.ts';

const root = path.resolve(import.meta.dirname, '..');
const things = 'AC,Water heater,Faucet,Furnace,Roof,Garage door,Dishwasher,Outlet,Drain,Toilet,Gutter,Window';
const troubles =
  'leaks,does not start,makes a noise,is clogged,smells of gas,sparks,freezes,needs its yearly service';
const places =
  'in the kitchen,upstairs,in the basement,behind the house,in the garage,in unit 4B,at the front';

/** Searches the list of `count` jobs of a fifth as many customers by what people might type for them, newest first and by start. */
export async function jobsFound(count: number, samples = 200) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ringdesk-bench-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    const url = postgres.url('ringdesk');
    await migrate({ url, directory: path.join(root, 'prisma/migrations') });
    const db = openDatabase({ url: `${url}?statement_timeout=0`, onTrouble: () => undefined });
    await fillCustomers(db, Math.ceil(count / 5));
    await fillJobs(db, count);
    const queries = await jobQueries(db, samples);
    const find = (sort: '-createdAt' | 'start') => (q: string) =>
      listJobs(db, { q, sort, limit: 26, after: null }).then(() => undefined);
    const newestMs = await measure(queries, find('-createdAt'));
    const byStartMs = await measure(queries, find('start'));
    await db.close();
    return { jobs: count, newestMs, byStartMs };
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Jobs over a year, each customer's one after the other; three in four have a time. */
async function fillJobs(db: Database, count: number): Promise<void> {
  const part = (words: string, step: number) =>
    sql`(string_to_array(${words}, ','))[1 + (i * ${step}::int + i / 7) % array_length(string_to_array(${words}, ','), 1)]`;
  await db.rows(sql`INSERT INTO jobs (id, customer_id, address_id, title, searched, tags, status, starts_at, ends_at, created_at)
    SELECT 'job_' || i, c.id, c.address, t.title, ' ' || lower(t.title) || ' |' || c.names, '{}',
      CASE WHEN i % 4 = 0 THEN 'unscheduled' ELSE 'scheduled' END,
      CASE WHEN i % 4 > 0 THEN t.start END, CASE WHEN i % 4 > 0 THEN t.start + interval '2 hours' END, t.start - interval '3 days'
    FROM (SELECT c.id, a.id AS address, split_part(c.searched, ' |', 1) || split_part(c.searched, ' |', 2) AS names,
        row_number() OVER (ORDER BY md5(c.id)) AS place
      FROM customers c JOIN addresses a ON a.customer_id = c.id) c
    JOIN generate_series(0, ${count - 1}::int) i ON i % ${Math.ceil(count / 5)}::int = c.place - 1
    CROSS JOIN LATERAL (SELECT ${part(things, 5)} || ' ' || ${part(troubles, 3)} || ' ' || ${part(places, 2)} AS title,
      timestamptz '2026-01-05 15:00Z' + i * interval '2 minutes 30 seconds' AS start) t`);
  await db.rows(sql`VACUUM ANALYZE jobs`);
}

/** What people might type for jobs that are there, and for some that are not. */
async function jobQueries(db: Database, samples: number): Promise<Queries> {
  const known = await db.rows<{
    title: string;
    name: string;
    number: number;
  }>(sql`SELECT j.title, j.number, c.last_name AS name
    FROM jobs j JOIN customers c ON c.id = j.customer_id WHERE c.last_name IS NOT NULL ORDER BY md5(j.id) LIMIT ${samples}`);
  const word = (title: string) => title.split(' ')[0] ?? '';
  return {
    '1 letter': known.map((it) => it.name.slice(0, 1)),
    '2 letters': known.map((it) => it.name.slice(0, 2)),
    '3 letters': known.map((it) => it.name.slice(0, 3)),
    '5 letters': known.map((it) => it.name.slice(0, 5)),
    'last name': known.map((it) => it.name),
    'word of a title': known.map((it) => word(it.title)),
    'whole title': known.map((it) => it.title),
    'name and title': known.map((it) => `${it.name} ${word(it.title)}`),
    'two beginnings': known.map((it) => `${it.name.slice(0, 2)} ${it.title.slice(0, 2)}`),
    number: known.map((it, i) => `${i % 2 === 0 ? '#' : ''}${it.number}`),
    'nothing, 2 letters': known.map((_, i) => `q${'xzvjkq'[i % 6]}`),
    'nothing, 5 letters': known.map((_, i) => `qx${String.fromCharCode(97 + (i % 26))}zq`),
    'nothing, with a word': known.map((it) => `${word(it.title)} qxzvj`),
  };
}
