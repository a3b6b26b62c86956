import { done, type Input, type Output, type Result } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { type CustomerFilter, findAll, list } from './list.store.ts';
import {
  badCursor,
  cursorOf,
  DatePlaceShape,
  FoundPlaceShape,
  ListPlaceShape,
  readCursor,
} from './page-place.ts';
import { matchedIn, type Query, readQuery } from './query.ts';
import { searchCustomers } from './search-customers.ts';

type Page = Output<'customers.list'>;
type Asked = Input<'customers.list'>;

/** A page of customers: those that a query finds, best first, or all in one order. */
export async function listCustomers(app: Pick<App, 'db'>, asked: Asked): Promise<Result<Page>> {
  const { q = '', archived, tag = null, leadSource = null } = asked;
  const filter = { archived, tag, leadSource };
  if (q === '') return sorted(app, filter, asked);
  const query = readQuery(q);
  return query === null ? done({ items: [], nextCursor: null }) : searched(app, { query, filter }, asked);
}

async function sorted(
  app: Pick<App, 'db'>,
  filter: CustomerFilter,
  { sort, cursor, limit }: Asked,
): Promise<Result<Page>> {
  const after = readCursor(sort === 'name' ? ListPlaceShape : DatePlaceShape, cursor);
  if (after === 'unreadable') return badCursor;
  const found = await list(app.db, { ...filter, sort, after, limit: limit + 1 });
  const last = found.length > limit ? found[limit - 1] : undefined;
  return done({
    items: found.slice(0, limit).map(({ customer }) => ({ ...customer, matched: [] })),
    nextCursor: last === undefined ? null : cursorOf(last.place),
  });
}

async function searched(
  app: Pick<App, 'db'>,
  { query, filter }: { readonly query: Query; readonly filter: CustomerFilter },
  { cursor, limit }: Asked,
): Promise<Result<Page>> {
  const after = readCursor(FoundPlaceShape, cursor);
  if (after === 'unreadable') return badCursor;
  const places = await searchCustomers(app.db, { query, filter, after, limit: limit + 1 });
  const page = places.slice(0, limit);
  const customers = await findAll(
    app.db,
    page.map((place) => place.id),
  );
  const last = places.length > limit ? page.at(-1) : undefined;
  return done({
    items: page.flatMap(({ id }) => {
      const found = customers.get(id);
      return found === undefined ? [] : [{ ...found.customer, matched: matchedIn(query, found.searched) }];
    }),
    nextCursor: last === undefined ? null : cursorOf(last),
  });
}
