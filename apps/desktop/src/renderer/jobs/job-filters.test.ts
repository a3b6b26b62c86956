import { newId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { askedByList, askedOf, isNarrowed, JobFilters } from './job-filters.ts';

describe('the filters of the jobs in the address', () => {
  it('that make no sense are as if they were not', () => {
    const odd = {
      view: 'gantt',
      day: '2026-02-30',
      status: 'lost',
      assignee: '*',
      q: { a: 1 },
      from: 'soon',
    };
    const filters = JobFilters.parse(odd);
    expect(Object.values(filters).every((value) => value === undefined)).toBe(true);
    expect(isNarrowed(filters)).toBe(false);
  });

  it('keep words that look like a number', () => {
    expect(JobFilters.parse({ q: 1042 }).q).toBe('1042');
  });

  it('ask for whole days of this computer’s clock, the last one included', () => {
    const { from, to } = askedByList({ ...JobFilters.parse({}), from: '2026-11-24', to: '2026-11-24' });
    expect(new Date(from ?? '').getHours()).toBe(0);
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000);
  });

  it('of the list do not narrow the calendar and the board by time and status', () => {
    const customer = newId.customer({ nowMs: () => 0, random: () => 0 });
    const filters = JobFilters.parse({ q: ' roof ', status: 'canceled', from: '2026-11-24', customer });
    expect(askedOf(filters)).toEqual({ q: 'roof', customerId: customer });
    expect(isNarrowed(filters)).toBe(true);
    const { q: _words, customer: _whose, ...ofList } = filters;
    expect(isNarrowed(ofList)).toBe(true);
    expect(isNarrowed({ ...ofList, view: 'board' })).toBe(false);
  });
});
