import { describe, expect, it } from 'vitest';
import { JobStatus, type LineItem, nextStatuses } from './job.ts';
import { statusAfter, totalCents } from './job-rules.ts';

const line = (kind: LineItem['kind'], unitPriceCents: number, quantity = 1) => ({
  kind,
  unitPriceCents,
  quantity,
});

describe('the status of a job', () => {
  it('follows its time while it has not begun', () => {
    expect(statusAfter(null, { status: undefined, hasSchedule: true })).toEqual({ status: 'scheduled' });
    expect(statusAfter(null, { status: undefined, hasSchedule: false })).toEqual({ status: 'unscheduled' });
    expect(statusAfter('scheduled', { status: undefined, hasSchedule: false })).toEqual({
      status: 'unscheduled',
    });
    expect(statusAfter('unscheduled', { status: undefined, hasSchedule: true })).toEqual({
      status: 'scheduled',
    });
    expect(statusAfter('completed', { status: undefined, hasSchedule: true })).toEqual({
      status: 'completed',
    });
  });

  it('never says scheduled without a time, or unscheduled with one', () => {
    expect(statusAfter('scheduled', { status: 'scheduled', hasSchedule: false })).toHaveProperty('allowed');
    expect(statusAfter('scheduled', { status: 'unscheduled', hasSchedule: true })).toHaveProperty('allowed');
    expect(statusAfter(null, { status: 'scheduled', hasSchedule: false })).toEqual({
      allowed: ['unscheduled', 'in_progress', 'completed'],
    });
  });

  const pairs = JobStatus.options.flatMap((from) => JobStatus.options.map((to) => [from, to] as const));
  it.each(pairs)('of a job that is %s may or may not become %s, as the table says', (from, to) => {
    const isPossible = [true, false].some(
      (hasSchedule) => 'status' in statusAfter(from, { status: to, hasSchedule }),
    );
    expect(isPossible).toBe(from === to || nextStatuses[from].includes(to));
  });
});

describe('the total of a job', () => {
  it('is the sum of its lines in whole cents, each rounded by itself', () => {
    expect(totalCents([])).toBe(0);
    expect(totalCents([line('labor', 12_500, 1.5), line('materials', 333, 0.5)])).toBe(18_750 + 167);
    expect(totalCents([line('labor', 1, 0.5), line('labor', 1, 0.5)])).toBe(2);
  });

  it('takes discounts off and adds what was given on top', () => {
    const work = line('labor', 20_000);
    expect(totalCents([work, line('fixed discount', 2_500)])).toBe(17_500);
    expect(totalCents([work, line('percent discount', 1_000)])).toBe(18_000);
    expect(totalCents([work, line('percent discount', 1_000), line('fixed gratuity', 500)])).toBe(18_500);
  });
});
