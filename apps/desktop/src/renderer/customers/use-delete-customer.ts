import type { Customer, CustomerId, Refusal } from '@ringdesk/shared';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../http/call.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { submit } from '../outbox/outbox.store.ts';
import { isKept } from '../outbox/outbox.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;

export type Deletable = Pick<Customer, 'id' | 'name'>;

/** Deletes customers: one with history is archived, which can be taken back; one without is asked about first. */
export function useDeleteCustomer(onDeleted: () => Promise<void>) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<Deletable | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  /** Tells the trouble, or null when it is done. */
  async function remove(customer: Deletable): Promise<string | null> {
    const name = plainText(customer.name);
    const answer = await submit('customer.delete', { id: customer.id }, say.label.delete(name));
    if (isKept(answer)) {
      notice(say.keptForLater, 'careful');
      return null;
    }
    if (!answer.ok) return sayRefusal(answer.error);
    const { outcome } = answer.value;
    // Whoever stands on its page leaves it first: what is gone is not read again.
    if (outcome === 'deleted') await onDeleted();
    await forgetLists(client);
    if (outcome === 'deleted') notice(say.isDeleted(name), 'well');
    else
      notice(say.isArchivedNow(name), 'well', {
        label: say.undo,
        run: () => void restoreCustomer(client, customer),
      });
    return null;
  }
  async function begin(customer: Deletable): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const isKept = await hasHistory(customer.id);
    if (isKept === true) {
      const problem = await remove(customer);
      if (problem !== null) notice(problem, 'trouble');
    } else if (isKept === false) setAsking(customer);
    else notice(sayRefusal(isKept), 'trouble');
    setIsBusy(false);
  }
  return { begin, remove, asking, isBusy, stopAsking: () => setAsking(null) };
}

/** Takes an archived customer back. */
export async function restoreCustomer(client: QueryClient, { id, name }: Deletable): Promise<void> {
  const called = plainText(name);
  const answer = await submit('customer.restore', { id }, say.label.restore(called));
  await forgetLists(client);
  if (answer.ok) notice(say.isRestored(called), 'well');
  else if (isKept(answer)) notice(say.keptForLater, 'careful');
  else notice(sayRefusal(answer.error), 'trouble');
}

/** Whether calls or jobs hang on a customer; a refusal where that cannot be told. */
async function hasHistory(customerId: CustomerId): Promise<boolean | Refusal> {
  const [jobs, calls] = await Promise.all([
    call('jobs.list', { customerId, limit: 1 }),
    call('calls.list', { customerId, limit: 1 }),
  ]);
  if (!jobs.ok) return jobs.error;
  if (!calls.ok) return calls.error;
  return jobs.value.items.length + calls.value.items.length > 0;
}

async function forgetLists(client: QueryClient): Promise<void> {
  const names = ['customers.list', 'customer.read', 'customer.timeline'];
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
}
