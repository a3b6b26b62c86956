import { done, type FieldError, type Result, refused } from '@ringdesk/shared';
import type { Query } from './query.ts';
import type { Items, Numbered } from './records.ts';

const defaultSize = 10;
const mostSize = 200;
const number = /^[1-9]\d{0,14}$/;

/** The page that was asked for, with its place in the whole list. */
export interface Paging<Order extends string> {
  readonly page: number;
  readonly pageSize: number;
  readonly numbered: Numbered<Order>;
}

/** Reads `page`, `page_size`, `sort_by` and `sort_direction`. `orders` names our order for each of their attributes. */
export function readPaging<Order extends string>(
  query: Query,
  orders: Readonly<Record<string, Order>> & { readonly created_at: Order },
): Result<Paging<Order>> {
  const page = query.one('page') ?? '1';
  const size = query.one('page_size') ?? String(defaultSize);
  const sort = query.one('sort_by') ?? 'created_at';
  const direction = query.one('sort_direction') ?? 'desc';
  const errors: FieldError[] = [];
  if (!number.test(page)) errors.push({ path: 'page', message: 'expected a number from 1 on' });
  if (!number.test(size))
    errors.push({ path: 'page_size', message: `expected a number from 1 to ${mostSize}` });
  if (!Object.hasOwn(orders, sort))
    errors.push({ path: 'sort_by', message: `expected one of ${Object.keys(orders).join(', ')}` });
  if (direction !== 'asc' && direction !== 'desc')
    errors.push({ path: 'sort_direction', message: 'expected asc or desc' });
  if (errors.length > 0) return refused('INPUT_INVALID', undefined, { errors });
  const limit = Math.min(Number(size), mostSize);
  const numbered = {
    sort: orders[sort] ?? orders.created_at,
    isDescending: direction === 'desc',
    offset: (Number(page) - 1) * limit,
    limit,
  };
  return done({ page: Number(page), pageSize: limit, numbered });
}

/** Their envelope of a page: the four numbers, and the items under their plural. */
export function pageOut<Order extends string>(
  plural: string,
  { page, pageSize }: Paging<Order>,
  { items, total }: Items<object>,
): object {
  return {
    page,
    page_size: pageSize,
    total_pages: Math.ceil(total / pageSize),
    total_items: total,
    [plural]: items,
  };
}
