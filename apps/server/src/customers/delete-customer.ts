import { type CustomerId, done, type Output, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import type { By } from './by.ts';
import { recordChange, remove, setArchived } from './store.ts';

/** Removes a customer; one whom calls or jobs name stays, archived. PostgreSQL decides which, by its foreign keys. */
export async function deleteCustomer(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  id: CustomerId,
  by: By,
): Promise<Result<Output<'customer.delete'>>> {
  const outcome = await remove(app.db, id);
  if (outcome === 'missing') return refused('NOT_FOUND', 'There is no such customer.');
  if (outcome === 'deleted') return done({ outcome });
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  await app.db.transaction(async (tx) => {
    const isNew = await setArchived(tx, { id, by, isArchived: true });
    const changes = [{ field: 'archived', before: null, after: 'yes' }];
    if (isNew) await recordChange(tx, ids, { id, by, changes });
  });
  return done({ outcome: 'archived' });
}
