import { rmSync } from 'node:fs';
import { seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { type KeptPostgres, startKeptPostgres } from './database/kept-postgres.ts';
import { sql } from './database/sql.ts';
import { type ClerkLog, clerkAtWork } from './testing/clerk-at-work.ts';
import { temporaryFolder } from './testing/postgres.ts';
import { hasRedis, startTestRedis, type TestRedis } from './testing/redis.ts';
import { servedCustomer } from './testing/served-customer.ts';
import { type ServerProcess, startServerProcess } from './testing/server-process.ts';
import { signIn, until } from './testing/test-desk.ts';

const kills = Number(process.env['RECORD_KILLS'] ?? 4);
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const clerks = 8;
/** So much must be acknowledged between two kills, so that there is something to lose. */
const leastAcknowledged = 60;

let dataDir: string;
let postgres: KeptPostgres;
let redis: TestRedis | null;
let nodes: ServerProcess[];
let db: Database;
const environment = (port = '0') => ({ PORT: port, ...(redis === null ? {} : { REDIS_URL: redis.url }) });
const startNode = (port?: string) => startServerProcess(postgres.url('ringdesk'), environment(port));

beforeAll(async () => {
  dataDir = temporaryFolder();
  postgres = await startKeptPostgres({ dataDir });
  redis = hasRedis ? await startTestRedis() : null;
  // One after the other: the first makes the database.
  nodes = [await startNode(), await startNode()];
  db = openDatabase({ url: postgres.url('ringdesk'), connections: 3, onTrouble: () => undefined });
}, 60_000);
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await db.close();
  await redis?.kill();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe(`two servers and their database, killed ${kills} times while customers and jobs are written (seed ${seed})`, () => {
  test(
    'lose no record that was acknowledged, make none twice, and never book one customer twice at a time',
    async () => {
      const random = seededRandom(seed);
      const urls = nodes.map(({ url }) => url);
      const session = await signIn(urls[0] ?? '', 'rep', 'Dana');
      const contested = await servedCustomer({ db, ids: { nowMs: Date.now, random } });
      const working = Array.from({ length: clerks }, (_, i) =>
        clerkAtWork({ name: `${seed}-${i}`, urls, session, random, contested }),
      );
      const acknowledged = () => working.reduce((sum, { log }) => sum + log.acknowledged, 0);
      for (let kill = 0; kill < kills; kill++) {
        const before = acknowledged();
        await until('some work', () => acknowledged() >= before + leastAcknowledged, 30_000);
        await new Promise((resolve) => setTimeout(resolve, random() * 400));
        await (kill % 3 === 2 ? killPostgres() : killNode(kill % 2));
      }
      const before = acknowledged();
      await until('work after the last kill', () => acknowledged() >= before + leastAcknowledged, 30_000);
      await Promise.all(working.map((clerk) => clerk.leave()));
      const logs = working.map(({ log }) => log);
      expect(
        logs.reduce((sum, log) => sum + log.repeats, 0),
        'questions that were cut',
      ).toBeGreaterThan(0);
      expect(
        logs.reduce((sum, log) => sum + log.refused.size, 0),
        'times that were taken',
      ).toBeGreaterThan(0);
      await everyRecordOnce(logs);
      await everyChangeWithItsEntry(logs);
      await noneOverlap();
      process.stderr.write(`${acknowledged()} writes acknowledged over ${kills} kills\n`);
    },
    120_000 + kills * 30_000,
  );
});

async function killNode(which: number): Promise<void> {
  const node = nodes[which];
  if (node === undefined) return;
  await node.kill();
  nodes[which] = await startNode(new URL(node.url).port);
}

/** Ends the process that all others of PostgreSQL hang on; it is started again by who keeps it. */
async function killPostgres(): Promise<void> {
  const [row] = await db.rows<{ pid: number }>(
    sql`SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int AS pid`,
  );
  process.kill(row?.pid ?? 0, 'SIGKILL');
  await until(
    'PostgreSQL to be back',
    () =>
      db.rows(sql`SELECT 1`).then(
        () => true,
        () => false,
      ),
    20_000,
  );
}

/** What was asked for under one key is there once, as the record that was answered; what was refused is not there. */
async function everyRecordOnce(logs: readonly ClerkLog[]): Promise<void> {
  const rows = await db.rows<{ key: string; id: string }>(sql`
    SELECT last_name AS key, id FROM customers WHERE last_name LIKE 'Customer %' UNION ALL SELECT title, id FROM jobs`);
  const there = Map.groupBy(rows, ({ key }) => key);
  const made = new Map(logs.flatMap((log) => [...log.made]));
  const twice = [...there].filter(([, records]) => records.length > 1).map(([key]) => key);
  expect(twice, 'made twice').toEqual([]);
  const found = new Map([...there].map(([key, [record]]) => [key, record?.id]));
  // Everybody waited for the last answer, so what is there is what was answered.
  expect(found).toEqual(made);
  for (const key of logs.flatMap((log) => [...log.refused])) expect(found.has(key), key).toBe(false);
}

/** Each acknowledged change is there, and has left one entry of who changed what. */
async function everyChangeWithItsEntry(logs: readonly ClerkLog[]): Promise<void> {
  const rows = await db.rows<{ id: string; company: string | null; version: number; entries: number }>(sql`
    SELECT id, company, version, (SELECT count(*)::int FROM customer_changes WHERE customer_id = c.id) AS entries
    FROM customers c WHERE last_name LIKE 'Customer %'`);
  const changedTo = new Map(logs.flatMap((log) => [...log.changedTo]));
  expect(changedTo.size).toBeGreaterThan(0);
  for (const { id, company, version, entries } of rows) {
    expect(company, id).toBe(`Company ${changedTo.get(id)}`);
    expect(entries, `entries of ${id}`).toBe(version);
  }
}

async function noneOverlap(): Promise<void> {
  const overlaps = await db.rows(sql`SELECT a.id, b.id AS other FROM jobs a JOIN jobs b
    ON a.customer_id = b.customer_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`);
  expect(overlaps).toEqual([]);
}
