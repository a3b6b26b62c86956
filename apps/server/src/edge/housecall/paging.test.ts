import { describe, expect, test } from 'vitest';
import { pageOut, readPaging } from './paging.ts';
import { queryOf } from './query.ts';

const orders = { created_at: 'createdAt', id: 'id' } as const;
const read = (search: string) => readPaging(queryOf(search), orders);

describe('a page', () => {
  test('is the first ten of the newest unless told', () => {
    expect(read('')).toEqual({
      ok: true,
      value: {
        page: 1,
        pageSize: 10,
        numbered: { sort: 'createdAt', isDescending: true, offset: 0, limit: 10 },
      },
    });
  });

  test('has its place by number and size, at most two hundred', () => {
    expect(read('?page=3&page_size=25&sort_by=id&sort_direction=asc')).toMatchObject({
      value: { page: 3, numbered: { sort: 'id', isDescending: false, offset: 50, limit: 25 } },
    });
    for (const size of ['5000', '1000000000', '999999999999999'])
      expect(read(`?page_size=${size}`)).toMatchObject({
        value: { pageSize: 200, numbered: { limit: 200 } },
      });
  });

  test.each([
    'page=0',
    'page=-1',
    'page=1.5',
    'page=1e3',
    'page=9999999999999999',
    'page=',
    'page=%00',
    'page_size=0',
    'page_size=ten',
    'sort_by=__proto__',
    'sort_by=constructor',
    'sort_by=createdAt',
    'sort_direction=sideways',
  ])('is refused for %s, with the name of the field', (search) => {
    expect(read(`?${search}`)).toMatchObject({
      ok: false,
      error: { code: 'INPUT_INVALID', details: { errors: [{ path: search.split('=')[0] }] } },
    });
  });

  test.each([
    [0, 0],
    [1, 1],
    [10, 1],
    [11, 2],
  ])('of %i items is one of %i', (total, pages) => {
    const paging = read('');
    const envelope = paging.ok && pageOut('jobs', paging.value, { items: [], total });
    expect(envelope).toEqual({ page: 1, page_size: 10, total_pages: pages, total_items: total, jobs: [] });
  });
});
