import { type Address, type CallId, type Customer, type CustomerId, operations } from '@ringdesk/shared';
import { call } from '../http/call.ts';
import { records } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { submit } from '../outbox/outbox.store.ts';
import { isKept } from '../outbox/outbox.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { addressAgain } from './again-of.ts';
import {
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
import { pageMessages } from './page.messages.ts';

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
  listsAgain();
}

/** Somebody who was found is shown at once as they were found, until they are read. */
export function customerSeen(customer: Customer): void {
  records.setQueryData<Customer>(['customer.read', { id: customer.id }], (before) => before ?? customer);
}

/** The customer as they are known this very moment, where that is newer than what is shown. */
export function customerNow(shown: Customer): Customer {
  const known = records.getQueryData<Customer>(['customer.read', { id: shown.id }]);
  return known !== undefined && known.version > shown.version ? known : shown;
}

/** Reads again the lists that customers stand in. */
export function listsAgain(): void {
  for (const name of ['customers.lookup', 'customers.list', 'customer.timeline'])
    void records.invalidateQueries({ queryKey: [name] });
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
  const answer = await submit('customer.change', question, formMessages.changes(base.name));
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

/** Removes an address, which can be taken back; a sentence when it could not be done. */
export async function deleteAddress(
  customer: Pick<Customer, 'id' | 'name'>,
  address: Address,
): Promise<string | null> {
  const label = `${formMessages.address.toLowerCase()} of ${customer.name}`;
  const answer = await submit('address.delete', { id: customer.id, addressId: address.id }, label);
  if (isKept(answer)) return null;
  if (!answer.ok) return sayRefusal(answer.error);
  await readAgain(customer.id);
  notice(pageMessages.addressDeleted(plainText(address.street)), 'well', {
    label: pageMessages.undo,
    run: () => void addAgain(customer, address),
  });
  return null;
}

async function addAgain(customer: Pick<Customer, 'id' | 'name'>, address: Address): Promise<void> {
  const label = `${formMessages.address.toLowerCase()} of ${customer.name}`;
  const answer = await submit('address.create', { id: customer.id, ...addressAgain(address) }, label);
  if (answer.ok) await readAgain(customer.id);
  else if (isKept(answer)) notice(pageMessages.keptForLater, 'careful');
  else notice(sayRefusal(answer.error), 'trouble');
}
