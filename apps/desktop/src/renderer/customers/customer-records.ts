import {
  type Address,
  type AddressId,
  type CallId,
  type Customer,
  type CustomerId,
  operations,
} from '@ringdesk/shared';
import { call } from '../http/call.ts';
import { records } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { submit } from '../outbox/outbox.store.ts';
import { isKept } from '../outbox/outbox.ts';
import {
  type AddressDraft,
  addressQuestion,
  type CustomerDraft,
  draftName,
  type Problems,
  problemsIn,
  problemsOf,
  problemsWith,
  questionOf,
} from './customer-draft.ts';
import { formMessages } from './form.messages.ts';
import { type CustomerPatch, mergeChange } from './merge-change.ts';

/** How a write came out. `kept`: the server is away, it is done later. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly problems: Problems };

/** Makes the customer that is typed. With a call, it is linked to the call even when it can only be made later. */
export async function saveNewCustomer(
  draft: CustomerDraft,
  callId: CallId | null,
): Promise<Outcome<Customer>> {
  const problems = problemsOf(draft);
  if (Object.keys(problems).length > 0) return { kind: 'refused', problems };
  const label = formMessages.label(draftName(draft));
  const answer = await submit(
    'customer.create',
    questionOf(draft),
    callId === null ? label : { label, callId },
  );
  if (answer.ok) {
    customerIs(answer.value);
    return { kind: 'done', value: answer.value };
  }
  if (isKept(answer)) return { kind: 'kept' };
  return { kind: 'refused', problems: problemsIn(answer.error, sayRefusal(answer.error)) };
}

/** Shows a customer as they are now, everywhere, and reads again the lists they may stand in. */
export function customerIs(customer: Customer): void {
  records.setQueryData(['customer.read', { id: customer.id }], customer);
  touch('customers.lookup', 'customers.list', 'customer.timeline');
}

function touch(...names: readonly string[]): void {
  for (const name of names) void records.invalidateQueries({ queryKey: [name] });
}

export type Changed =
  | Outcome<Customer>
  /** Somebody else wrote into the same field. */
  | { readonly kind: 'conflict'; readonly theirs: Customer };

/** Changes fields of a customer; what somebody else changed beside them stays. */
export async function changeCustomer(base: Customer, wish: CustomerPatch): Promise<Changed> {
  const question = { id: base.id, version: base.version, ...wish };
  const problems = problemsWith(operations['customer.change'].input.safeParse(question).error);
  if (Object.keys(problems).length > 0) return { kind: 'refused', problems };
  const answer = await submit('customer.change', question, base.name);
  if (answer.ok) {
    customerIs(answer.value);
    return { kind: 'done', value: answer.value };
  }
  if (isKept(answer)) {
    // Shown as it will be; the version stays, it is the server's to give.
    records.setQueryData(['customer.read', { id: base.id }], { ...base, ...wish });
    return { kind: 'kept' };
  }
  if (answer.error.code !== 'STALE')
    return { kind: 'refused', problems: problemsIn(answer.error, sayRefusal(answer.error)) };
  const theirs = await readAgain(base.id);
  if (theirs === null) return { kind: 'refused', problems: { form: sayRefusal(answer.error) } };
  const merged = mergeChange(base, wish, theirs);
  if (merged.kind === 'again') return changeCustomer(theirs, wish);
  return merged.kind === 'done' ? { kind: 'done', value: theirs } : { kind: 'conflict', theirs };
}

/** The customer as the server has them now; null when it cannot be read. */
export async function readAgain(id: CustomerId): Promise<Customer | null> {
  const answer = await call('customer.read', { id });
  if (!answer.ok) return null;
  records.setQueryData(['customer.read', { id }], answer.value);
  return answer.value;
}

/** Adds an address, or changes one that is there. */
export async function saveAddress(
  customer: Pick<Customer, 'id' | 'name'>,
  draft: AddressDraft,
  address: Address | null,
): Promise<Outcome<Address>> {
  const { street, ...rest } = addressQuestion(draft) ?? { street: '' };
  const label = `${formMessages.address.toLowerCase()} of ${customer.name}`;
  const cleared = { unit: draft.unit, city: draft.city, state: draft.state, zip: draft.zip };
  const answer = await (address === null
    ? submit('address.create', { id: customer.id, street, ...rest }, label)
    : submit(
        'address.change',
        { id: customer.id, addressId: address.id, version: address.version, street, ...cleared },
        label,
      ));
  if (answer.ok) {
    await readAgain(customer.id);
    touch('customers.lookup', 'customers.list');
    return { kind: 'done', value: answer.value };
  }
  if (isKept(answer)) return { kind: 'kept' };
  return { kind: 'refused', problems: problemsIn(answer.error, sayRefusal(answer.error)) };
}

export async function deleteAddress(
  customer: Pick<Customer, 'id' | 'name'>,
  addressId: AddressId,
): Promise<string | null> {
  const label = `${formMessages.address.toLowerCase()} of ${customer.name}`;
  const answer = await submit('address.delete', { id: customer.id, addressId }, label);
  if (answer.ok) await readAgain(customer.id);
  return answer.ok || isKept(answer) ? null : sayRefusal(answer.error);
}
