import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('two transactions that lock the same rows in opposite order are both done, each once', async () => {
  const bothHold = Promise.withResolvers<void>();
  let holding = 0;
  const take = (first: string, second: string) =>
    db.transaction(async (tx) => {
      await tx.rows(sql`UPDATE brakes SET tries = tries + 1 WHERE key = ${first}`);
      holding += 1;
      if (holding === 2) bothHold.resolve();
      await bothHold.promise;
      await tx.rows(sql`UPDATE brakes SET tries = tries + 1 WHERE key = ${second}`);
    });
  await Promise.all([take('a', 'b'), take('b', 'a')]);
  expect(holding).toBeGreaterThan(2);
  const rows = await db.rows<{ tries: number }>(sql`SELECT tries FROM brakes WHERE key IN ('a', 'b')`);
  expect(rows.map(({ tries }) => tries)).toEqual([2, 2]);
});
