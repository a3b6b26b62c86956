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
});
