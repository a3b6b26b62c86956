import { operations, type Question } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeCustomer } from '../customers/change-customer.ts';
import { importCustomers } from '../customers/import-customers.ts';
import { type Statement, sql } from '../database/sql.ts';
import { bookedJob } from '../testing/booked-job.ts';
import { addressOf, dana, good, makeCustomer } from '../testing/customers.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { changeJob } from './change-job.ts';
import { listJobs } from './jobs.store.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ connections: 12 });
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const addresses = [{ street: '12 Oak Street' }];
const booked = async (title: string, said: Question<'customer.create'> = { lastName: 'Lopez' }) => {
  const customer = await makeCustomer(floor, { ...said, addresses });
  return bookedJob(floor, { customerId: customer.id, addressId: addressOf(customer).id }, { title });
};
const titlesFor = async (q: string, more: Question<'jobs.list'> = {}) => {
  const filter = operations['jobs.list'].input.parse({ q, ...more });
  return (await listJobs(floor.db, { ...filter, after: null })).map((job) => job.title).sort();
};

describe('the list of jobs', () => {
  beforeEach(async () => {
    await booked('AC does not cool', { firstName: 'Zoë', lastName: 'Peña' });
    await booked('Réparer le chauffe-eau', { company: 'Müller & Søn' });
    await booked('Back door sticks', { firstName: 'Max', lastName: 'Acker', company: 'Acme' });
  });

  test.each([
    ['pena', ['AC does not cool']],
    ['PEÑA zoe', ['AC does not cool']],
    ['reparer', ['Réparer le chauffe-eau']],
    ['chauffe eau', ['Réparer le chauffe-eau']],
    ['muller', ['Réparer le chauffe-eau']],
    ['søn', ['Réparer le chauffe-eau']],
    ['son eau', ['Réparer le chauffe-eau']],
    ['ac', ['AC does not cool', 'Back door sticks']],
    ['AC cool', ['AC does not cool']],
    ['cool pena', ['AC does not cool']],
    ['icks', ['Back door sticks']],
    ['acme', ['Back door sticks']],
    ['zzz', []],
    ['pena door', []],
    ['!!', []],
    ['%', []],
    ['#', []],
    ['', ['AC does not cool', 'Back door sticks', 'Réparer le chauffe-eau']],
  ])(
    'is searched by title and by the name of the customer, accents and capitals ignored: "%s"',
    async (q, titles) => {
      expect(await titlesFor(q)).toEqual(titles);
    },
  );

  test('is searched by number, with its sign or without', async () => {
    const { number } = await booked('Pipe bursts');
    const other = await booked(`Model ${number}7 hums`);
    expect(await titlesFor(`#${number}`)).toEqual(['Pipe bursts']);
    expect(await titlesFor(`${other.number}`)).toContain(other.title);
    expect(await titlesFor(`${number}`)).toContain('Pipe bursts');
    expect(await titlesFor(`${number}7`)).toEqual([other.title]);
    expect(await titlesFor('#99999999999')).toEqual([]);
  });

  test('is searched within the other filters', async () => {
    const { customerId } = await booked('AC hums', { lastName: 'Peña' });
    expect(await titlesFor('pena', { customerId })).toEqual(['AC hums']);
    expect(await titlesFor('pena', { status: 'canceled' })).toEqual([]);
    expect(await titlesFor('pena', { sort: 'start' })).toEqual([]);
  });
});

describe('a job is found by what it is called now', () => {
  test('when its title is changed', async () => {
    const { id } = await booked('Pipe bursts', { lastName: 'Peña' });
    const change = operations['job.change'].input.parse({ id, version: 1, title: 'Möbel kaputt' });
    good(await changeJob(floor.app, change));
    expect(await titlesFor('pipe')).toEqual([]);
    expect(await titlesFor('mobel pena')).toEqual(['Möbel kaputt']);
  });

  test('when its customer gets another name, by hand or from a file', async () => {
    const { customerId } = await booked('Pipe bursts', { lastName: 'Peña', email: 'pena@example.com' });
    await booked('Pipe leaks', { lastName: 'Kim' });
    const change = { id: customerId, version: 1, lastName: 'Núñez' };
    good(await changeCustomer(floor.app, operations['customer.change'].input.parse(change), dana));
    expect(await titlesFor('pena')).toEqual([]);
    expect(await titlesFor('nunez pipe')).toEqual(['Pipe bursts']);
    const file = {
      rows: [{ Mail: 'pena@example.com', Company: 'Ångström AB' }],
      columns: { Mail: 'email', Company: 'company' },
      isDryRun: false,
      onDuplicate: 'update',
    } as const;
    good(await importCustomers(floor.app, { ...file, rows: [...file.rows] }, dana));
    expect(await titlesFor('angstrom nunez')).toEqual(['Pipe bursts']);
    expect(await titlesFor('pipe')).toEqual(['Pipe bursts', 'Pipe leaks']);
  });

  test('when its customer is called by an email or a number alone', async () => {
    const { customerId } = await booked('Pipe bursts', { email: 'pena@example.com' });
    await booked('Pipe leaks', { phones: [{ number: '(415) 555-0132' }] });
    expect(await titlesFor('pena@example.com')).toEqual(['Pipe bursts']);
    expect(await titlesFor('+1 415 555 0132')).toEqual(['Pipe leaks']);
    const change = { id: customerId, version: 1, lastName: 'Kim' };
    good(await changeCustomer(floor.app, operations['customer.change'].input.parse(change), dana));
    expect(await titlesFor('kim')).toEqual(['Pipe bursts']);
    expect(await titlesFor('pena@example.com')).toEqual([]);
  });

  test('when the customer is renamed while jobs are booked', async () => {
    const customer = await makeCustomer(floor, { lastName: 'Before', addresses });
    const served = { customerId: customer.id, addressId: addressOf(customer).id };
    const rename = (lastName: string, version: number) =>
      changeCustomer(floor.app, { id: customer.id, version, lastName }, dana);
    await Promise.all([
      ...Array.from({ length: 10 }, (_, i) => bookedJob(floor, served, { title: `Pipe ${i}` })),
      rename('Meanwhile', 1).then(() => rename('Finally', 2)),
      ...Array.from({ length: 10 }, (_, i) => bookedJob(floor, served, { title: `Door ${i}` })),
    ]);
    expect(await titlesFor('finally')).toHaveLength(20);
    expect(await titlesFor('before')).toEqual([]);
    expect(await titlesFor('meanwhile')).toEqual([]);
  });
});

test('among many jobs those with a word are read from an index', async () => {
  const { customerId } = await booked('Valve xylophone');
  await floor.db.rows(sql`INSERT INTO jobs (id, customer_id, address_id, title, searched, tags)
    SELECT 'job_many_' || i, j.customer_id, j.address_id, 'Annual service', ' annual service | lopez', '{}'
    FROM generate_series(1, 5000) i, jobs j WHERE j.customer_id = ${customerId}`);
  await floor.db.rows(sql`ANALYZE jobs`);
  const asked: Statement[] = [];
  const fresh = <Row extends Record<string, unknown>>(statement: Statement) => {
    asked.push(statement);
    return floor.db.fresh<Row>(statement);
  };
  const filter = operations['jobs.list'].input.parse({ q: 'xylophone' });
  expect(await listJobs({ rows: floor.db.rows, fresh }, { ...filter, after: null })).toHaveLength(1);
  const plans = asked.map((statement) => floor.db.fresh<{ 'QUERY PLAN': string }>(sql`EXPLAIN ${statement}`));
  const plan = (await Promise.all(plans)).flat().map((line) => line['QUERY PLAN']);
  expect(plan.join('\n')).toContain('Bitmap Index Scan on jobs_searched_idx');
}, 30_000);
