import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { seedDemoCustomers } from './seed-demo.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.close());

const count = async () => (await floor.db.rows(sql`SELECT FROM customers`)).length;

test('a demo installation has customers once, however often and on however many nodes it starts', async () => {
  await Promise.all([seedDemoCustomers(floor.app), seedDemoCustomers(floor.app)]);
  const first = await count();
  expect(first).toBeGreaterThan(250);
  await seedDemoCustomers(floor.app);
  expect(await count()).toBe(first);
});

test('of the numbers that simulated callers call from, some are nobody’s, some one’s, some several’s', async () => {
  const numbers = await floor.db.rows<{ number: string; owners: number }>(
    sql`SELECT number, count(*)::int AS owners FROM customer_phones GROUP BY number`,
  );
  const areas = 14;
  for (const { number } of numbers) expect(number).toMatch(/^\+1\d{3}55501\d\d$/);
  expect(numbers.length).toBeGreaterThan(areas * 100 * 0.2);
  expect(numbers.length).toBeLessThan(areas * 100 * 0.6);
  expect(numbers.filter(({ owners }) => owners > 1).length).toBeGreaterThan(50);
});
