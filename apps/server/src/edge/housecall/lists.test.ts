import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { type Ask, askingAs, employee, newCustomer } from './testing/asking.ts';

let server: TestServer;
let ask: Ask;
beforeAll(async () => {
  server = await startTestServer();
  ask = await askingAs(server, ['read-records', 'write-records']);
});
afterAll(async () => {
  expect(server.troubles).toEqual([]);
  await server.close();
});

const good = async (...asked: Parameters<Ask>) => {
  const { status, body } = await ask(...asked);
  if (status >= 300)
    throw new Error(`${asked[0]} ${asked[1]} was answered with ${status}: ${JSON.stringify(body)}`);
  return body;
};
const idsIn = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('a list', () => {
  test('of customers is numbered without hole or repeat, either way, in each order', async () => {
    const tag = `list ${Math.random()}`;
    for (let i = 0; i < 7; i++)
      await newCustomer(ask, {
        first_name: `Page ${i % 3}`,
        last_name: `Pagina${i % 2}`,
        email: i % 2 ? `p${i}@example.com` : null,
        tags: [tag],
      });
    for (const sort of ['created_at', 'updated_at', 'first_name', 'last_name', 'company', 'email', 'id'])
      for (const direction of ['asc', 'desc']) {
        const seen: string[] = [];
        for (let page = 1; page <= 3; page++) {
          const it = await good(
            'GET',
            `/customers?q=pagina&page=${page}&page_size=3&sort_by=${sort}&sort_direction=${direction}`,
          );
          expect(it).toMatchObject({ page, page_size: 3, total_pages: 3, total_items: 7 });
          seen.push(...idsIn(it.customers));
        }
        expect(new Set(seen).size).toBe(7);
        const all = await good(
          'GET',
          `/customers?q=pagina&page_size=200&sort_by=${sort}&sort_direction=${direction}`,
        );
        expect(idsIn(all.customers)).toEqual(seen);
        if (sort === 'id')
          expect(seen).toEqual([...seen].sort((a, b) => (a < b === (direction === 'asc') ? -1 : 1)));
      }
    for (const page of [9, 999_999_999_999_999])
      expect(await good('GET', `/customers?q=pagina&page=${page}`)).toMatchObject({
        customers: [],
        total_items: 7,
      });
  });

  test('of customers finds words in name, email, number and address', async () => {
    const { customerId } = await newCustomer(ask, {
      first_name: 'Zoë',
      last_name: 'Quixote',
      email: 'windmill@example.com',
      home_number: '(415) 555-0187',
      addresses: [{ street: '77 Sancho Lane', city: 'Toboso', state: 'CA', zip: '94110', country: 'US' }],
    });
    for (const q of [
      'zoe quix',
      'windmill@example.com',
      '555-0187',
      '(415) 555-0187',
      'sancho toboso',
      'QUIXOTE',
    ])
      expect(idsIn((await good('GET', `/customers?q=${encodeURIComponent(q)}`)).customers)).toEqual([
        customerId,
      ]);
    expect((await good('GET', '/customers?q=quixote%20nowhere')).total_items).toBe(0);
    expect((await good('GET', '/customers?q=%20%20')).total_items).toBeGreaterThan(0);
  });

  test('of jobs is filtered by customer, people, status and time in the zone of each customer', async () => {
    const robin = await employee(server, 'Robin Filter');
    const eastern = await newCustomer(ask, {
      addresses: [{ street: '1 Main', city: 'Albany', state: 'NY', zip: '12207', country: 'US' }],
    });
    const book = (of: typeof eastern, more: object) =>
      good('POST', '/jobs', {
        customer_id: of.customerId,
        address_id: of.addressId,
        assigned_employee_ids: [robin],
        ...more,
      });
    const central = await newCustomer(ask);
    const early = await book(eastern, {
      schedule: { scheduled_start: '2027-01-05T09:00:00', scheduled_end: '2027-01-05T10:00:00' },
    });
    const late = await book(central, {
      schedule: { scheduled_start: '2027-01-05T09:30:00', scheduled_end: '2027-01-05T11:00:00' },
    });
    const open = await book(central, {});
    const found = async (search: string) =>
      idsIn(
        (await good('GET', `/jobs?employee_ids[]=${robin}&sort_by=id&sort_direction=asc&${search}`)).jobs,
      );
    expect(new Set(await found(''))).toEqual(new Set([early.id, late.id, open.id]));
    expect(await found('work_status[]=unscheduled')).toEqual([open.id]);
    expect(await found('work_status[]=unscheduled&work_status[]=scheduled')).toHaveLength(3);
    expect(await found(`customer_id=${eastern.customerId}`)).toEqual([early.id]);
    expect(await found('customer_id=cus_nobody')).toEqual([]);
    // Half past nine on the wall is half past ten in New York: a moment of one zone divides them otherwise.
    expect(await found('scheduled_start_max=2027-01-05T09:00:00')).toEqual([early.id]);
    expect(await found('scheduled_start_min=2027-01-05T09:30:00')).toEqual([late.id]);
    expect(await found('scheduled_start_min=2027-01-05T15:00:00Z')).toEqual([late.id]);
    expect(await found('scheduled_end_max=2027-01-05T15:00:00Z')).toEqual([early.id]);
    expect(await found('scheduled_end_min=2027-01-05T11:00:00')).toEqual([late.id]);
    expect(await found('scheduled_start_min=2027-01-06')).toEqual([]);
    const newest = await good('GET', `/jobs?employee_ids=${robin}&sort_by=invoice_number&page_size=1`);
    expect(newest).toMatchObject({ total_items: 3, total_pages: 3, jobs: [{ id: open.id }] });
  });

  test('of addresses and of people is numbered, too', async () => {
    const { customerId, addressId } = await newCustomer(ask);
    const more = await good('POST', `/customers/${customerId}/addresses`, {
      street: '9 Elm Street',
      street_line_2: 'Unit 4',
      city: 'Springfield',
      state: 'IL',
      zip: '62701',
      country: 'United States',
    });
    expect(more).toMatchObject({ street_line_2: 'Unit 4', country: 'US', type: 'service' });
    const page = await good(
      'GET',
      `/customers/${customerId}/addresses?page=2&page_size=1&sort_direction=asc`,
    );
    expect(page).toMatchObject({ page: 2, total_pages: 2, total_items: 2, addresses: [{ id: more.id }] });
    expect(idsIn((await good('GET', `/customers/${customerId}/addresses`)).addresses)).toEqual([
      more.id,
      addressId,
    ]);
    const { total_items } = await good('GET', '/employees');
    const people = await good('GET', '/employees?page_size=200&sort_by=first_name&sort_direction=asc');
    expect([people.total_items, people.employees.length]).toEqual([total_items, total_items]);
  });
});
