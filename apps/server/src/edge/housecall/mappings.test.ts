import {
  type Customer,
  Customer as CustomerShape,
  type Job,
  Job as JobShape,
  type LineItem,
} from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { addressIn } from './addresses.ts';
import { changeIn, customerIn, customerOut, numberNames } from './customers.ts';
import { employeeOut } from './employees.ts';
import { filterIn, jobIn, jobOut, workStatuses } from './jobs.ts';
import { lineOut, withLine, withLines, withoutLine } from './line-items.ts';
import { theirPath, theirPathWith } from './names.ts';
import { queryOf } from './query.ts';
import { appointmentsOut, rescheduled, scheduleIn } from './schedules.ts';
import { tagNamed, tagOut } from './tags.ts';

const at = '2026-11-24T16:00:00.000Z';
const maria: Customer = CustomerShape.parse({
  id: 'cus_1',
  name: 'Maria Lopez',
  firstName: 'Maria',
  lastName: 'Lopez',
  company: null,
  email: null,
  phones: [
    { kind: 'mobile', number: '+14155550132' },
    { kind: 'mobile', number: '+14155550133' },
    { kind: 'work', number: '+14155550140' },
  ],
  tags: [],
  notes: 'Dog in the yard',
  leadSource: null,
  timeZone: 'America/Chicago',
  addresses: [],
  archivedAt: null,
  version: 1,
  createdAt: at,
  createdBy: null,
  updatedAt: at,
  updatedBy: null,
});
const line = (id: string, more: Partial<LineItem> = {}): LineItem => ({
  id,
  name: id,
  description: null,
  kind: 'labor',
  unitPriceCents: 10_000,
  unitCostCents: 0,
  quantity: 1,
  isTaxable: true,
  ...more,
});
const job: Job = JobShape.parse({
  id: 'job_1',
  number: 7,
  customerId: 'cus_1',
  customerName: 'Maria Lopez',
  addressId: 'adr_1',
  address: '12 Oak Street',
  timeZone: 'America/Chicago',
  callId: null,
  title: 'Water heater',
  description: 'Leaks',
  status: 'scheduled',
  schedule: { start: '2026-11-24T16:00:00.000Z', end: '2026-11-24T18:00:00.000Z', arrivalWindowMinutes: 30 },
  lineItems: [line('li_1'), line('li_2')],
  totalCents: 20_000,
  assignees: [],
  notes: [],
  tags: [],
  leadSource: null,
  startedAt: null,
  completedAt: null,
  canceledAt: null,
  version: 1,
  createdAt: at,
  createdBy: null,
  updatedAt: at,
});
const errorsOf = (result: {
  ok: boolean;
  error?: { details?: { errors?: { path: string }[] | undefined } | undefined };
}) => result.error?.details?.errors?.map(({ path }) => path);

describe('a customer', () => {
  test('has one number of each kind in their shape, and keeps the others when one is changed', () => {
    expect(customerOut(maria, queryOf(''))).toMatchObject({
      mobile_number: '+14155550132',
      home_number: null,
      work_number: '+14155550140',
    });
    expect(changeIn({ mobile_number: '415 555 0199', work_number: null }, maria).phones).toEqual([
      { kind: 'mobile', number: '415 555 0199' },
      { kind: 'mobile', number: '+14155550133' },
    ]);
    expect(changeIn({ home_number: '415 555 0150' }, maria).phones).toHaveLength(4);
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

  test.each(Object.entries(workStatuses))(
    'that is %s here is "%s" there, and is found by both',
    (ours, theirs) => {
      for (const word of [ours, theirs])
        expect(filterIn(queryOf(`?work_status[]=${encodeURIComponent(word)}`))).toMatchObject({
          value: { statuses: [ours] },
        });
    },
  );

  test('is filtered by lists in every spelling, and by times with and without a zone', () => {
    for (const search of [
      'employee_ids[]=usr_1&employee_ids[]=usr_2',
      'employee_ids=usr_1&employee_ids=usr_2',
      'employee_ids=usr_1,usr_2',
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
    expect(errorsOf(filterIn(queryOf('scheduled_end_min=soon&work_status=lost')))).toEqual([
      'scheduled_end_min',
      'work_status',
    ]);
    expect(filterIn(queryOf('customer_id=%00'))).toMatchObject({ value: { customerId: 'nobody' } });
  });
});

describe('the time of a job', () => {
  const zone = 'America/Chicago';
  test.each([
    ['in the zone of the customer', '2026-11-24T10:00:00', '2026-11-24T16:00:00Z'],
    ['in summer', '2026-07-01T10:00', '2026-07-01T15:00:00Z'],
    ['with a zone of its own', '2026-11-24T10:00:00+01:00', '2026-11-24T09:00:00Z'],
    ['in UTC', '2026-11-24T10:00:00.5Z', '2026-11-24T10:00:00.5Z'],
    ['in the hour that is not there in spring', '2026-03-08T02:30:00', '2026-03-08T08:30:00Z'],
    ['in the hour that is there twice in autumn, the first', '2026-11-01T01:30:00', '2026-11-01T06:30:00Z'],
  ])('is read %s', (_, scheduled_start, start) => {
    expect(scheduleIn({ scheduled_start }, zone)).toMatchObject({ value: { start } });
  });

  test.each([
    'tomorrow',
    '2026-02-30T10:00:00',
    '0000-01-01T10:00:00Z',
    '2026-11-24T25:00:00',
    '+275760-09-13',
  ])('is not read from %s', (scheduled_start) => {
    expect(errorsOf(scheduleIn({ scheduled_start }, zone))).toEqual(['schedule.scheduled_start']);
  });

  test('lasts an hour where no end is told, and as long as before when it is moved', () => {
    expect(scheduleIn({ scheduled_start: '2026-11-24T10:00:00' }, zone)).toMatchObject({
      value: { end: '2026-11-24T17:00:00.000Z', arrivalWindowMinutes: 0 },
    });
    expect(rescheduled({ start_time: '2026-11-25T10:00:00' }, job)).toEqual({
      ok: true,
      value: {
        schedule: {
          start: '2026-11-25T16:00:00Z',
          end: '2026-11-25T18:00:00.000Z',
          arrivalWindowMinutes: 30,
        },
      },
    });
  });

  test('at any time of a day is its working hours, told as any time again', () => {
    const day = scheduleIn({ anytime: true, anytime_start_date: '2026-11-24' }, zone);
    expect(day).toEqual({
      ok: true,
      value: { start: '2026-11-24T14:00:00Z', end: '2026-11-25T00:00:00Z', arrivalWindowMinutes: 600 },
    });
    const schedule = day.ok ? day.value : null;
    expect(appointmentsOut({ ...job, schedule })).toMatchObject([
      { anytime: true, start_date: '2026-11-24' },
    ]);
    expect(appointmentsOut(job)).toMatchObject([{ anytime: false }]);
    for (const anytime_start_date of [undefined, 'x', '2026-11-24T10:00:00'])
      expect(errorsOf(scheduleIn({ anytime: true, anytime_start_date }, zone))).toEqual([
        'schedule.anytime_start_date',
      ]);
  });

  test('with an end and no start is none', () => {
    expect(errorsOf(scheduleIn({ scheduled_end: '2026-11-24T10:00:00' }, zone))).toEqual([
      'schedule.scheduled_start',
    ]);
    expect(scheduleIn({}, zone)).toEqual({ ok: true, value: null });
  });
});

describe('the lines of a job', () => {
  test('are written over by id, added without, and go when they are not named', () => {
    const body = { line_items: [{ id: 'li_2', name: 'Valve' }, { name: 'Visit' }], append_line_items: false };
    expect(withLines(job, body)).toMatchObject({
      value: { lineItems: [{ id: 'li_2', name: 'Valve', unitPriceCents: 10_000 }, { name: 'Visit' }] },
    });
    const appended = withLines(job, { ...body, append_line_items: true });
    expect(appended).toMatchObject({
      value: { lineItems: [{ id: 'li_1', name: 'li_1' }, { id: 'li_2', name: 'Valve' }, { name: 'Visit' }] },
    });
  });

  test('of another job are not theirs', () => {
    const body = { line_items: [{ name: 'a' }, { id: 'li_9', name: 'b' }], append_line_items: true };
    expect(errorsOf(withLines(job, body))).toEqual(['line_items.1.id']);
    expect(withLine(job, 'li_9', { name: 'b' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(withoutLine(job, 'li_9')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('tell what each adds to the total, discounts below zero', () => {
    const lines = [
      line('a', { quantity: 1.5 }),
      line('b', { kind: 'fixed discount', unitPriceCents: 500 }),
      line('c', { kind: 'percent discount', unitPriceCents: 1_000 }),
      line('d', { kind: 'fixed gratuity', unitPriceCents: 300 }),
    ];
    expect(lines.map((_, i) => lineOut(lines, i))).toMatchObject([
      { amount: 15_000, order_index: 0, taxable: true },
      { amount: -500 },
      { amount: -1_500 },
      { amount: 300, order_index: 3 },
    ]);
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
