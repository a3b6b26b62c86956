import { CallId, type SuggestedValue, type Suggestion, SuggestionId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { newDraft } from './customer-draft.ts';
import { heardFor, mayComplete, onlyAdds, partOf } from './heard.ts';

const callId = CallId.parse('call_1');
let ids = 0;
const heard = (value: SuggestedValue): Suggestion => ({
  id: SuggestionId.parse(`sug_${++ids}`),
  callId,
  value,
  text: '',
  words: '',
  segment: ids,
  confidence: 0.9,
  status: 'open',
});
const name = heard({ field: 'name', firstName: 'Maria', lastName: 'Lopez' });
const email = heard({ field: 'email', email: 'maria@example.com' });
const newer = heard({ field: 'email', email: 'm.lopez@example.com' });
const town = heard({ field: 'address', street: null, unit: null, city: 'Chicago', state: null, zip: null });
const problem = heard({ field: 'problem', kind: 'roof' });

describe('what was heard, beside the fields of the form', () => {
  it('is the last of each part, without what has no field', () => {
    expect(heardFor(newDraft(null), [name, email, newer, problem])).toEqual({ name, email: newer });
  });

  it('is gone once it stands there, in any case', () => {
    const draft = { ...newDraft('+14155550132'), firstName: 'maria', lastName: 'LOPEZ ', city: 'chicago' };
    const number = heard({ field: 'phone', number: '+14155550132', extension: null });
    expect(heardFor(draft, [name, town, number])).toEqual({});
    const within = heard({ field: 'phone', number: '+14155550132', extension: '12' });
    expect(heardFor(draft, [within])).toEqual({ phone: within });
    expect(heardFor(newDraft('+14155550132 ext. 12'), [within, number])).toEqual({});
  });
});

describe('Tab in a field', () => {
  it.each([
    ['takes into an empty one', name, 'firstName', '', true],
    ['completes what is begun', name, 'lastName', 'lo', true],
    ['never overwrites what is typed', name, 'firstName', 'Marla', false],
    ['goes on where nothing was heard', undefined, 'firstName', '', false],
    ['goes on where this part was not heard', town, 'street', '', false],
    ['takes a town', town, 'city', '', true],
    ['goes on once it stands there', town, 'city', 'Chicago', false],
  ] as const)('%s', (_what, one, field, typed, may) => {
    expect(mayComplete(one, field, typed)).toBe(may);
  });

  it('knows which part a field belongs to', () => {
    expect(['firstName', 'phones.1', 'zip', 'email', 'notes'].map(partOf)).toEqual([
      'name',
      'phone',
      'address',
      'email',
      null,
    ]);
  });
});

describe('everything that was heard, taken at once', () => {
  const typed = {
    ...newDraft('+14155550132'),
    firstName: 'Mar',
    email: 'other@example.com',
    street: '9 Elm',
  };

  it('only adds where nothing stands, or the beginning of it', () => {
    expect(onlyAdds(typed, name.value)).toBe(true);
    expect(onlyAdds(typed, town.value)).toBe(true);
    expect(onlyAdds(typed, { field: 'phone', number: '+14155550199', extension: null })).toBe(true);
  });

  it('would write over other words', () => {
    expect(onlyAdds(typed, email.value)).toBe(false);
    expect(onlyAdds({ ...typed, lastName: 'Smith' }, name.value)).toBe(false);
    const street = { ...town.value, street: '12 Oak Street' };
    expect(onlyAdds(typed, street)).toBe(false);
  });
});
