import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JobStatus, type LineItem, NewLineItems, NewSchedule, nextStatuses } from './job.ts';
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

describe('the lines of a job', () => {
  const asked = (...lines: readonly object[]) =>
    NewLineItems.safeParse(lines.map((it) => ({ name: 'a', ...it })));

  it.each([
    ['a discount with a minus', { kind: 'fixed discount', unitPriceCents: -1 }],
    ['a discount of more than all', { kind: 'percent discount', unitPriceCents: 10_001 }],
    ['a gratuity that is taken', { kind: 'fixed gratuity', unitPriceCents: -1 }],
    ['a part of a cent', { unitPriceCents: 0.5 }],
    ['more than two decimals', { quantity: 0.001 }],
    ['a quantity below nothing', { quantity: -1 }],
    ['more than a job can cost', { unitPriceCents: 100_000_000, quantity: 1_000_000 }],
  ])('never hold %s', (_what, wrong) => {
    expect(asked(wrong).success).toBe(false);
  });

  it('may take back what was charged', () => {
    expect(
      asked({ unitPriceCents: -500 }, { kind: 'percent discount', unitPriceCents: 10_000 }).success,
    ).toBe(true);
  });

  it('come to whole cents that a number can hold, whatever is charged', () => {
    const item = fc.record({
      kind: fc.constantFrom<LineItem['kind']>(
        'labor',
        'materials',
        'fixed discount',
        'percent discount',
        'fixed gratuity',
      ),
      unitPriceCents: fc.integer({ min: -100_000_000, max: 100_000_000 }),
      quantity: fc.integer({ min: 0, max: 100_000_000 }).map((hundredths) => hundredths / 100),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), (items) => {
        fc.pre(asked(...items).success);
        expect(Number.isSafeInteger(totalCents(items))).toBe(true);
      }),
    );
  });

  it('are counted as with pencil and paper', () => {
    const price = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const hundredths = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(price, hundredths, (cents, quantity) => {
        const exact = BigInt(cents) * BigInt(quantity);
        const size = exact < 0n ? -exact : exact;
        const rounded = Number((size + 50n) / 100n) * (exact < 0n ? -1 : 1);
        expect(totalCents([line('labor', cents, quantity / 100)])).toBe(rounded === 0 ? 0 : rounded);
      }),
    );
  });
});

describe('the time of a job', () => {
  it.each([
    ['no length', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'],
    ['an end before its start', '2026-11-24T10:00:00Z', '2026-11-24T09:00:00Z'],
    ['an end before its start in another zone', '2026-11-24T10:00:00-06:00', '2026-11-24T11:00:00Z'],
    ['less than a millisecond', '2026-11-24T10:00:00.0001Z', '2026-11-24T10:00:00.0009Z'],
    ['years', '2026-11-24T10:00:00Z', '2028-11-24T10:00:00Z'],
  ])('never has %s', (_what, start, end) => {
    expect(NewSchedule.safeParse({ start, end }).success).toBe(false);
  });

  it.each([-1, 1441, 0.5, '60'])('has no arrival window of %s minutes', (arrivalWindowMinutes) => {
    const at = { start: '2026-11-24T10:00:00Z', end: '2026-11-24T11:00:00Z' };
    expect(NewSchedule.safeParse({ ...at, arrivalWindowMinutes }).success).toBe(false);
  });

  it('is read in UTC, so that what is kept is what was compared', () => {
    const at = { start: '2026-11-24T10:00:00.9996Z', end: '2026-11-24T05:00:01-06:00' };
    expect(NewSchedule.parse(at)).toMatchObject({
      start: '2026-11-24T10:00:00.999Z',
      end: '2026-11-24T11:00:01.000Z',
    });
  });
});
