import type { Customer, Question } from '@ringdesk/shared';
import { operations } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { addressOf, allListed, dana, good, makeCustomer, nobody } from '../testing/customers.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { addAddress, changeAddress, deleteAddress } from './change-addresses.ts';
import { listAddresses, readAddress } from './read-addresses.ts';
import { readCustomer } from './read-customer.ts';
import { readTimeline } from './read-timeline.ts';

let floor: Floor;
let customer: Customer;
beforeAll(async () => {
  floor = await openFloor({ connections: 12 });
});
beforeEach(async () => {
  await floor.clear();
  customer = await makeCustomer(floor, {
    lastName: 'Lopez',
    addresses: [{ street: '12 Oak Street', city: 'Fairview' }],
  });
});
afterAll(() => floor.close());

const add = async (said: Omit<Question<'address.create'>, 'id'>, id = customer.id) => {
  await floor.clock.advance(1);
  return addAddress(floor.app, operations['address.create'].input.parse({ ...said, id }), dana);
};
const change = async (fields: object, of = addressOf(customer)) => {
  await floor.clock.advance(1);
  const { id: addressId, version } = of;
  return changeAddress(floor.app, { id: customer.id, addressId, version, ...fields }, dana);
};
const listed = async (asked: Partial<Question<'addresses.list'>> = {}) =>
  good(
    await listAddresses(floor.app, operations['addresses.list'].input.parse({ id: customer.id, ...asked })),
  );
const timeline = async (cursor?: string, limit = 25) =>
  good(await readTimeline(floor.app, { id: customer.id, limit, ...(cursor && { cursor }) }));
const book = (id: string) =>
  floor.db.rows(sql`INSERT INTO jobs (id, customer_id, address_id, title, tags, created_at)
    VALUES (${id}, ${customer.id}, ${addressOf(customer).id}, 'Leak', '{}', desk_now())`);

test('addresses that are made with a customer stand in the order in which they were said', async () => {
  const streets = Array.from({ length: 12 }, (_, i) => `${i + 1} Elm Street`);
  const made = await makeCustomer(floor, {
    lastName: 'Okafor',
    addresses: streets.map((street) => ({ street })),
  });
  expect(made.addresses.map(({ street }) => street)).toEqual(streets);
  const again = await readCustomer(floor.app, made.id);
  expect(good(again).addresses.map(({ street }) => street)).toEqual(streets);
});

describe('an address', () => {
  test('is added, found by its street, and read as one of the customer’s', async () => {
    const made = good(await add({ kind: 'billing', street: ' 7 Elm Road ', zip: '75069' }));
    expect(made).toMatchObject({
      kind: 'billing',
      street: '7 Elm Road',
      zip: '75069',
      city: null,
      version: 1,
    });
    expect(good(await readAddress(floor.app, { id: customer.id, addressId: made.id }))).toEqual(made);
    expect((await listed()).items.map((it) => it.street)).toEqual(['12 Oak Street', '7 Elm Road']);
    expect(await allListed(floor, { q: 'elm' })).toHaveLength(1);
    expect(good(await readCustomer(floor.app, customer.id)).version).toBe(customer.version);
  });

  test('stands in pages that meet, the oldest first, also where several were made at once', async () => {
    const { id } = await makeCustomer(floor, {
      lastName: 'Reyes',
      addresses: Array.from({ length: 20 }, (_, i) => ({ street: `${i} Elm` })),
    });
    for (let i = 0; i < 10; i++) await add({ street: `later ${i}` }, id);
    const whole = (await listed({ id, limit: 100 })).items;
    expect(whole).toEqual(good(await readCustomer(floor.app, id)).addresses);
    expect((await listed({ id })).items).toHaveLength(25);
    const paged = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listed({ id, limit: 7, ...(cursor && { cursor }) });
      paged.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  test('that is the first one tells the zone of a customer of whom nobody said it', async () => {
    const unknown = await makeCustomer(floor, { lastName: 'Reyes' });
    const told = await makeCustomer(floor, { lastName: 'Kim', timeZone: 'Europe/Berlin' });
    for (const { id } of [unknown, told]) await add({ street: '7 Elm', state: 'CA' }, id);
    expect(good(await readCustomer(floor.app, unknown.id))).toMatchObject({
      timeZone: 'America/Los_Angeles',
      version: unknown.version + 1,
    });
    expect(good(await readCustomer(floor.app, told.id))).toMatchObject({
      timeZone: 'Europe/Berlin',
      version: told.version,
    });
  });

  test('changes in what is named and nothing else; an older version is refused', async () => {
    const changed = good(await change({ unit: '4B', city: undefined }));
    expect(changed).toMatchObject({ street: '12 Oak Street', unit: '4B', city: 'Fairview', version: 2 });
    expect(await change({ street: '13 Oak Street' })).toMatchObject({
      error: { code: 'STALE', details: { version: 2, address: { unit: '4B' } } },
    });
    expect(await change({ unit: '4B' })).toMatchObject({ ok: true, value: { version: 2 } });
  });

  test('by twenty writers of one version is changed by one of them', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => change({ street: `${i + 100} Oak Street` })),
    );
    expect(results.filter((it) => it.ok)).toHaveLength(1);
  });

  test('that a job uses stays; another one goes', async () => {
    await book('job_1');
    const { id: addressId } = addressOf(customer);
    expect(await deleteAddress(floor.app, { id: customer.id, addressId }, dana)).toMatchObject({
      error: { code: 'ADDRESS_IN_USE' },
    });
    const other = good(await add({ street: '7 Elm' }));
    expect(await deleteAddress(floor.app, { id: customer.id, addressId: other.id }, dana)).toMatchObject({
      ok: true,
    });
    expect(await allListed(floor, { q: 'elm' })).toEqual([]);
  });

  test('of somebody else is as if it were not there', async () => {
    const other = await makeCustomer(floor, { lastName: 'Reyes', addresses: [{ street: '1 Mill Road' }] });
    const addressId = addressOf(other).id;
    for (const id of [customer.id, nobody, undefined as never]) {
      expect(await readAddress(floor.app, { id, addressId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
      expect(await deleteAddress(floor.app, { id, addressId }, dana)).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
      expect(
        await changeAddress(floor.app, { id, addressId, version: 1, street: 'Taken' }, dana),
      ).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
    expect(await readAddress(floor.app, { id: other.id, addressId: undefined as never })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(good(await readCustomer(floor.app, other.id)).addresses).toEqual(other.addresses);
  });
});

describe('the timeline', () => {
  test('has calls, jobs and changes, the newest first', async () => {
    const callId = await floor.ring();
    await floor.db.rows(sql`UPDATE calls SET customer_id = ${customer.id} WHERE id = ${callId}`);
    await floor.clock.advance(1);
    await book('job_1');
    await change({ unit: '4B' });
    const { items, nextCursor } = await timeline();
    expect(nextCursor).toBeNull();
    expect(items.map((it) => it.kind)).toEqual(['change', 'job', 'call', 'change']);
    expect(items[0]).toMatchObject({
      changes: [
        {
          field: 'address',
          before: 'service: 12 Oak Street, Fairview',
          after: 'service: 12 Oak Street 4B, Fairview',
        },
      ],
    });
    expect(items[1]).toMatchObject({ jobId: 'job_1', title: 'Leak', start: null });
    expect(items[2]).toMatchObject({ callId, status: 'waiting' });
  });

  test('is paged across the three kinds without hole or repeat, also where several happen at once', async () => {
    for (let i = 0; i < 9; i++) {
      const callId = await floor.ring();
      await floor.db.rows(sql`UPDATE calls SET customer_id = ${customer.id} WHERE id = ${callId}`);
      if (i % 3 === 0)
        await change({ unit: `${i}` }, addressOf(good(await readCustomer(floor.app, customer.id))));
      if (i % 2 === 0) await book(`job_${i}`);
    }
    const whole = (await timeline()).items;
    const paged = [];
    for (let cursor: string | undefined; ; ) {
      const page = await timeline(cursor, 2);
      paged.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(whole).toHaveLength(18);
    expect(paged).toEqual(whole);
  });

  test('of nobody is not found', async () => {
    for (const id of [nobody, undefined as never])
      expect(await readTimeline(floor.app, { id, limit: 5 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
