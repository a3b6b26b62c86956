import { UserId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { buildJob } from '../testing/build-job.ts';
import { changeOf, clashesOf, editOf } from './edit-change.ts';

const schedule = {
  start: '2026-11-24T22:00:00.000Z',
  end: '2026-11-24T23:00:00.000Z',
  arrivalWindowMinutes: 30,
};

describe('an edit of a job', () => {
  const job = buildJob({ schedule, status: 'scheduled', tags: ['vip'] });

  it('changes nothing when nothing was typed', () => {
    expect(changeOf(job, editOf(job))).toEqual({});
    expect(changeOf(job, { ...editOf(job), tags: [' vip ', ''] })).toEqual({});
  });

  it('asks for what is different, and for nothing else', () => {
    const lee = UserId.parse('usr_0000lee');
    const draft = { ...editOf(job), title: 'Boiler', arrivalWindowMinutes: 60, assigneeIds: [lee], tags: [] };
    expect(changeOf(job, draft)).toEqual({
      title: 'Boiler',
      schedule: { ...schedule, arrivalWindowMinutes: 60 },
      assigneeIds: [lee],
      tags: [],
    });
  });

  it('takes the time away where it was cleared', () => {
    expect(changeOf(job, { ...editOf(job), start: null, end: null })).toEqual({ schedule: null });
  });

  it('clashes only where somebody else changed the same', () => {
    const change = changeOf(job, { ...editOf(job), title: 'Boiler', tags: [] });
    expect(clashesOf(change, job, { ...job, description: 'Basement', version: 2 })).toEqual([]);
    expect(clashesOf(change, job, { ...job, title: 'Furnace', version: 2 })).toEqual(['title']);
    const moved = changeOf(job, { ...editOf(job), arrivalWindowMinutes: 0 });
    expect(clashesOf(moved, job, { ...job, schedule: null, version: 2 })).toEqual(['schedule']);
  });

  it('clashes in its lines and its people as well, and not where both wish the same', () => {
    const [visit] = [{ name: 'Visit', unitPriceCents: 100 }];
    const line = { id: 'li_1', name: 'Part', description: null, kind: 'labor' as const, quantity: 1 };
    const lineItems = [{ ...line, unitPriceCents: 500, unitCostCents: 0, isTaxable: true }];
    expect(clashesOf({ lineItems: [visit] }, job, { ...job, lineItems, version: 2 })).toEqual(['lineItems']);
    expect(clashesOf({ lineItems: [visit] }, job, { ...job, title: 'Furnace', version: 2 })).toEqual([]);
    const assignees = [{ id: UserId.parse('usr_0000lee'), name: 'Lee Park' }];
    expect(clashesOf({ assigneeIds: [] }, { ...job, assignees }, job)).toEqual([]);
    expect(clashesOf({ title: 'Furnace' }, job, { ...job, title: 'Furnace', version: 2 })).toEqual([]);
    expect(clashesOf({ status: 'completed' }, job, { ...job, status: 'canceled' })).toEqual(['status']);
  });
});
