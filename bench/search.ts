import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listCustomers } from '../apps/server/src/customers/list-customers.ts';
import { type Database, openDatabase } from '../apps/server/src/database/database.ts';
import { startEmbeddedPostgres } from '../apps/server/src/database/embedded-postgres.ts';
import { migrate } from '../apps/server/src/database/migrate.ts';
import { sql } from '../apps/server/src/database/sql.ts';
import { fillCustomers } from './customers-at-scale.ts';
import { round } from './percentiles.ts';
import { type Queries, queriesFrom } from './search-queries.ts';
import { startServerUnderTest } from './server-under-test.ts';

const root = path.resolve(import.meta.dirname, '..');

interface Figures {
  readonly samples: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/**
 * Searches among `count` customers by pieces of what is really there: through the whole verb (every statement and the
 * ranking), then through HTTP, beside a full scan of the same table in the same run.
 */
export async function search(count: number, { inDatabase = 400, overHttp = 200, scans = 5 } = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ringdesk-bench-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    const url = postgres.url('ringdesk');
    await migrate({ url, directory: path.join(root, 'prisma/migrations') });
    // Filling takes longer than a desk would ever wait.
    const filling = openDatabase({ url: `${url}?statement_timeout=0`, onTrouble: () => undefined });
    const filled = await fillCustomers(filling, count);
    await filling.close();
    return { customers: count, filled, ...(await measureSearch(url, { inDatabase, overHttp, scans })) };
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Samples {
  readonly inDatabase: number;
  readonly overHttp: number;
  readonly scans: number;
}

/** Searches a database that is filled already. */
async function measureSearch(url: string, { inDatabase, overHttp, scans }: Samples) {
  const db = openDatabase({ url: `${url}?statement_timeout=0`, onTrouble: () => undefined });
  try {
    const queries = await queriesFrom(db, inDatabase);
    const fullScanMs = await scan(db, (queries['5 letters'] ?? []).slice(0, scans));
    const databaseMs = await measure(queries, (q) => searchIn(db, q));
    const httpMs = await measureHttp(url, queries, overHttp);
    return { sizes: await sizesOf(db), fullScanMs, databaseMs, httpMs };
  } finally {
    await db.close();
  }
}

async function searchIn(db: Database, q: string): Promise<void> {
  const found = await listCustomers({ db }, { q, archived: 'no', sort: 'name', limit: 25 });
  if (!found.ok) throw new Error(`a search was refused: ${found.error.code}`);
}

async function measureHttp(databaseUrl: string, queries: Queries, samples: number) {
  const server = await startServerUnderTest({ DATABASE_URL: databaseUrl });
  try {
    const signedIn = await fetch(`${server.url}/api/v1/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'rep' }),
    });
    const { accessToken } = (await signedIn.json()) as { accessToken: string };
    const headers = { authorization: `Bearer ${accessToken}` };
    const few = Object.fromEntries(
      Object.entries(queries).map(([kind, all]) => [kind, all.slice(0, samples)]),
    );
    return await measure(few, async (q) => {
      const answer = await fetch(`${server.url}/api/v1/customers?q=${encodeURIComponent(q)}`, { headers });
      await answer.json();
      if (answer.status !== 200) throw new Error(`a search was answered with ${answer.status}`);
    });
  } finally {
    await server.stop();
  }
}

/** How long each kind of question takes; `ask` is asked for each of them. */
export async function measure(
  queries: Queries,
  ask: (q: string) => Promise<void>,
): Promise<Readonly<Record<string, Figures>>> {
  const times = new Map(Object.keys(queries).map((kind) => [kind, [] as number[]]));
  const most = Math.max(...Object.values(queries).map((all) => all.length));
  for (const all of Object.values(queries)) for (const q of all.slice(0, 5)) await ask(q);
  // Kinds take turns, so that a busy moment of the machine is shared by all.
  for (let i = 0; i < most; i++)
    for (const [kind, all] of Object.entries(queries)) {
      const q = all[i];
      if (q === undefined) continue;
      const askedAt = performance.now();
      await ask(q);
      const took = performance.now() - askedAt;
      if (took > 100) process.stderr.write(`slow: "${q}" ${Math.round(took)} ms\n`);
      times.get(kind)?.push(took);
    }
  return Object.fromEntries([...times].map(([kind, values]) => [kind, figuresOf(values)]));
}

function figuresOf(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
  return { samples: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** The same question without any index: every row is read. */
async function scan(db: Database, words: readonly string[]): Promise<Figures> {
  const times: number[] = [];
  for (const word of words) {
    const askedAt = performance.now();
    await db.transaction(async (tx) => {
      await tx.rows(sql`SET LOCAL enable_indexscan = off`);
      await tx.rows(sql`SET LOCAL enable_bitmapscan = off`);
      await tx.rows(
        sql`SELECT id FROM customers WHERE searched LIKE ${`%${word.toLowerCase()}%`} ORDER BY sort_name, id LIMIT 25`,
      );
    });
    times.push(performance.now() - askedAt);
  }
  return figuresOf(times);
}

async function sizesOf(db: Database) {
  const rows = await db.rows<{ name: string; mb: number }>(sql`SELECT relname AS name,
      round(pg_relation_size(oid) / 1048576.0)::int AS mb FROM pg_class
    WHERE relname IN ('customers', 'customers_searched_idx', 'customers_sort_name_id_idx', 'customer_words', 'customer_words_remains_idx')`);
  const [words] = await db.rows<{ count: number }>(sql`SELECT count(*)::int AS count FROM customer_words`);
  return { ...Object.fromEntries(rows.map(({ name, mb }) => [name, `${mb} MB`])), words: words?.count ?? 0 };
}
