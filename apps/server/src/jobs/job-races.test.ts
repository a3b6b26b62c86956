import type { CallId, Result, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimCall } from '../calls/claim-call.ts';
import { linkCall } from '../calls/link-call.ts';
import { deleteAddress } from '../customers/change-addresses.ts';
import { deleteCustomer } from '../customers/delete-customer.ts';
import { sql } from '../database/sql.ts';
import { ask, bookedJob, from, type Served } from '../testing/booked-job.ts';
import { dana, good } from '../testing/customers.ts';
import { type Floor, lockWaited, openFloor } from '../testing/floor.ts';
import { servedCustomer } from '../testing/served-customer.ts';
import { changeJob } from './change-job.ts';
import { noteJob } from './note-job.ts';
import { findJob } from './store.ts';

let floor: Floor;
let rep: UserId;
let maria: Served;
beforeAll(async () => {
  floor = await openFloor({ connections: 12 });
});
beforeEach(async () => {
  await floor.clear();
  rep = await floor.rep('Dana');
  maria = await servedCustomer(floor);
});
afterAll(() => floor.close());

/** Holds the customer, lets `late` begin and wait, does `first` in the same transaction, and answers what became of `late`. */
async function passing<Value>(first: (tx: typeof floor.db) => Promise<unknown>, late: () => Promise<Value>) {
  let waiting: Promise<Value> | null = null;
  await floor.db.transaction(async (tx) => {
    await tx.rows(sql`SELECT FROM customers WHERE id = ${maria.customerId} FOR UPDATE`);
    waiting = late();
    await lockWaited(floor.db);
    await first({ ...floor.db, ...tx });
  });
  return waiting as unknown as Promise<Value>;
}
const codeOf = (answer: Result<unknown>) => (answer.ok ? null : answer.error.code);
const pathsOf = (answer: Result<unknown>) =>
  answer.ok ? [] : (answer.error.details?.errors ?? []).map(({ path }) => path);
const everyJob = () => floor.db.rows(sql`SELECT id FROM jobs`);
async function callOf(customerId: Served['customerId']): Promise<CallId> {
  const callId = await floor.ring();
  await claimCall(floor.app, { callId, repId: rep });
  await linkCall(floor.app, { callId, repId: rep, customerId });
  return callId;
}

describe('a job that is booked while something happens to what it leans on', () => {
  test('is refused when the customer was archived a moment before', async () => {
    const archive = (tx: typeof floor.db) =>
      tx.rows(sql`UPDATE customers SET archived_at = desk_now() WHERE id = ${maria.customerId}`);
    expect(codeOf(await passing(archive, () => ask(floor, maria)))).toBe('CUSTOMER_ARCHIVED');
    expect(await everyJob()).toEqual([]);
  });

  test('is refused when the customer was removed a moment before', async () => {
    const remove = (tx: typeof floor.db) =>
      tx.rows(sql`DELETE FROM customers WHERE id = ${maria.customerId}`);
    expect(pathsOf(await passing(remove, () => ask(floor, maria)))).toEqual(['customerId']);
  });

  test('is refused when the address was removed a moment before, and so is a change to it', async () => {
    const remove = (tx: typeof floor.db) => tx.rows(sql`DELETE FROM addresses WHERE id = ${maria.addressId}`);
    expect(pathsOf(await passing(remove, () => ask(floor, maria)))).toEqual(['addressId']);
    const reyes = await servedCustomer(floor, { lastName: 'Reyes' });
    const job = await bookedJob(floor, reyes);
    await floor.db.rows(
      sql`INSERT INTO addresses (id, customer_id, street) VALUES ('adr_2', ${reyes.customerId}, '7 Elm')`,
    );
    maria = reyes;
    const removeNew = (tx: typeof floor.db) => tx.rows(sql`DELETE FROM addresses WHERE id = 'adr_2'`);
    const move = () => changeJob(floor.app, { id: job.id, version: 1, addressId: 'adr_2' as never });
    expect(pathsOf(await passing(removeNew, move))).toEqual(['addressId']);
    expect(await findJob(floor.db, job.id)).toEqual(job);
  });

  test('is refused when the call was linked to somebody else a moment before, and the call names no job', async () => {
    const reyes = await servedCustomer(floor, { lastName: 'Reyes' });
    const callId = await callOf(maria.customerId);
    const relink = (tx: typeof floor.db) =>
      tx.rows(sql`UPDATE calls SET customer_id = ${reyes.customerId} WHERE id = ${callId}`);
    expect(pathsOf(await passing(relink, () => ask(floor, maria, { callId })))).toEqual(['callId']);
    expect((await floor.call(callId)).jobIds).toEqual([]);
    expect(await everyJob()).toEqual([]);
  });

  test('in a hundred races with the removal of its customer never stands without one', async () => {
    for (let round = 0; round < 25; round++) {
      const served = await servedCustomer(floor);
      const callId = await callOf(served.customerId);
      await floor.db.rows(
        sql`UPDATE calls SET customer_id = NULL WHERE id = ${callId} AND ${round % 2 === 0}`,
      );
      const asks = round % 2 === 0 ? {} : { callId };
      const answers = await Promise.all([
        ask(floor, served, asks),
        deleteCustomer(floor.app, served.customerId, dana),
        ask(floor, served, asks),
        deleteAddress(floor.app, { id: served.customerId, addressId: served.addressId }, dana),
      ]);
      for (const answer of answers)
        expect([null, 'INPUT_INVALID', 'CUSTOMER_ARCHIVED', 'NOT_FOUND', 'ADDRESS_IN_USE']).toContain(
          codeOf(answer),
        );
      const jobs = await floor.db.rows<{ id: string }>(
        sql`SELECT id FROM jobs WHERE customer_id = ${served.customerId} ORDER BY id`,
      );
      const booked = [answers[0], answers[2]].flatMap((answer) => (answer.ok ? [answer.value.id] : []));
      expect(jobs.map(({ id }) => id)).toEqual(booked.toSorted());
      if (round % 2 === 1) expect((await floor.call(callId)).jobIds.toSorted()).toEqual(booked.toSorted());
      await floor.db.rows(
        sql`UPDATE calls SET status = 'closed', ended_at = now(), wrapped_at = now(), disposition = 'x' WHERE id = ${callId}`,
      );
    }
  });
});

describe('two jobs of one customer', () => {
  test('that are to change places at once stay where they are, and each hears what is in the way', async () => {
    const one = await bookedJob(floor, maria, { schedule: from('09:00', '10:00') });
    const two = await bookedJob(floor, maria, { schedule: from('11:00', '12:00') });
    const answers = await Promise.all([
      changeJob(floor.app, { id: one.id, version: 1, schedule: from('11:00', '12:00') }),
      changeJob(floor.app, { id: two.id, version: 1, schedule: from('09:00', '10:00') }),
    ]);
    expect(answers).toMatchObject([
      { error: { code: 'JOB_OVERLAPS', details: { conflicts: [{ jobId: two.id }] } } },
      { error: { code: 'JOB_OVERLAPS', details: { conflicts: [{ jobId: one.id }] } } },
    ]);
  });

  test('never refuse each other a time without naming who is in the way', async () => {
    const jobs = await Promise.all(
      ['08', '12', '16'].map((hour) =>
        bookedJob(floor, maria, { schedule: from(`${hour}:00`, `${hour}:30`) }),
      ),
    );
    const hours = ['09', '10', '11'];
    const versions = new Map(jobs.map((job) => [job.id, 1]));
    for (let round = 0; round < 15; round++) {
      const answers = await Promise.all(
        jobs.map((job, i) => {
          const hour = hours[(i + round) % 3] ?? '09';
          return changeJob(floor.app, {
            id: job.id,
            version: versions.get(job.id) ?? 1,
            schedule: from(`${hour}:00`, `${hour}:59`),
          });
        }),
      );
      answers.forEach((answer, i) => {
        if (answer.ok) versions.set(answer.value.id, answer.value.version);
        else
          expect({ i, error: answer.error }).toMatchObject({
            error: { code: 'JOB_OVERLAPS', details: { conflicts: [{}] } },
          });
      });
    }
  });
});

describe('a change of a job', () => {
  test('that was made already, after an answer that was lost, changes nothing again', async () => {
    const line = {
      name: 'Visit',
      kind: 'labor',
      unitPriceCents: 100,
      unitCostCents: 0,
      quantity: 1,
    } as const;
    const job = await bookedJob(floor, maria);
    const wish = {
      id: job.id,
      version: 1,
      title: 'Water heater',
      schedule: from('09:00', '10:00'),
      lineItems: [{ ...line, isTaxable: true }],
      assigneeIds: [rep],
    };
    const first = good(await changeJob(floor.app, wish));
    expect(good(await changeJob(floor.app, wish))).toEqual(first);
    expect(first.version).toBe(2);
  });

  test('of an older version is refused, and the refusal brings what is there now', async () => {
    const job = await bookedJob(floor, maria);
    await changeJob(floor.app, { id: job.id, version: 1, title: 'Water heater' });
    expect(await changeJob(floor.app, { id: job.id, version: 1, title: 'Furnace' })).toMatchObject({
      error: { code: 'STALE', details: { version: 2, job: { title: 'Water heater' } } },
    });
  });

  test('without an id changes nobody’s, and so does a note', async () => {
    const job = await bookedJob(floor, maria);
    for (const id of [undefined, null, '', '%', `${job.id}' OR '1'='1`] as never[]) {
      expect(codeOf(await changeJob(floor.app, { id, version: 1, title: 'Taken' }))).toBe('NOT_FOUND');
      expect(codeOf(await noteJob(floor.app, { id, text: 'Taken' }, rep))).toBe('NOT_FOUND');
      expect(await findJob(floor.db, id)).toBeNull();
    }
    expect(await findJob(floor.db, job.id)).toEqual(job);
  });

  test('to canceled keeps when it was begun', async () => {
    const job = await bookedJob(floor, maria, { schedule: from('09:00', '10:00'), status: 'in_progress' });
    const canceled = good(await changeJob(floor.app, { id: job.id, version: 1, status: 'canceled' }));
    expect(canceled).toMatchObject({ startedAt: job.startedAt, canceledAt: expect.any(String) });
    expect(job.startedAt).not.toBeNull();
  });

  test('gives it to nobody who was disabled, and leaves it with who has it', async () => {
    const lee = await floor.rep('Lee');
    const job = await bookedJob(floor, maria, { assigneeIds: [lee] });
    await floor.db.rows(sql`UPDATE users SET disabled_at = now() WHERE id = ${lee}`);
    expect(await changeJob(floor.app, { id: job.id, version: 1, title: 'Furnace' })).toMatchObject({
      ok: true,
      value: { assignees: [{ name: 'Lee' }] },
    });
    await changeJob(floor.app, { id: job.id, version: 2, assigneeIds: [] });
    const again = await changeJob(floor.app, { id: job.id, version: 3, assigneeIds: [lee] });
    expect(pathsOf(again)).toEqual(['assigneeIds.0']);
  });
});
