import { call } from '../http/call.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { notice } from '../ui/notices.store.ts';
import { saveCsv } from '../ui/save-text.ts';
import { askedOf, type CustomerFilters } from './customer-filters.ts';
import { listMessages } from './list.messages.ts';

const say = listMessages;

/** Saves the customers that fit the filters as a CSV file; `day` stands in its name. */
export async function exportCustomers(filters: CustomerFilters, day: string): Promise<void> {
  const { q, tag, leadSource, archived } = askedOf(filters);
  const answer = await call('customers.export', {
    archived,
    ...(q && { q }),
    ...(tag && { tag }),
    ...(leadSource && { leadSource }),
  });
  if (!answer.ok) return notice(sayRefusal(answer.error), 'trouble');
  saveCsv(answer.value, say.exportName(day));
  notice(say.exported, 'well');
}
