import type { AddressId, CustomerId, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, bookedJob, from } from '../testing/booked-job.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { servedCustomer } from '../testing/served-customer.ts';
import { jobHandlers } from './handlers.ts';

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

const booked = (more: Parameters<typeof bookedJob>[2] = {}) =>
  bookedJob(floor, { customerId, addressId }, more);

describe('what is taken and what is free', () => {
  const handlers = () => jobHandlers(floor.app);
  const ask = <Name extends keyof ReturnType<typeof jobHandlers>>(name: Name, input: unknown) =>
    (
      handlers()[name] as (
        ask: unknown,
      ) => Promise<{ ok: boolean; value: { items: unknown[]; nextCursor: string | null } }>
    )({
      input,
      asker: { kind: 'person', userId: dana },
    });

  test('tells the jobs of the customer and of the assignees that touch the time', async () => {
    const other = await servedCustomer(floor, { lastName: 'Reyes' });
    await booked({ schedule: from('15:00', '17:00') });
    await booked({ ...other, schedule: from('16:00', '18:00'), assigneeIds: [dana] });
    await booked({ ...other, schedule: from('20:00', '21:00') });
    const { value } = await ask('jobs.taken', {
      customerId,
      assigneeIds: [dana],
      from: at('16:30'),
      to: at('23:00'),
    });
    expect(value.items).toMatchObject([
      { by: 'customer', start: at('15:00') },
      { by: 'assignee', customerName: 'Maria Reyes' },
    ]);
  });

  test('offers the next times at which neither is taken', async () => {
    await booked({
      schedule: {
        start: '2026-11-24T14:00:00.000Z',
        end: '2026-11-24T16:00:00.000Z',
        arrivalWindowMinutes: 0,
      },
    });
    const { value } = await ask('jobs.free', {
      customerId,
      after: '2026-11-24T14:10:00.000Z',
      minutes: 120,
      limit: 2,
    });
    expect(value.items).toEqual([
      { start: '2026-11-24T16:00:00.000Z', end: '2026-11-24T18:00:00.000Z' },
      { start: '2026-11-24T18:00:00.000Z', end: '2026-11-24T20:00:00.000Z' },
    ]);
  });

  test('lists in pages that meet, for each way to sort', async () => {
    for (let i = 0; i < 7; i++) {
      await floor.clock.advance(1);
      await booked({
        title: `Job ${i}`,
        schedule: {
          start: at('08:00', String(10 + i)),
          end: at('09:00', String(10 + i)),
          arrivalWindowMinutes: 0,
        },
      });
    }
    for (const sort of ['-createdAt', 'start', '-start'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { value } = await ask('jobs.list', {
          sort,
          limit: 3,
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...value.items.map((item) => (item as { title: string }).title));
        cursor = value.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const inOrder = Array.from({ length: 7 }, (_, i) => `Job ${i}`);
      expect(seen).toEqual(sort === 'start' ? inOrder : inOrder.toReversed());
    }
    const found = await ask('jobs.list', { q: 'lopez', status: 'scheduled', sort: 'start', limit: 25 });
    expect(found.value.items).toHaveLength(7);
    expect((await ask('jobs.list', { q: '100%_', sort: 'start', limit: 25 })).value.items).toEqual([]);
    expect(await ask('jobs.list', { cursor: 'made up', sort: 'start', limit: 3 })).toMatchObject({
      ok: false,
    });
  });
});
