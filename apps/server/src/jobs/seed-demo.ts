import { type JobStatus, newId, type Random, seededRandom } from '@ringdesk/shared';
import { Temporal } from 'temporal-polyfill';
import type { App } from '../app.ts';
import { customersToServe, mayFill, repIds, type Served, setBack } from './demo.store.ts';
import { keptLines } from './line-items.ts';
import { insertJob } from './store.ts';

const served = 170;
const seed = 4;
/** Days from today on which they lie. */
const firstDay = -60;
const lastDay = 16;
const sunday = 7;

interface Work {
  readonly title: string;
  readonly minutes: number;
  readonly laborCents: number;
  readonly part: readonly [name: string, cents: number] | null;
}

const works: readonly Work[] = [
  { title: 'Water heater leaks', minutes: 120, laborCents: 18_000, part: ['Relief valve', 4_850] },
  { title: 'Air conditioning does not cool', minutes: 90, laborCents: 14_500, part: ['Capacitor', 6_200] },
  { title: 'Furnace maintenance', minutes: 60, laborCents: 9_900, part: ['Filter', 2_400] },
  { title: 'Kitchen drain is clogged', minutes: 60, laborCents: 12_000, part: null },
  { title: 'Breaker trips', minutes: 90, laborCents: 15_000, part: ['Breaker, 20 A', 3_100] },
  { title: 'Garage door stays open', minutes: 120, laborCents: 16_500, part: ['Torsion spring', 8_900] },
  { title: 'Dishwasher does not drain', minutes: 60, laborCents: 11_000, part: ['Drain hose', 2_900] },
  { title: 'Estimate for a new roof', minutes: 60, laborCents: 0, part: null },
  { title: 'Ants in the kitchen', minutes: 45, laborCents: 13_000, part: null },
  { title: 'Outlet for a car', minutes: 180, laborCents: 42_000, part: ['Cable and outlet', 21_500] },
];

/**
 * Books the jobs of a demo installation, where there are none yet: done ones for the timelines, and some for today and the
 * next two weeks, so that the calendar shows what is taken. Each customer has at most one on a day.
 */
export async function seedDemoJobs(app: Pick<App, 'db' | 'clock' | 'random'>): Promise<void> {
  await app.db.transaction(async (tx) => {
    if (!(await mayFill(tx))) return;
    const random = seededRandom(seed);
    const reps = await repIds(tx);
    for (const customer of await customersToServe(tx, served)) {
      for (const job of jobsOf(app, customer, random)) {
        const given = reps[Math.floor(random() * reps.length)];
        await insertJob(tx, { ...job, assigneeIds: given === undefined ? [] : [given] });
      }
    }
    await setBack(tx);
  });
}

type NewJob = Parameters<typeof insertJob>[1];

/** One or two jobs of a customer, on days of their own. */
function jobsOf(app: Pick<App, 'clock' | 'random'>, customer: Served, random: Random): readonly NewJob[] {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const days = [whole(firstDay, -1), ...(random() < 0.6 ? [whole(0, lastDay)] : [])];
  const mornings = days.map((day) => workdayMorning(app.clock.nowMs(), customer.timeZone, day));
  // Who would be asked for a Sunday is asked for the Monday after it, which may be the other day.
  const apart = mornings.filter((one, i) => mornings.findIndex((other) => other.equals(one)) === i);
  return apart.map((morning) => {
    const work = works[whole(0, works.length - 1)] ?? works[0];
    if (work === undefined) throw new Error('there is nothing to do');
    const start = morning.add({ minutes: 30 * whole(0, 16) });
    const end = start.add({ minutes: work.minutes });
    const status = statusAt({ start, end, nowMs: app.clock.nowMs() }, random);
    return {
      ...ticketOf(app, work),
      customerId: customer.customerId,
      addressId: customer.addressId,
      status,
      schedule:
        status === 'unscheduled'
          ? null
          : {
              start: start.toInstant().toString(),
              end: end.toInstant().toString(),
              arrivalWindowMinutes: 30,
            },
    };
  });
}

function ticketOf(app: Pick<App, 'clock' | 'random'>, { title, laborCents, part }: Work) {
  const each = { unitCostCents: 0, quantity: 1, isTaxable: true };
  return {
    id: newId.job({ nowMs: app.clock.nowMs, random: app.random }),
    callId: null,
    byId: null,
    title,
    description: '',
    lineItems: keptLines(
      app,
      [
        { ...each, name: 'Labor', kind: 'labor', unitPriceCents: laborCents },
        ...(part === null
          ? []
          : [{ ...each, name: part[0], kind: 'materials' as const, unitPriceCents: part[1] }]),
      ],
      [],
    ),
    assigneeIds: [],
    tags: [],
    leadSource: null,
  };
}

function statusAt(
  job: {
    readonly start: Temporal.ZonedDateTime;
    readonly end: Temporal.ZonedDateTime;
    readonly nowMs: number;
  },
  random: Random,
): JobStatus {
  const isUnusual = random() < 0.07;
  if (job.end.epochMilliseconds <= job.nowMs) return isUnusual ? 'canceled' : 'completed';
  if (job.start.epochMilliseconds <= job.nowMs) return 'in_progress';
  return isUnusual ? 'unscheduled' : 'scheduled';
}

/** Eight in the morning of a day from today, a Monday instead of a Sunday. */
function workdayMorning(nowMs: number, timeZone: string, days: number): Temporal.ZonedDateTime {
  const date = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days });
  const workday = date.dayOfWeek === sunday ? date.add({ days: 1 }) : date;
  return workday.toZonedDateTime({ timeZone, plainTime: { hour: 8 } });
}
