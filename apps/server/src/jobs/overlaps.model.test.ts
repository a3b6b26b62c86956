import type { Job, JobStatus } from '@ringdesk/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { ask, type Served } from '../testing/booked-job.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { servedCustomer } from '../testing/served-customer.ts';
import { changeJob } from './change-job.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.close());

/** A time in quarters of an hour from a Saturday on, so that it runs over the night in which the clocks go back. */
interface Time {
  readonly start: number;
  readonly quarters: number;
}
interface Kept extends Time {
  readonly job: Job;
}

const base = Date.parse('2026-10-31T22:00:00-05:00');
const scheduleOf = ({ start, quarters }: Time) => ({
  start: new Date(base + start * 900_000).toISOString(),
  end: new Date(base + (start + quarters) * 900_000).toISOString(),
  arrivalWindowMinutes: 0,
});
const touch = (a: Time, b: Time) => a.start < b.start + b.quarters && b.start < a.start + a.quarters;

const time = fc.record({ start: fc.nat(40), quarters: fc.integer({ min: 1, max: 12 }) });
const step = fc.oneof(
  fc.record({ does: fc.constant('book' as const), time, whose: fc.nat(1) }),
  fc.record({ does: fc.constant('move' as const), time, which: fc.nat() }),
  fc.record({ does: fc.constant('cancel' as const), which: fc.nat() }),
  fc.record({ does: fc.constant('bring back' as const), which: fc.nat() }),
);

test('a time is given exactly when no other job of the customer has a part of it, whatever was booked, moved, canceled and brought back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      await floor.clear();
      const customers: readonly Served[] = [await servedCustomer(floor), await servedCustomer(floor)];
      const jobs = new Map<string, Kept>();
      const inTheWay = (customerId: string, wish: Time, except?: string) =>
        [...jobs.values()]
          .filter(
            ({ job }) => job.customerId === customerId && job.status !== 'canceled' && job.id !== except,
          )
          .filter((one) => touch(one, wish))
          .map(({ job }) => job.id)
          .toSorted();
      const judge = (
        answer: Awaited<ReturnType<typeof ask>>,
        { wish, way }: { wish: Time; way: readonly string[] },
      ) => {
        if (answer.ok) {
          expect(way).toEqual([]);
          jobs.set(answer.value.id, { job: answer.value, ...wish });
          return;
        }
        expect(answer.error.code).toBe('JOB_OVERLAPS');
        const conflicts = answer.error.details?.['conflicts'] as readonly { jobId: string }[];
        expect(conflicts.map(({ jobId }) => jobId).toSorted()).toEqual(way);
        expect(way).not.toEqual([]);
      };
      for (const it of steps) {
        if (it.does === 'book') {
          const served = customers[it.whose] ?? customers[0];
          if (served === undefined) continue;
          const way = inTheWay(served.customerId, it.time);
          judge(await ask(floor, served, { schedule: scheduleOf(it.time) }), { wish: it.time, way });
          continue;
        }
        const kept = [...jobs.values()][it.which % Math.max(1, jobs.size)];
        if (kept === undefined) continue;
        const { job, start, quarters } = kept;
        const wish = it.does === 'move' ? it.time : { start, quarters };
        const status: JobStatus | undefined =
          it.does === 'cancel' ? 'canceled' : it.does === 'bring back' ? 'scheduled' : undefined;
        const isOut = it.does === 'cancel' || (it.does === 'move' && job.status === 'canceled');
        const way = isOut ? [] : inTheWay(job.customerId, wish, job.id);
        const change = {
          id: job.id,
          version: job.version,
          schedule: scheduleOf(wish),
          ...(status === undefined ? {} : { status }),
        };
        judge(await changeJob(floor.app, change), { wish, way });
      }
      const rows =
        await floor.db.rows(sql`SELECT FROM jobs a JOIN jobs b ON a.id < b.id AND a.customer_id = b.customer_id
        AND a.status <> 'canceled' AND b.status <> 'canceled' AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`);
      expect(rows).toEqual([]);
      expect(await floor.db.rows(sql`SELECT FROM jobs`)).toHaveLength(jobs.size);
    }),
    { seed: 11, numRuns: 20 },
  );
}, 60_000);
