import type { Customer } from '@ringdesk/shared';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayRefusal } from '../http/say-refusal.ts';
import { submit } from '../outbox/outbox.store.ts';
import { isKept } from '../outbox/outbox.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { againOf } from './again-of.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;

/** Deletes customers, which can be taken back: one with history is only archived, one without is made again. */
export function useDeleteCustomer(onDeleted: () => Promise<void>) {
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);

  async function remove(customer: Customer): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const name = plainText(customer.name);
    const answer = await submit('customer.delete', { id: customer.id }, say.label.delete(name));
    if (isKept(answer)) notice(say.keptForLater, 'careful');
    else if (!answer.ok) notice(sayRefusal(answer.error), 'trouble');
    else {
      const isGone = answer.value.outcome === 'deleted';
      // Whoever stands on its page leaves it first: what is gone is not read again.
      if (isGone) await onDeleted();
      await forgetLists(client);
      notice(isGone ? say.isDeleted(name) : say.isArchivedNow(name), 'well', {
        label: say.undo,
        run: () => void (isGone ? makeAgain(client, customer) : restoreCustomer(client, customer)),
      });
    }
    setIsBusy(false);
  }
  return { remove, isBusy };
}

/** Takes an archived customer back. */
export async function restoreCustomer(
  client: QueryClient,
  { id, name }: Pick<Customer, 'id' | 'name'>,
): Promise<void> {
  const called = plainText(name);
  const answer = await submit('customer.restore', { id }, say.label.restore(called));
  await forgetLists(client);
  tellBack(called, answer);
}

/** Makes a deleted customer as it was. Nothing hung on it, so nothing misses its old id. */
async function makeAgain(client: QueryClient, customer: Customer): Promise<void> {
  const called = plainText(customer.name);
  const answer = await submit('customer.create', againOf(customer), say.label.restore(called));
  await forgetLists(client);
  tellBack(called, answer);
}

function tellBack(called: string, answer: Awaited<ReturnType<typeof submit>>): void {
  if (answer.ok) notice(say.isRestored(called), 'well');
  else if (isKept(answer)) notice(say.keptForLater, 'careful');
  else notice(sayRefusal(answer.error), 'trouble');
}

async function forgetLists(client: QueryClient): Promise<void> {
  const names = ['customers.list', 'customers.lookup', 'customer.read', 'customer.timeline'];
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
}
