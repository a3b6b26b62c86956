import { describe, expect, test } from 'vitest';
import { addressIn } from './addresses.ts';
import { changeIn, customerIn, customerOut, numberNames } from './customers.ts';
import { employeeOut } from './employees.ts';
import { filterIn, jobIn, jobOut } from './jobs.ts';
import { theirPath, theirPathWith } from './names.ts';
import { queryOf } from './query.ts';
import { tagNamed, tagOut } from './tags.ts';
import { at, errorsOf, job, maria } from './testing/samples.ts';

describe('a customer', () => {
  test('has one number of each kind in their shape, and keeps the others when one is changed', () => {
    expect(customerOut(maria, queryOf(''))).toMatchObject({
      mobile_number: '+14155550132',
      home_number: null,
      work_number: '+14155550140',
    });
    expect(changeIn({ mobile_number: '415 555 0199', work_number: null }, maria).phones).toEqual([
      { kind: 'mobile', number: '415 555 0199' },
      { kind: 'mobile', number: '+14155550133', extension: null },
    ]);
    expect(changeIn({ home_number: '415 555 0150' }, maria).phones).toHaveLength(4);
  });

  test('has the extension of a number behind it, and may be given one in the same way', () => {
    const phones = [{ kind: 'work', number: '+14155550140', extension: '12' } as const];
    const shown = customerOut({ ...maria, phones }, queryOf(''));
    expect(shown).toMatchObject({ work_number: '+14155550140 ext. 12' });
    expect(changeIn({ mobile_number: '415 555 0199' }, { ...maria, phones }).phones).toEqual([
      { kind: 'mobile', number: '415 555 0199' },
      ...phones,
    ]);
  });

  test('changes in what is named and in nothing else; null empties', () => {
    expect(changeIn({ last_name: null, notes: null, tags: null }, maria)).toEqual({
      lastName: null,
      notes: '',
      tags: [],
    });
    expect(changeIn({}, maria)).toEqual({});
  });

  test('with a number that is none is told which of the three fields it came in', () => {
    const { phones } = customerIn({ home_number: '1', work_number: '2' });
    expect(['phones.0.number', 'phones.1.number', 'lastName'].map(numberNames(phones ?? []))).toEqual([
      'home_number',
      'work_number',
      'lastName',
    ]);
  });

  test.each([
    ['us', 'us'],
    ['USA', 'US'],
    ['United States', 'US'],
    ['germany', 'DE'],
    ['Wonderland', 'Wonderland'],
  ])('lives in %s, which is the country %s', (written, country) => {
    expect(addressIn({ street: '12 Oak Street', country: written }).country).toBe(country);
  });
});

describe('a job', () => {
  test('is called by its first line, and shows its words in one', () => {
    const body = { customer_id: 'cus_1', address_id: 'adr_1' };
    expect(jobIn({ ...body, line_items: [{ name: 'Valve' }] }, 'UTC')).toMatchObject({
      value: { title: 'Valve' },
    });
    expect(jobIn(body, 'UTC')).toMatchObject({ value: { title: 'Service call', schedule: null } });
    expect(jobOut(job, { customer: maria, employees: [], query: queryOf('') })).toMatchObject({
      description: 'Water heater\nLeaks',
      invoice_number: '7',
      work_status: 'scheduled',
      customer: { notes: [{ content: 'Dog in the yard' }] },
    });
  });

  test.each([
    ['unscheduled', 'needs scheduling'],
    ['scheduled', 'scheduled'],
    ['in_progress', 'in progress'],
    ['completed', 'complete unrated'],
    ['canceled', 'pro canceled'],
  ] as const)('that is %s here is "%s" there, and is found by both', (status, theirs) => {
    const around = { customer: maria, employees: [], query: queryOf('') };
    expect(jobOut({ ...job, status }, around)).toMatchObject({ work_status: theirs });
    for (const word of [status, theirs])
      expect(filterIn(queryOf(`?work_status[]=${encodeURIComponent(word)}`))).toMatchObject({
        value: { statuses: [status] },
      });
  });

  test('is filtered by lists in every spelling, and by times with and without a zone', () => {
    for (const search of [
      'employee_ids[]=usr_1&employee_ids[]=usr_2',
      'employee_ids=usr_1&employee_ids=usr_2',
      'employee_ids=usr_1,usr_2',
      'employee_ids[0]=usr_1&employee_ids[1]=usr_2',
      'employee_ids%5B%5D=usr_1&employee_ids%5B%5D=usr_2&employee_ids[x]=usr_3',
    ])
      expect(filterIn(queryOf(search))).toMatchObject({ value: { assigneeIds: ['usr_1', 'usr_2'] } });
    expect(
      filterIn(
        queryOf('scheduled_start_min=2026-11-24T10:00:00&scheduled_end_max=2026-11-24T18:00:00-06:00'),
      ),
    ).toMatchObject({
      value: {
        startsFrom: { at: '2026-11-24T10:00:00', isLocal: true },
        endsTo: { at: '2026-11-25T00:00:00Z', isLocal: false },
      },
    });
    const many = Array.from({ length: 300 }, (_, i) => `usr_${i}`);
    expect(filterIn(queryOf(`employee_ids=${many.join(',')}`))).toMatchObject({
      value: { assigneeIds: many },
    });
    expect(errorsOf(filterIn(queryOf('scheduled_end_min=soon&work_status=lost')))).toEqual([
      'scheduled_end_min',
      'work_status',
    ]);
    expect(filterIn(queryOf('customer_id=%00'))).toMatchObject({ value: { customerId: 'nobody' } });
  });
});

describe('a tag', () => {
  test.each(['urgent', 'two words', 'ünïcode 🔧', '../etc', 'tag_', 'x'.repeat(40)])(
    '%s is found by its id',
    (name) => {
      const { id } = tagOut(name);
      expect(id).toMatch(/^tag_[\w-]{0,195}$/);
      expect(tagNamed(id)).toBe(name);
    },
  );

  test('is found by its name, too', () => {
    expect(['urgent', 'tag_%', 'tag_!!'].map(tagNamed)).toEqual(['urgent', 'tag_%', 'tag_!!']);
  });
});

describe('somebody who may be given a job', () => {
  const robin = {
    id: 'usr_1' as never,
    name: 'Robin van der Vale',
    email: 'robin@example.com',
    createdAt: at,
  };
  test('has two names made of one, and may do what the role says', () => {
    expect(employeeOut({ ...robin, role: 'rep' }, true)).toMatchObject({
      first_name: 'Robin van der',
      last_name: 'Vale',
      email: 'robin@example.com',
      permissions: { is_admin: false, can_see_reporting: false, can_add_and_edit_job: true },
    });
    expect(employeeOut({ ...robin, name: 'Robin', role: 'admin' }, false)).toMatchObject({
      first_name: 'Robin',
      last_name: '',
      email: '',
      role: 'admin',
      permissions: { is_admin: true, can_see_reporting: true },
    });
  });
});

test('the fields of a refusal have their names', () => {
  expect(
    ['lineItems.0.unitPriceCents', 'addresses.1.unit', 'schedule.end', 'customerId'].map(theirPath),
  ).toEqual([
    'line_items.0.unit_price',
    'addresses.1.street_line_2',
    'schedule.scheduled_end',
    'customer_id',
  ]);
  const rename = theirPathWith({ schedule: '', end: 'end_time' });
  expect(rename('schedule.end')).toBe('end_time');
});
