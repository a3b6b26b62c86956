import { type Customer, wholeNumber } from '@ringdesk/shared';
import { z } from 'zod';
import { createDrafts } from '../outbox/drafts.ts';
import type { Keeper } from '../ui/use-edit-in-place.ts';
import { callerMessages } from './caller.messages.ts';
import { AddressDraft, CustomerDraft } from './customer-draft.ts';

/** New customers that are typed, by the call they are typed in. */
export const customerDrafts = createDrafts('customer', CustomerDraft);

/** Addresses that are typed, by customer and, where one is changed, by address. */
export const addressDrafts = createDrafts('address', AddressDraft);

/** Fields that are typed over in place and not yet left, by customer and field. */
const fieldDrafts = createDrafts('customer-field', z.object({ text: z.string(), was: z.string() }));

/** Keeps what is typed into a field of a customer: `phones.new` and `phones.<number>` name the lines of the numbers. */
export function fieldKeeper(customer: Pick<Customer, 'id'>, field: string): Keeper {
  const place = `${customer.id}.${field}`;
  return {
    now: () => fieldDrafts.now(place),
    keep: (typed) => fieldDrafts.keep(place, typed),
    drop: () => fieldDrafts.drop(place),
    foundLabel: callerMessages.typedEarlier,
  };
}

/** Lets go what was typed into these fields: somebody has chosen what stands there. */
export function dropFields(customer: Pick<Customer, 'id' | 'phones'>, fields: readonly string[]): void {
  const lines = fields.flatMap((field) =>
    field === 'phones' ? ['phones.new', ...customer.phones.map(phoneField)] : [field],
  );
  for (const line of lines) fieldKeeper(customer, line).drop();
}

export function phoneField(phone: Customer['phones'][number]): string {
  return `phones.${wholeNumber(phone)}`;
}
