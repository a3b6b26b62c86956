import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type Database, openDatabase } from './database.ts';
import { sql } from './sql.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, onTrouble: () => undefined });
  await db.rows(sql`INSERT INTO brakes (key, tries, ends_at) VALUES ('a', 0, now()), ('b', 0, now())`);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

beforeEach(() => db.rows(sql`UPDATE brakes SET tries = 0`));

/** Two transactions that lock the same two rows in opposite order, each begun by `way`. Resolves to how often either began. */
async function inOppositeOrder(way: <Value>(work: () => Promise<Value>) => Promise<Value>): Promise<number> {
  const bothHold = Promise.withResolvers<void>();
  let holding = 0;
  const take = (first: string, second: string) =>
    way(() =>
      db.transaction(async (tx) => {
        await tx.rows(sql`UPDATE brakes SET tries = tries + 1 WHERE key = ${first}`);
        holding += 1;
        if (holding === 2) bothHold.resolve();
        await bothHold.promise;
        await tx.rows(sql`UPDATE brakes SET tries = tries + 1 WHERE key = ${second}`);
      }),
    );
  await Promise.all([take('a', 'b'), take('b', 'a')]);
  return holding;
}
const tries = async () =>
  (await db.rows<{ tries: number }>(sql`SELECT tries FROM brakes WHERE key IN ('a', 'b')`)).map(
    (row) => row.tries,
  );

test('two transactions that lock the same rows in opposite order are both done, each once', async () => {
  expect(await inOppositeOrder((work) => work())).toBeGreaterThan(2);
  expect(await tries()).toEqual([2, 2]);
});

test('so are two that are parts of something that is kept together', async () => {
  expect(await inOppositeOrder((work) => db.together(work, () => true))).toBeGreaterThan(2);
  expect(await tries()).toEqual([2, 2]);
});

test('what was begun within and goes on beside it is no part of it any more', async () => {
  const over = Promise.withResolvers<void>();
  const count = () => db.rows(sql`UPDATE brakes SET tries = tries + 1 WHERE key = 'a'`);
  let beside: Promise<unknown> = Promise.resolve();
  await db.together(
    async () => {
      await count();
      beside = over.promise.then(() =>
        db.transaction(async (tx) => {
          await count();
          await tx.rows(sql`UPDATE brakes SET tries = tries + 1 WHERE key = 'b'`);
        }),
      );
    },
    () => false,
  );
  // Somebody else has the connection by now.
  const other = db.transaction(async (tx) => {
    over.resolve();
    await beside;
    await tx.rows(sql`UPDATE brakes SET tries = tries + 10 WHERE key = 'b'`);
  });
  await Promise.all([beside, other]);
  expect(await db.rows(sql`SELECT key, tries FROM brakes ORDER BY key`)).toEqual([
    { key: 'a', tries: 1 },
    { key: 'b', tries: 11 },
  ]);
});

test('what was begun within and is not waited for is over before the whole is kept', async () => {
  await db.together(
    async () => {
      void db.rows(sql`UPDATE brakes SET tries = tries + 1 WHERE key = 'a'`);
      void db.rows(sql`UPDATE brakes SET tries = tries + 1 WHERE key = 'a'`);
    },
    () => true,
  );
  expect(await db.rows(sql`SELECT tries FROM brakes WHERE key = 'a'`)).toEqual([{ tries: 2 }]);
});

test('a connection that is cut between two statements refuses the transaction, and the process goes on', async () => {
  const cut = db.transaction(async (tx) => {
    await tx.rows(sql`UPDATE brakes SET tries = 9 WHERE key = 'a'`);
    const [mine] = await tx.rows<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
    await db.rows(sql`SELECT pg_terminate_backend(${mine?.pid ?? 0}, 5000)`);
    // Long enough for the end of the connection to be heard while nobody asks it anything.
    await db.rows(sql`SELECT pg_sleep(0.1)`);
    return tx.rows(sql`SELECT 1`);
  });
  await expect(cut).rejects.toThrow(/terminat|not queryable/);
  expect(await tries()).toEqual([0, 0]);
});
