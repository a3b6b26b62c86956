import { operations, type Question } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { allListed, dana, good, makeCustomer } from '../testing/customers.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { changeCustomer } from './change-customer.ts';
import { exportCustomers } from './export-customers.ts';
import { importCustomers } from './import-customers.ts';
import { lookupCustomers } from './lookup-customers.ts';
import { readTimeline } from './read-timeline.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const front = { kind: 'work', number: '+14155550132', extension: null } as const;
const desk12 = { ...front, extension: '12' } as const;
const desk34 = { ...front, extension: '34' } as const;
const change = async (said: Question<'customer.change'>) =>
  good(await changeCustomer(floor.app, operations['customer.change'].input.parse(said), dana));
const bring = async (rows: Record<string, string>[], onDuplicate: 'skip' | 'update' = 'skip') =>
  good(
    await importCustomers(
      floor.app,
      { rows, columns: { Name: 'name', Work: 'work' }, isDryRun: false, onDuplicate },
      dana,
    ),
  ).results;

describe('the extension of a number', () => {
  test('is kept, and one number may have several', async () => {
    const phones = ['(415) 555-0132', '(415) 555-0132 ext. 12', '+1 415 555 0132 x34'];
    const made = await makeCustomer(floor, {
      company: 'Acme',
      phones: phones.map((number) => ({ kind: 'work', number })),
    });
    expect(made.phones).toEqual([front, desk12, desk34]);
    const [listed] = await allListed(floor, {});
    expect(listed?.phones).toEqual([front, desk12, desk34]);
  });

  test('is changed and taken away like the number, and its history tells so', async () => {
    const made = await makeCustomer(floor, { company: 'Acme', phones: [front] });
    await floor.clock.advance(1);
    const now = await change({ id: made.id, version: 1, phones: [{ ...front, number: '415 555 0132 x12' }] });
    expect(now.phones).toEqual([desk12]);
    await floor.clock.advance(1);
    expect((await change({ id: made.id, version: 2, phones: [desk34] })).phones).toEqual([desk34]);
    await floor.clock.advance(1);
    expect((await change({ id: made.id, version: 3, phones: [front] })).phones).toEqual([front]);
    const { items } = good(await readTimeline(floor.app, { id: made.id, limit: 3 }));
    expect(items.map((it) => it.kind === 'change' && it.changes)).toEqual([
      [{ field: 'phones', before: 'work +14155550132 ext. 34', after: 'work +14155550132' }],
      [{ field: 'phones', before: 'work +14155550132 ext. 12', after: 'work +14155550132 ext. 34' }],
      [{ field: 'phones', before: 'work +14155550132', after: 'work +14155550132 ext. 12' }],
    ]);
  });

  test('is nothing that a lookup or a search asks for: who has the number is found once', async () => {
    const { id } = await makeCustomer(floor, { company: 'Acme', phones: [desk12, desk34] });
    for (const phone of ['415 555 0132', '415 555 0132 ext. 99']) {
      const found = good(await lookupCustomers(floor.app, { phone }));
      expect(found).toMatchObject({ phone: '+14155550132', items: [{ id, phones: [desk12, desk34] }] });
    }
    for (const q of ['(415) 555-0132', '(415) 555-0132 ext. 12', '555-0132 x9'])
      expect(await allListed(floor, { q })).toMatchObject([{ id }]);
  });

  test('goes out in the cell of its number and comes in again', async () => {
    await makeCustomer(floor, { company: 'Acme', phones: [front, desk12, desk34] });
    let text = '';
    for await (const piece of good(await exportCustomers(floor.app, { archived: 'no' }))) text += piece;
    const cell = '+14155550132; +14155550132 ext. 12; +14155550132 ext. 34';
    expect(text).toContain(cell);
    await floor.clear();
    await bring([{ Name: 'Acme', Work: `'${cell}; tel:+1-415-555-0199;ext=7` }]);
    const [again] = await allListed(floor, {});
    const other = { ...front, number: '+14155550199', extension: '7' };
    expect(again?.phones).toEqual([front, desk12, desk34, other]);
  });

  test('stays when a file that is brought in names the number without it', async () => {
    await makeCustomer(floor, { company: 'Acme', phones: [desk12] });
    await bring([{ Name: 'Ann Acme', Work: '415-555-0132; 415-555-0132 x34' }], 'update');
    const [now] = await allListed(floor, {});
    expect(now).toMatchObject({ name: 'Ann Acme', phones: [desk12, desk34] });
  });

  test('is digits, and not too many, whoever writes', async () => {
    const said = (extension: string) => ({ company: 'Acme', phones: [{ ...front, extension }] });
    for (const extension of ['12a', '123456789', '-1'])
      expect(operations['customer.create'].input.safeParse(said(extension)).success).toBe(false);
    expect((await makeCustomer(floor, said(''))).phones).toEqual([front]);
    const write =
      floor.db.rows(sql`INSERT INTO customer_phones (customer_id, kind, number, extension, position)
      SELECT id, 'work', '+14155550133', '12a', 2 FROM customers`);
    await expect(write).rejects.toThrow('customer_phones_extensions_are_digits');
  });
});
