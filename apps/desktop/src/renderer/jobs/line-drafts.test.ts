import type { LineItem } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { draftsOf, newDraft, readLines } from './line-drafts.ts';

const line: LineItem = {
  id: 'line_1',
  name: 'Visit',
  description: 'Two people',
  kind: 'labor',
  unitPriceCents: 12_550,
  unitCostCents: 4_000,
  quantity: 1.5,
  isTaxable: false,
};

describe('the lines of a job as they are typed', () => {
  it('keep what is not typed of them: id, description, cost and tax', () => {
    expect(readLines(draftsOf([line]))).toEqual({ lines: [line], totalCents: 18_825 });
  });

  it('count a discount in percent of the work', () => {
    const percent = { ...newDraft('new'), name: 'Neighbour', kind: 'percent discount' as const, price: '10' };
    expect(
      readLines([...draftsOf([{ ...line, quantity: 1, unitPriceCents: 10_000 }]), percent]),
    ).toMatchObject({
      totalCents: 9_000,
    });
  });

  it('are told apart by what is wrong with them', () => {
    const bad = { ...newDraft('b'), quantity: '-1', price: 'ten' };
    const read = readLines([{ ...newDraft('a'), name: 'Visit', price: '' }, bad]);
    expect(read).toEqual({ problems: new Map([['b', ['name', 'quantity', 'price']]]) });
  });
});
