import type { Address, Customer } from '@ringdesk/shared';
import { sayRefusal } from '../http/say-refusal.ts';
import { submit } from '../outbox/outbox.store.ts';
import { isKept } from '../outbox/outbox.ts';
import { type AddressDraft, addressQuestion, problemsIn } from './customer-draft.ts';
import { listsAgain, type Outcome, readAgain } from './customer-records.ts';
import { formMessages } from './form.messages.ts';

type Of = Pick<Customer, 'id' | 'name'>;

export type AddressSaved =
  | Outcome<Address>
  /** Somebody else wrote into the same field. */
  | { readonly kind: 'conflict'; readonly theirs: Address };

const parts = ['street', 'unit', 'city', 'state', 'zip'] as const;

/** An address as it is typed over; an empty one where there is none yet. */
export function addressDraftOf(address: Address): AddressDraft {
  const { street, unit, city, state, zip } = address;
  return { street, unit: unit ?? '', city: city ?? '', state: state ?? '', zip: zip ?? '' };
}

/** What of an address was typed differently, and nothing else: what somebody else changed beside it stays. */
export function addressChange(base: Address, draft: AddressDraft): Partial<AddressDraft> {
  const was = addressDraftOf(base);
  return Object.fromEntries(
    parts.filter((part) => draft[part].trim() !== was[part]).map((part) => [part, draft[part]]),
  );
}

/** Whether both wrote something else into the same field. */
export function isAddressClash(base: Address, draft: AddressDraft, theirs: Address): boolean {
  const [was, now] = [addressDraftOf(base), addressDraftOf(theirs)];
  return parts.some((part) => {
    const mine = draft[part].trim();
    return mine !== was[part] && now[part] !== was[part] && now[part] !== mine;
  });
}

/** Adds an address to a customer. */
export async function addAddress(customer: Of, draft: AddressDraft): Promise<AddressSaved> {
  const question = addressQuestion(draft) ?? { street: '' };
  return outcomeOf(
    customer,
    await submit('address.create', { id: customer.id, ...question }, labelOf(customer)),
  );
}

/** Changes an address; one that somebody else changed meanwhile is a conflict only where both wrote into one field. */
export async function changeAddress(customer: Of, base: Address, draft: AddressDraft): Promise<AddressSaved> {
  const change = addressChange(base, draft);
  if (Object.keys(change).length === 0) return { kind: 'done', value: base };
  const { id: addressId, version } = base;
  const question = { id: customer.id, addressId, version, ...change };
  const answer = await submit('address.change', question, labelOf(customer));
  if (answer.ok || answer.error.code !== 'STALE') return outcomeOf(customer, answer);
  const now = await readAgain(customer.id);
  const theirs = now?.addresses.find((one) => one.id === addressId);
  if (now === null || theirs === undefined) return outcomeOf(customer, answer);
  if (isAddressClash(base, draft, theirs)) return { kind: 'conflict', theirs };
  return changeAddress(customer, theirs, { ...addressDraftOf(theirs), ...change });
}

async function outcomeOf(
  customer: Of,
  answer: Awaited<ReturnType<typeof submit<'address.create'>>>,
): Promise<Outcome<Address>> {
  if (answer.ok) {
    await readAgain(customer.id);
    listsAgain();
    return { kind: 'done', value: answer.value };
  }
  if (isKept(answer)) return { kind: 'kept' };
  return { kind: 'refused', problems: problemsIn(answer.error, sayRefusal(answer.error)) };
}

function labelOf({ name }: Of): string {
  return `${formMessages.address.toLowerCase()} of ${name}`;
}
