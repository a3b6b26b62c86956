import { AddressId, CallId, CustomerId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import {
  draftFrom,
  draftTotal,
  emptyJob,
  onlyAdds,
  problemsBeside,
  readJob,
  usualAddress,
  wishOf,
  withHeard,
} from './job-draft.ts';

const around = {
  customerId: CustomerId.parse('cus_1'),
  addressId: AddressId.parse('adr_1'),
  callId: CallId.parse('call_1'),
};
const testAddress = {
  customerId: around.customerId,
  street: '12 Oak Street',
  unit: null,
  city: null,
  state: null,
  zip: null,
  country: 'US',
  version: 1,
  createdAt: '2026-11-24T15:00:00.000Z',
  updatedAt: '2026-11-24T15:00:00.000Z',
};
const wish = (date: string | null, from: string | null, to: string | null) =>
  wishOf({ field: 'wishedDate', date, from, to, start: null, end: null });
const line = (name: string, price: string, quantity = '1') => ({
  kind: 'labor' as const,
  name,
  price,
  quantity,
});

describe('a time that was heard', () => {
  it.each([
    [
      'a day alone is the whole working day',
      '2026-11-24',
      null,
      null,
      { from: 480, to: 1080, isWindow: true },
    ],
    ['two near times are the job', '2026-11-24', '14:00', '16:00', { from: 840, to: 960, isWindow: false }],
    ['a morning is a window', '2026-11-24', '08:00', '12:00', { from: 480, to: 720, isWindow: true }],
    ['after four leaves the evening', '2026-11-24', '16:00', null, { from: 960, to: 1200, isWindow: true }],
    ['before ten leaves the morning', '2026-11-24', null, '10:00', { from: 480, to: 600, isWindow: false }],
  ] as const)('%s', (_what, date, from, to, meant) => {
    expect(wish(date, from, to)).toMatchObject(meant);
  });

  it('without a day is no time yet', () => {
    expect(wish(null, '14:00', null)).toBeNull();
  });
});

describe('a job that is being typed', () => {
  it('takes the problem as its title and the wish as its time, and nothing else that was heard', () => {
    const problem = { value: { field: 'problem', kind: 'water heater' }, text: 'Water heater' } as const;
    expect(withHeard(emptyJob, problem)?.title).toBe('Water heater');
    expect(withHeard(emptyJob, { value: { field: 'email', email: 'a@example.com' }, text: '' })).toBeNull();
  });

  it('keeps the words of a time without a day, to be completed', () => {
    const value = {
      field: 'wishedDate',
      date: null,
      from: '16:00',
      to: null,
      start: null,
      end: null,
    } as const;
    expect(withHeard(emptyJob, { value, text: 'after 4 PM' })).toMatchObject({
      typed: 'after 4 PM',
      wish: null,
    });
  });

  it('loses nothing that was typed when all that was heard is taken', () => {
    const problem = { field: 'problem', kind: 'roof' } as const;
    const time = { field: 'wishedDate', date: null, from: null, to: null, start: null, end: null } as const;
    expect([onlyAdds(emptyJob, problem), onlyAdds(emptyJob, time)]).toEqual([true, true]);
    expect(onlyAdds({ ...emptyJob, title: 'Boiler' }, problem)).toBe(false);
    expect(onlyAdds({ ...emptyJob, typed: 'tue' }, time)).toBe(false);
    expect(onlyAdds({ ...emptyJob, start: '2026-11-24T16:00:00Z' }, time)).toBe(false);
  });

  it('is at the first address that is served, not where bills go', () => {
    const [bills, house, cabin] = ['billing', 'service', 'service'].map((kind, place) => ({
      ...testAddress,
      id: AddressId.parse(`adr_${place}`),
      kind: kind === 'billing' ? ('billing' as const) : ('service' as const),
    }));
    const all = [bills, house, cabin].filter((one) => one !== undefined);
    expect(usualAddress(all)).toBe(house);
    expect(usualAddress(all.slice(0, 1))).toBe(bills);
    expect(usualAddress([])).toBeUndefined();
  });

  it('adds up in cents, and not at all while an amount is none', () => {
    expect(draftTotal([])).toBe(0);
    expect(draftTotal([line('Visit', '99.90'), line('Hose', '$1,200', '2.5'), line('', '')])).toBe(
      9_990 + 300_000,
    );
    expect(draftTotal([line('Visit', 'a lot')])).toBeNull();
  });

  it('is asked for with what is filled in', () => {
    const read = readJob(
      { ...emptyJob, title: ' Water heater ', lines: [line('', ''), line('Visit', '99')] },
      around,
    );
    expect(read).toMatchObject({
      kind: 'question',
      question: {
        ...around,
        title: ' Water heater ',
        lineItems: [{ name: 'Visit', unitPriceCents: 9_900, quantity: 1 }],
      },
    });
  });

  it('says beside the field what is missing or wrong', () => {
    expect(readJob(emptyJob, around)).toMatchObject({ problems: { title: expect.any(String) } });
    expect(readJob({ ...emptyJob, title: 'x', lines: [line('Visit', '1.234.5')] }, around)).toMatchObject({
      problems: { 'lineItems.0.price': expect.any(String) },
    });
    expect(readJob({ ...emptyJob, title: 'x', lines: [line('', '12')] }, around)).toMatchObject({
      problems: { 'lineItems.0.name': expect.any(String) },
    });
    const backwards = { ...emptyJob, title: 'x', start: '2026-11-24T16:00:00Z', end: '2026-11-24T14:00:00Z' };
    expect(readJob(backwards, around)).toMatchObject({ problems: { schedule: expect.any(String) } });
  });

  it('is no job without a time when words stand there that are no time', () => {
    expect(readJob({ ...emptyJob, title: 'x', typed: 'some day' }, around)).toMatchObject({
      problems: { schedule: expect.stringContaining('no time yet') },
    });
  });

  it('says it beside the line of the form, not of those that are sent; and what has no field, at its foot', () => {
    const lines = [line('', ''), line('Visit', '99')];
    expect(
      readJob({ ...emptyJob, title: 'x', lines: [line('', ''), line('Visit', 'a lot')] }, around),
    ).toMatchObject({
      problems: { 'lineItems.1.price': expect.any(String) },
    });
    const errors = [
      { path: 'lineItems.0.name', message: 'expected some words' },
      { path: 'assigneeIds.0', message: 'there is nobody who could be given this job' },
      { path: 'tags.1', message: 'Too big: expected string to have <=40 characters' },
    ];
    expect(problemsBeside(errors, { lines })).toEqual({
      'lineItems.1.name': 'Say what is charged',
      form: 'There is nobody who could be given this job',
      tags: 'Use at most 40 characters',
    });
  });

  it('comes back into the form as it was typed', () => {
    const typed = {
      ...emptyJob,
      addressId: 'adr_1',
      title: 'Boiler',
      description: 'In the basement',
      start: '2026-11-24T14:00:00Z',
      end: '2026-11-24T16:00:00Z',
      arrivalWindowMinutes: 30,
      lines: [line('Visit', '99.90', '2.5')],
      tags: ['vip'],
    };
    const read = readJob(typed, around);
    expect(read.kind === 'question' ? draftFrom(read.question) : read).toEqual(typed);
  });
});
