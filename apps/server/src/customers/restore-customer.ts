import { type Customer, type CustomerId, done, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import type { By } from './by.ts';
import { find, recordChange, setArchived } from './store.ts';

/** Takes an archived customer back; one that is not archived stays as it is. */
export async function restoreCustomer(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  id: CustomerId,
  by: By,
): Promise<Result<Customer>> {
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  return app.db.transaction(async (tx) => {
    const isBack = await setArchived(tx, { id, by, isArchived: false });
    const changes = [{ field: 'archived', before: 'yes', after: null }];
    if (isBack) await recordChange(tx, ids, { id, by, changes });
    const customer = await find(tx, id);
    return customer === null ? refused('NOT_FOUND', 'There is no such customer.') : done(customer);
  });
}
