import { type AddressId, type CustomerId, JobStatus, type UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimCall } from '../calls/claim-call.ts';
import { sql } from '../database/sql.ts';
import { ask, at, bookedJob, from } from '../testing/booked-job.ts';
import { type Floor, openFloor, untold } from '../testing/floor.ts';
import { servedCustomer } from '../testing/served-customer.ts';
import { until } from '../testing/test-desk.ts';
import { changeJob } from './change-job.ts';
import { noteJob } from './note-job.ts';
import { findJob } from './store.ts';

let floor: Floor;
let dana: UserId;
let customerId: CustomerId;
let addressId: AddressId;
beforeAll(async () => {
  floor = await openFloor({ connections: 20 });
});
beforeEach(async () => {
  await floor.clear();
  dana = await floor.rep('Dana');
  ({ customerId, addressId } = await servedCustomer(floor));
});
afterAll(() => floor.close());

const create = (more: Parameters<typeof ask>[2] = {}) =>
  ask(floor, { customerId, addressId, byId: dana }, more);
const booked = (more: Parameters<typeof ask>[2] = {}) =>
  bookedJob(floor, { customerId, addressId, byId: dana }, more);

describe('a job', () => {
  test('is booked with customer, address, time, lines, assignees and what it comes to', async () => {
    const lee = await floor.rep('Lee');
    const job = await booked({
      schedule: { start: at('15:00'), end: at('17:00'), arrivalWindowMinutes: 60 },
      lineItems: [
        {
          name: 'Visit',
          kind: 'labor',
          unitPriceCents: 9_900,
          unitCostCents: 0,
          quantity: 1.5,
          isTaxable: true,
        },
        {
          name: 'Valve',
          kind: 'materials',
          unitPriceCents: 2_450,
          unitCostCents: 1_100,
          quantity: 2,
          isTaxable: true,
        },
      ],
      assigneeIds: [lee, dana, lee],
      tags: ['urgent'],
    });
    expect(job).toMatchObject({
      customerName: 'Maria Lopez',
      address: '12 Oak Street, Springfield, IL 62701',
      timeZone: 'America/Chicago',
      status: 'scheduled',
      schedule: { start: at('15:00'), end: at('17:00'), arrivalWindowMinutes: 60 },
      totalCents: 14_850 + 4_900,
      assignees: [{ name: 'Dana' }, { name: 'Lee' }],
      tags: ['urgent'],
      version: 1,
      createdBy: dana,
    });
    expect(job.lineItems.map((line) => line.name)).toEqual(['Visit', 'Valve']);
    expect(await findJob(floor.db, job.id)).toEqual(job);
  });

  test('without a time is unscheduled, and gets one later', async () => {
    const job = await booked();
    expect(job).toMatchObject({ status: 'unscheduled', schedule: null });
    const later = await changeJob(floor.app, { id: job.id, version: 1, schedule: from('15:00', '16:00') });
    expect(later).toMatchObject({ ok: true, value: { status: 'scheduled', version: 2 } });
  });

  test('changes in what is given and in nothing else', async () => {
    const job = await booked({ schedule: from('15:00', '16:00'), tags: ['urgent'], assigneeIds: [dana] });
    const changed = await changeJob(floor.app, { id: job.id, version: 1, title: 'Water heater' });
    expect(changed).toEqual({
      ok: true,
      value: { ...job, title: 'Water heater', version: 2, updatedAt: expect.any(String) },
    });
  });

  test('edited by two at once is changed by one; the other hears of the newer version', async () => {
    const job = await booked();
    const answers = await Promise.all(
      ['first', 'second', 'third'].map((title) => changeJob(floor.app, { id: job.id, version: 1, title })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(answer.error).toMatchObject({ code: 'STALE', details: { version: 2 } });
  });

  test('keeps the ids of its lines when they stay, and never takes over a line of another job', async () => {
    const line = {
      name: 'Visit',
      kind: 'labor' as const,
      unitPriceCents: 100,
      unitCostCents: 0,
      quantity: 1,
      isTaxable: true,
    };
    const other = await booked({ lineItems: [line] });
    const job = await booked({ lineItems: [line, { ...line, name: 'Valve' }] });
    const [visit, valve] = job.lineItems;
    const foreign = other.lineItems[0]?.id ?? '';
    const answer = await changeJob(floor.app, {
      id: job.id,
      version: 1,
      lineItems: [
        { ...line, id: valve?.id, name: 'Valve, brass' },
        { ...line, id: foreign, name: 'Stolen' },
      ],
    });
    const lines = answer.ok ? answer.value.lineItems : [];
    expect(lines.map(({ name }) => name)).toEqual(['Valve, brass', 'Stolen']);
    expect(lines[0]?.id).toBe(valve?.id);
    expect(lines.map(({ id }) => id)).not.toContain(visit?.id);
    expect(lines[1]?.id).not.toBe(foreign);
    expect((await findJob(floor.db, other.id))?.lineItems).toEqual(other.lineItems);
  });

  test('may become what the table of statuses allows, and its moments are kept', async () => {
    const job = await booked({ schedule: from('15:00', '16:00') });
    const begun = await changeJob(floor.app, { id: job.id, version: 1, status: 'in_progress' });
    expect(begun).toMatchObject({ ok: true, value: { startedAt: expect.any(String), completedAt: null } });
    const done = await changeJob(floor.app, { id: job.id, version: 2, status: 'completed' });
    expect(done).toMatchObject({ ok: true, value: { completedAt: expect.any(String) } });
    for (const status of JobStatus.options.filter((one) => one !== 'completed' && one !== 'in_progress'))
      expect(await changeJob(floor.app, { id: job.id, version: 3, status })).toMatchObject({
        ok: false,
        error: { code: 'JOB_STATUS_BARRED', details: { allowed: ['in_progress'] } },
      });
  });

  test('leans on what is there: customer, their own address, a call that is linked to them, people who work here', async () => {
    const other = await servedCustomer(floor, { lastName: 'Reyes' });
    const paths = async (more: Parameters<typeof ask>[2]) => {
      const answer = await create(more);
      return answer.ok ? [] : (answer.error.details?.errors ?? []).map((error) => error.path);
    };
    expect(await paths({ customerId: 'cus_nobody' as CustomerId })).toEqual(['customerId']);
    expect(await paths({ addressId: other.addressId })).toEqual(['addressId']);
    expect(await paths({ assigneeIds: [dana, 'usr_nobody' as UserId] })).toEqual(['assigneeIds.1']);
    expect(await paths({ callId: 'call_nowhere' as never })).toEqual(['callId']);
    const callId = await floor.ring();
    await claimCall(floor.app, { callId, repId: dana });
    expect(await create({ callId })).toMatchObject({ ok: false, error: { code: 'CUSTOMER_UNLINKED' } });
    await floor.db.rows(sql`UPDATE calls SET customer_id = ${other.customerId} WHERE id = ${callId}`);
    expect(await paths({ callId })).toEqual(['callId']);
    await floor.db.rows(sql`UPDATE customers SET archived_at = desk_now() WHERE id = ${customerId}`);
    expect(await create()).toMatchObject({ ok: false, error: { code: 'CUSTOMER_ARCHIVED' } });
  });

  test('booked during a call stands in the call, and every desk is told', async () => {
    const callId = await floor.ring();
    await claimCall(floor.app, { callId, repId: dana });
    await floor.db.rows(sql`UPDATE calls SET customer_id = ${customerId} WHERE id = ${callId}`);
    await floor.db.rows(sql`DELETE FROM outbox`);
    const first = await booked({ callId });
    const second = await booked({ callId });
    expect((await floor.call(callId)).jobIds).toEqual([first.id, second.id]);
    expect(await untold(floor.db)).toBe(2);
  });

  test('takes notes, each with who and when', async () => {
    const job = await booked();
    const noted = await noteJob(floor.app, { id: job.id, text: '<b>bring a ladder</b>' }, dana);
    expect(noted).toMatchObject({
      ok: true,
      value: { version: 2, notes: [{ text: '<b>bring a ladder</b>', byName: 'Dana', byId: dana }] },
    });
    const nowhere = await noteJob(floor.app, { id: 'job_nowhere' as never, text: 'x' }, dana);
    expect(nowhere).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('two jobs of one customer', () => {
  test('of which one has no time yet are never in each other’s way', async () => {
    const open = await booked();
    const first = await booked({ schedule: from('15:00', '17:00') });
    expect(await create({ schedule: from('16:00', '18:00') })).toMatchObject({
      error: { code: 'JOB_OVERLAPS', details: { conflicts: [{ jobId: first.id }] } },
    });
    const moved = await changeJob(floor.app, { id: open.id, version: 1, schedule: from('16:00', '18:00') });
    expect(moved).toMatchObject({ error: { details: { conflicts: [{ jobId: first.id }] } } });
  });

  test('never overlap; the refusal names those in the way', async () => {
    const first = await booked({ schedule: from('15:00', '17:00') });
    const second = await create({ schedule: from('16:59', '18:00') });
    expect(second).toMatchObject({
      ok: false,
      error: {
        code: 'JOB_OVERLAPS',
        details: {
          conflicts: [{ jobId: first.id, start: at('15:00'), end: at('17:00'), title: first.title }],
        },
      },
    });
  });

  test('may stand back to back, and a canceled one does not count', async () => {
    const first = await booked({ schedule: from('15:00', '17:00') });
    await booked({ schedule: from('17:00', '18:00') });
    await booked({ schedule: from('14:00', '15:00') });
    await changeJob(floor.app, { id: first.id, version: 1, status: 'canceled' });
    await booked({ schedule: from('15:30', '16:30') });
    const back = await changeJob(floor.app, { id: first.id, version: 2, status: 'scheduled' });
    expect(back).toMatchObject({ ok: false, error: { code: 'JOB_OVERLAPS' } });
  });

  test('are refused as well when one is moved, and it stays where it was', async () => {
    await booked({ schedule: from('15:00', '17:00') });
    const job = await booked({ schedule: from('18:00', '19:00') });
    const moved = await changeJob(floor.app, { id: job.id, version: 1, schedule: from('16:00', '17:30') });
    expect(moved).toMatchObject({ ok: false, error: { code: 'JOB_OVERLAPS' } });
    expect(await findJob(floor.db, job.id)).toEqual(job);
    const own = await changeJob(floor.app, { id: job.id, version: 1, schedule: from('17:00', '18:30') });
    expect(own).toMatchObject({ ok: true });
  });

  test('of another customer at the same time are fine', async () => {
    await booked({ schedule: from('15:00', '17:00') });
    const other = await servedCustomer(floor, { lastName: 'Reyes' });
    await booked({ ...other, schedule: from('15:00', '17:00') });
  });

  test('booked by a hundred at once become one', async () => {
    const racer = (i: number) =>
      create({ title: `Racer ${i}`, schedule: from(`15:${String(i % 30).padStart(2, '0')}`, '17:00') });
    // The customer's row is held until many are under way, so that none is done before the others have begun.
    const racers: ReturnType<typeof racer>[] = [];
    await floor.db.transaction(async (tx) => {
      await tx.rows(sql`SELECT FROM customers WHERE id = ${customerId} FOR UPDATE`);
      racers.push(...Array.from({ length: 100 }, (_, i) => racer(i)));
      await until('many to wait for the customer', async () => {
        const waiting = await tx.rows(sql`SELECT FROM pg_locks WHERE NOT granted`);
        return waiting.length >= 15;
      });
    });
    const answers = await Promise.all(racers);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok)
        expect(answer.error).toMatchObject({ code: 'JOB_OVERLAPS', details: { conflicts: [{}] } });
  });

  test('moved into each other at once never overlap afterwards', async () => {
    const jobs = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        booked({
          schedule: {
            start: at('08:00', String(10 + i)),
            end: at('09:00', String(10 + i)),
            arrivalWindowMinutes: 0,
          },
        }),
      ),
    );
    const answers = await Promise.all(
      jobs.map((job) => changeJob(floor.app, { id: job.id, version: 1, schedule: from('15:00', '17:00') })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});
