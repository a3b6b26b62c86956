import { describe, expect, it } from 'vitest';
import { buildJob } from '../testing/build-job.ts';
import { type JobList, withJob } from './job-lists.ts';

const listOf = (question: JobList['question'], ...pages: JobList['pages'][number]['items'][]): JobList => ({
  question,
  pages: pages.map((items) => ({ items, nextCursor: null })),
});
const titles = (list: JobList | undefined) => list?.pages.map(({ items }) => items.map(({ title }) => title));

describe('lists of jobs while a change is on its way', () => {
  const [a, b] = [buildJob({ title: 'a' }), buildJob({ title: 'b' })];

  it('show the changed job in its place, on any page', () => {
    const [list] = withJob([listOf({}, [a], [b])], { ...b, title: 'B' });
    expect(titles(list)).toEqual([['a'], ['B']]);
  });

  it('let it go where its status does not belong, and take it in where it does', () => {
    const lists = [
      listOf({ status: 'unscheduled' }, [a, b]),
      listOf({ status: 'scheduled', sort: 'start' }, []),
    ];
    const [from, to] = withJob(lists, { ...a, status: 'scheduled' });
    expect(titles(from)).toEqual([['b']]);
    expect(titles(to)).toEqual([['a']]);
  });

  it('of other questions stay as they are', () => {
    const lists = [
      listOf({ status: 'unscheduled', q: 'heater' }, [a]),
      listOf({ status: 'scheduled', q: 'roof' }, []),
      listOf({ q: 'roof' }, [b]),
    ];
    const [, other, words] = withJob(lists, { ...a, status: 'scheduled' });
    expect(titles(other)).toEqual([[]]);
    expect(words).toBe(lists[2]);
  });

  it('of other days take a job in that is moved to them, and those it was in let it go', () => {
    const week = (day: string, days: number) => {
      const from = Date.parse(day);
      return { from: day, to: new Date(from + days * 86_400_000).toISOString() };
    };
    const at = (start: string, end: string) => ({ start, end, arrivalWindowMinutes: 0 });
    const job = { ...a, schedule: at('2027-01-12T17:00:00.000Z', '2027-01-12T19:00:00.000Z') };
    const moved = { ...job, schedule: at('2027-01-17T23:00:00.000Z', '2027-01-18T03:00:00.000Z') };
    const [old, next] = ['2027-01-11T00:00:00.000Z', '2027-01-18T00:00:00.000Z'];
    const lists = [listOf(week(old, 7), [job]), listOf(week(next, 7), []), listOf(week(next, 1), [])];
    expect(withJob(lists, moved).map(titles)).toEqual([[['a']], [['a']], [['a']]]);
    const later = { ...moved, schedule: at('2027-01-20T17:00:00.000Z', '2027-01-20T19:00:00.000Z') };
    expect(withJob(lists, later).map(titles)).toEqual([[[]], [['a']], [[]]]);
    expect(withJob(lists, { ...job, schedule: null }).map(titles)).toEqual([[[]], [[]], [[]]]);
  });
});
