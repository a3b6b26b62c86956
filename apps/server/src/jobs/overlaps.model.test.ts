import type { Input, Job, JobId, Result } from '@ringdesk/shared';
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

const base = Date.parse('2026-10-31T22:00:00-05:00');
const momentOf = (quarter: number) => new Date(base + quarter * 900_000).toISOString();
const scheduleOf = (time: Time | null) =>
  time && {
    start: momentOf(time.start),
    end: momentOf(time.start + time.quarters),
    arrivalWindowMinutes: 0,
  };

const time = fc.option(fc.record({ start: fc.nat(40), quarters: fc.integer({ min: 1, max: 12 }) }));
const step = fc.oneof(
  fc.record({ does: fc.constant('book' as const), time, whose: fc.nat(1) }),
  fc.record({ does: fc.constant('move' as const), time, which: fc.nat() }),
  fc.record({ does: fc.constant('cancel' as const), which: fc.nat() }),
  fc.record({ does: fc.constant('bring back' as const), which: fc.nat() }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What stands where, by counting: who would be in the way of a job that takes this time. */
function inTheWay(jobs: Iterable<Job>, of: Pick<Job, 'customerId' | 'schedule' | 'status'>, id?: JobId) {
  const { customerId, schedule, status } = of;
  if (schedule === null || status === 'canceled') return [];
  return [...jobs]
    .filter((it) => it.customerId === customerId && it.status !== 'canceled' && it.id !== id)
    .filter(
      (it) => it.schedule !== null && it.schedule.start < schedule.end && schedule.start < it.schedule.end,
    )
    .map((it) => it.id)
    .toSorted();
}

function changeIn(job: Job, it: Exclude<Step, { does: 'book' }>): Input<'job.change'> {
  const { id, version, schedule } = job;
  if (it.does === 'move') return { id, version, schedule: scheduleOf(it.time) };
  if (it.does === 'cancel') return { id, version, status: 'canceled' };
  return { id, version, status: schedule === null ? 'unscheduled' : 'scheduled' };
}

function judge(jobs: Map<JobId, Job>, answer: Result<Job>, way: readonly string[]): void {
  if (answer.ok) {
    expect(way).toEqual([]);
    jobs.set(answer.value.id, answer.value);
    return;
  }
  expect(answer.error.code).toBe('JOB_OVERLAPS');
  const conflicts = answer.error.details?.['conflicts'] as readonly { jobId: string }[];
  expect(conflicts.map(({ jobId }) => jobId).toSorted()).toEqual(way);
  expect(way).not.toEqual([]);
}

test('a time is given exactly when no other job of the customer has a part of it, whatever was booked, moved, canceled and brought back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      await floor.clear();
      const customers: readonly Served[] = [await servedCustomer(floor), await servedCustomer(floor)];
      const jobs = new Map<JobId, Job>();
      for (const it of steps) {
        if (it.does === 'book') {
          const [served] = customers.slice(it.whose);
          if (served === undefined) throw new Error('there are two customers');
          const schedule = scheduleOf(it.time);
          const way = inTheWay(jobs.values(), { ...served, schedule, status: 'scheduled' });
          judge(jobs, await ask(floor, served, { schedule }), way);
          continue;
        }
        const job = [...jobs.values()][it.which % Math.max(1, jobs.size)];
        if (job === undefined) continue;
        const change = changeIn(job, it);
        const { schedule = job.schedule, status = job.status } = change;
        const way = inTheWay(jobs.values(), { ...job, schedule, status }, job.id);
        judge(jobs, await changeJob(floor.app, change), way);
      }
      const overlapping = await floor.db.rows(sql`SELECT FROM jobs a JOIN jobs b ON a.id < b.id
        AND a.customer_id = b.customer_id AND a.status <> 'canceled' AND b.status <> 'canceled'
        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`);
      expect(overlapping).toEqual([]);
      expect(await floor.db.rows(sql`SELECT FROM jobs`)).toHaveLength(jobs.size);
    }),
    { seed: 11, numRuns: 20 },
  );
}, 60_000);
