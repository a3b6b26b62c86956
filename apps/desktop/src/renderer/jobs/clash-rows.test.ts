import { newId, seededRandom, UserId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { buildJob } from '../testing/build-job.ts';
import { addressesOf, clashRows } from './clash-rows.ts';

const addressId = newId.address({ nowMs: () => 0, random: seededRandom(5) });
const lee = UserId.parse('usr_0000lee');
const known = {
  addresses: addressesOf({ addresses: [{ id: addressId, street: '9 Ash Street', city: 'Austin' }] }),
  people: new Map([[String(lee), 'Lee Park']]),
  nowMs: Date.UTC(2026, 10, 24),
};

describe('what two changed in a job', () => {
  it('is told in words, never by ids', () => {
    const theirs = buildJob({ assignees: [], tags: ['vip'], description: 'Cold since Sunday.' });
    const mine = { addressId, assigneeIds: [lee], tags: [], description: '', status: 'canceled' as const };
    const fields = ['addressId', 'assigneeIds', 'tags', 'description', 'status'] as const;
    expect(clashRows(mine, { fields, theirs }, known)).toEqual([
      { field: 'Address', mine: '9 Ash Street, Austin', theirs: '12 Oak Street, Austin, TX' },
      { field: 'Assignees', mine: 'Lee Park', theirs: '–' },
      { field: 'Tags', mine: '–', theirs: 'vip' },
      { field: 'Description', mine: '–', theirs: 'Cold since Sunday.' },
      { field: 'Status', mine: 'Canceled', theirs: 'Unscheduled' },
    ]);
  });

  it('names every line with its price, and the time', () => {
    const line = { id: 'li_1', description: null, kind: 'labor' as const, unitCostCents: 0, isTaxable: true };
    const theirs = buildJob({ lineItems: [{ ...line, name: 'Part', unitPriceCents: 5000, quantity: 2 }] });
    const mine = { lineItems: [{ name: 'Visit' }], schedule: null };
    expect(clashRows(mine, { fields: ['lineItems', 'schedule'], theirs }, known)).toEqual([
      { field: 'Line items', mine: '1 × Visit, $0.00', theirs: '2 × Part, $50.00' },
      { field: 'When', mine: '–', theirs: '–' },
    ]);
  });
});
