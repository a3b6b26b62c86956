import { done, type Input, type Output, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { badCursor, cursorOf, readCursor, TimelinePlaceShape } from './page-place.ts';
import { find } from './store.ts';
import { timeline } from './timeline.store.ts';

/** A page of what happened with a customer, newest first. */
export async function readTimeline(
  app: Pick<App, 'db'>,
  { id, limit, cursor }: Input<'customer.timeline'>,
): Promise<Result<Output<'customer.timeline'>>> {
  const before = readCursor(TimelinePlaceShape, cursor);
  if (before === 'unreadable') return badCursor;
  const entries = await timeline(app.db, { id, before, limit: limit + 1 });
  if (entries.length === 0 && (await find(app.db, id)) === null)
    return refused('NOT_FOUND', 'There is no such customer.');
  const last = entries.length > limit ? entries[limit - 1] : undefined;
  return done({
    items: entries.slice(0, limit).map(({ entry }) => entry),
    nextCursor: last === undefined ? null : cursorOf(last.place),
  });
}
