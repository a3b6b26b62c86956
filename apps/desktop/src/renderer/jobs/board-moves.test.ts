import { JobStatus, nextStatuses } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { buildJob } from '../testing/build-job.ts';
import { foreseen, moveOf } from './board-moves.ts';

const time = { start: '2026-11-24T22:00:00.000Z', end: '2026-11-24T23:00:00.000Z', arrivalWindowMinutes: 0 };

describe('moving a job on the board', () => {
  it('to a column it may go to takes the status', () => {
    expect(moveOf(buildJob({ status: 'scheduled', schedule: time }), 'in_progress')).toEqual({
      change: { status: 'in_progress' },
    });
  });

  it('to “unscheduled” takes its time away', () => {
    expect(moveOf(buildJob({ status: 'scheduled', schedule: time }), 'unscheduled')).toEqual({
      change: { status: 'unscheduled', schedule: null },
    });
    expect(moveOf(buildJob({ status: 'canceled', schedule: null }), 'unscheduled')).toEqual({
      change: { status: 'unscheduled' },
    });
  });

  it('to “scheduled” without a time asks for one first', () => {
    expect(moveOf(buildJob({ status: 'unscheduled', schedule: null }), 'scheduled')).toEqual({
      barred: 'needs a time',
    });
  });

  it('says why it cannot be', () => {
    expect(moveOf(buildJob({ status: 'unscheduled', schedule: null }), 'completed')).toEqual({
      barred: 'has not begun',
    });
    expect(moveOf(buildJob({ status: 'completed', schedule: time }), 'canceled')).toEqual({
      barred: 'is over',
    });
    expect(moveOf(buildJob({ status: 'scheduled', schedule: time }), 'scheduled')).toEqual({
      barred: 'same',
    });
  });

  it('is never allowed where the rules of jobs bar it, and foresees what the server will say', () => {
    for (const from of JobStatus.options) {
      for (const to of JobStatus.options) {
        for (const schedule of [null, time]) {
          const job = buildJob({ status: from, schedule });
          const move = moveOf(job, to);
          if ('barred' in move) continue;
          expect(nextStatuses[from]).toContain(to);
          expect(foreseen(job, move.change).status).toBe(to);
        }
      }
    }
  });
});

describe('what a change will make of a job', () => {
  it('is scheduled once it has a time, and unscheduled once it has none', () => {
    const job = buildJob({ status: 'unscheduled', schedule: null });
    expect(foreseen(job, { schedule: time })).toMatchObject({ status: 'scheduled', schedule: time });
    const booked = buildJob({ status: 'scheduled', schedule: time });
    expect(foreseen(booked, { schedule: null })).toMatchObject({ status: 'unscheduled', schedule: null });
  });
});
