import { describe, expect, test } from 'vitest';
import { lineOut, withLine, withLines, withoutLine } from './line-items.ts';
import { errorsOf, job, line } from './testing/samples.ts';

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
