import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemoCustomers } from '../customers/seed-demo.ts';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { seedDemoJobs } from './seed-demo.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
  await seedDemoCustomers(floor.app);
});
afterAll(() => floor.close());

const counts = () =>
  floor.db.rows<{ status: string; many: number }>(
    sql`SELECT status, count(*)::int AS many FROM jobs GROUP BY status ORDER BY status`,
  );

test('a demo installation has jobs once, done and to come, however often and on however many nodes it starts', async () => {
  await Promise.all([seedDemoJobs(floor.app), seedDemoJobs(floor.app)]);
  const first = await counts();
  const byStatus = new Map(first.map(({ status, many }) => [status, many]));
  expect(byStatus.get('completed')).toBeGreaterThan(100);
  expect(byStatus.get('scheduled')).toBeGreaterThan(40);
  expect(byStatus.get('canceled')).toBeGreaterThan(0);
  expect(byStatus.get('unscheduled')).toBeGreaterThan(0);
  await seedDemoJobs(floor.app);
  expect(await counts()).toEqual(first);
});

test('on whatever day it starts', async () => {
  for (let day = 0; day < 7; day++) {
    await floor.db.rows(sql`DELETE FROM jobs`);
    const nowMs = () => Date.parse('2026-03-02T15:00:00Z') + day * 86_400_000;
    await seedDemoJobs({ ...floor.app, clock: { ...floor.app.clock, nowMs } });
    expect(await floor.db.rows(sql`SELECT FROM jobs WHERE status = 'scheduled'`)).not.toEqual([]);
    const [late] = await floor.db.rows(
      sql`SELECT id FROM jobs WHERE completed_at > now() OR completed_at <> ends_at`,
    );
    expect(late).toBeUndefined();
  }
});
