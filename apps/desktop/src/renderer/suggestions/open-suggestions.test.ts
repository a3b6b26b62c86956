import { CallId, Customer, type SuggestedValue, type Suggestion, SuggestionId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { isSure, type OnRecord, openSuggestions } from './open-suggestions.ts';

const at = '2026-11-21T10:00:00.000Z';
const customer = Customer.parse({
  id: 'cus_1',
  name: 'María López-Diaz',
  firstName: 'María',
  lastName: 'López-Diaz',
  company: null,
  email: 'maria@example.com',
  phones: [{ kind: 'mobile', number: '+13125550188' }],
  tags: [],
  notes: '',
  leadSource: null,
  timeZone: 'America/Chicago',
  addresses: [
    {
      id: 'adr_1',
      customerId: 'cus_1',
      kind: 'service',
      street: '12 N Oak St',
      unit: null,
      city: 'Chicago',
      state: 'IL',
      zip: '60601',
      country: 'US',
      version: 1,
      createdAt: at,
      updatedAt: at,
    },
  ],
  archivedAt: null,
  version: 3,
  createdAt: at,
  createdBy: null,
  updatedAt: at,
  updatedBy: null,
});
const known: OnRecord = {
  customer,
  jobs: [
    {
      title: 'Water heater',
      schedule: { start: at, end: '2026-11-21T12:00:00.000Z', arrivalWindowMinutes: 0 },
    },
  ],
  from: '+14155550132',
};
const unknown: OnRecord = { customer: null, jobs: [], from: '+14155550132' };

const heard = (value: SuggestedValue, over: Partial<Suggestion> = {}): Suggestion => ({
  id: SuggestionId.parse('sug_1'),
  callId: CallId.parse('call_1'),
  value,
  text: 'Water heater',
  words: 'w',
  segment: 1,
  confidence: 0.9,
  status: 'open',
  ...over,
});
const address = (
  street: string | null,
  city: string | null = null,
  zip: string | null = null,
): SuggestedValue => ({
  field: 'address',
  street,
  unit: null,
  city,
  state: null,
  zip,
});

describe('what is on record is not suggested again', () => {
  it.each([
    ['the name without its accents', { field: 'name', firstName: 'maria', lastName: 'Lopez' }],
    ['the number in another form', { field: 'phone', number: '(312) 555-0188', extension: null }],
    ['the number that is calling', { field: 'phone', number: '+14155550132', extension: null }],
    ['the email in another case', { field: 'email', email: 'Maria@Example.com' }],
    ['the address in its long form', address('12 North Oak Street', 'chicago')],
    ['the town alone', address(null, 'Chicago')],
    ['the problem of a job of this call', { field: 'problem', kind: 'water heater' }],
    [
      'the time of a job of this call',
      { field: 'wishedDate', date: null, from: null, to: null, start: at, end: null },
    ],
  ] as const satisfies readonly (readonly [string, SuggestedValue])[])('%s', (_what, value) => {
    expect(openSuggestions([heard(value)], known)).toEqual([]);
  });

  it.each([
    ['another first name', { field: 'name', firstName: 'Marla', lastName: 'Lopez' }],
    ['part of a name is no name', { field: 'name', firstName: 'Mar', lastName: null }],
    ['an extension of the number', { field: 'phone', number: '+13125550188', extension: '12' }],
    ['another number', { field: 'phone', number: '+13125550189', extension: null }],
    ['another house', address('14 North Oak Street')],
    ['another zip', address('12 N Oak St', 'Chicago', '60602')],
  ] as const satisfies readonly (readonly [string, SuggestedValue])[])('but %s is', (_what, value) => {
    expect(openSuggestions([heard(value)], known)).toHaveLength(1);
  });

  it('and of somebody unknown everything but their number is', () => {
    const all = [
      heard({ field: 'name', firstName: 'Maria', lastName: null }),
      heard({ field: 'phone', number: '4155550132', extension: null }),
      heard(address(null, 'Chicago')),
    ];
    expect(openSuggestions(all, unknown)).toEqual([all[0], all[2]]);
  });

  it('nor what was taken or dismissed', () => {
    const email = { field: 'email', email: 'x@example.com' } as const;
    expect(
      openSuggestions([heard(email, { status: 'taken' }), heard(email, { status: 'dismissed' })], known),
    ).toEqual([]);
  });
});

describe('how sure it is', () => {
  it.each([
    [0.95, true],
    [0.8, true],
    [0.75, false],
  ])('%d: %s', (confidence, sure) => {
    expect(isSure({ confidence })).toBe(sure);
  });
});
