import { describe, expect, it } from 'vitest';
import {
  draftFrom,
  draftName,
  newDraft,
  problemsIn,
  problemsOf,
  questionOf,
  withHeard,
} from './customer-draft.ts';

const caller = '+14155550132';
const written = '+1 415 555 0132';

describe('a customer that is being typed', () => {
  it('begins with the number of the caller, and without one where the caller hides it', () => {
    expect(newDraft(caller).phones).toEqual([{ kind: 'mobile', number: written }]);
    expect(newDraft('anonymous').phones).toEqual([{ kind: 'mobile', number: '' }]);
  });

  it('takes what was heard into its fields and leaves what was not heard', () => {
    const named = withHeard(
      { ...newDraft(caller), lastName: 'Lopez' },
      { field: 'name', firstName: 'Maria', lastName: null },
    );
    expect(named).toMatchObject({ firstName: 'Maria', lastName: 'Lopez' });
    const placed = withHeard(newDraft(caller), {
      field: 'address',
      street: '12 Oak Street',
      unit: null,
      city: 'Chicago',
      state: 'IL',
      zip: null,
    });
    expect(placed).toMatchObject({
      street: '12 Oak Street',
      unit: '',
      city: 'Chicago',
      state: 'IL',
      zip: '',
    });
  });

  it('keeps a number once, however it is written, and another one in a row of its own', () => {
    const again = withHeard(newDraft('(415) 555-0132'), { field: 'phone', number: caller, extension: null });
    expect(again?.phones).toHaveLength(1);
    const other = withHeard(newDraft(caller), {
      field: 'phone',
      number: '+13125550188',
      extension: null,
    });
    expect(other?.phones.map(({ number }) => number)).toEqual([written, '+1 312 555 0188']);
  });

  it('takes an extension that was heard to its number, and another one of it into a row of its own', () => {
    const numbers = (from: string, extension: string | null) =>
      withHeard(newDraft(from), { field: 'phone', number: caller, extension })?.phones.map((it) => it.number);
    expect(numbers(caller, '12')).toEqual([`${written} ext. 12`]);
    expect(numbers(`${caller} x12`, '12')).toEqual([`${caller} x12`]);
    expect(numbers(`${caller} x12`, null)).toEqual([`${caller} x12`]);
    expect(numbers(`${caller} x12`, '34')).toEqual([`${caller} x12`, `${written} ext. 34`]);
  });

  it('comes back with an extension that was told beside its number', () => {
    const phones = [{ kind: 'work' as const, number: caller, extension: '12' }];
    expect(draftFrom({ phones }).phones).toEqual([{ kind: 'work', number: `${caller} ext. 12` }]);
  });

  it('has no place for a problem or a wished day', () => {
    expect(withHeard(newDraft(caller), { field: 'problem', kind: 'water heater' })).toBeNull();
  });

  it('is asked for without what is blank', () => {
    expect(questionOf({ ...newDraft(caller), firstName: 'Maria', unit: ' ' })).toEqual({
      firstName: 'Maria',
      phones: [{ kind: 'mobile', number: written }],
    });
  });

  it('says beside the field what would be refused', () => {
    expect(problemsOf(newDraft('x'))).toHaveProperty('lastName');
    expect(problemsOf({ ...newDraft(caller), email: 'maria@' })).toHaveProperty('email');
    expect(problemsOf({ ...newDraft(caller), city: 'Chicago' })).toHaveProperty('street');
    expect(problemsOf({ ...newDraft(caller), firstName: 'Maria' })).toEqual({});
  });

  it('shows the refusals of the server beside the same fields', () => {
    const errors = [
      { path: 'phones.0.number', message: 'expected a telephone number' },
      { path: 'addresses.0.zip', message: 'too long' },
    ];
    expect(problemsIn({ code: 'INPUT_INVALID', message: '', details: { errors } }, 'No.')).toEqual({
      'phones.0': 'Expected a telephone number',
      zip: 'Too long',
    });
    expect(problemsIn({ code: 'FORBIDDEN', message: '' }, 'Your role does not allow this.')).toEqual({
      form: 'Your role does not allow this.',
    });
  });

  it('comes back into the form as it was asked for', () => {
    const typed = {
      ...newDraft(caller),
      firstName: 'Maria',
      email: 'maria@example.com',
      notes: 'Rings twice',
      street: '12 Oak Street',
      zip: '60614',
    };
    expect(draftFrom(questionOf(typed))).toEqual(typed);
    expect(draftFrom({ company: 'Bluebird' })).toEqual({
      ...newDraft(null),
      phones: [],
      company: 'Bluebird',
    });
  });

  it('is called by what is there', () => {
    expect(draftName({ ...newDraft(caller), firstName: ' Maria ', lastName: 'Lopez' })).toBe('Maria Lopez');
    expect(draftName({ ...newDraft(caller), company: 'Bluebird' })).toBe('Bluebird');
    expect(draftName(newDraft(caller))).toBe(written);
  });
});
