import { type Call, type Customer, CustomerId, type Suggestion } from '@ringdesk/shared';
import { addressOf, newDraft, withHeard, withPhone } from '../customers/customer-draft.ts';
import { addressDrafts, customerDrafts } from '../customers/customer-drafts.store.ts';
import { changeCustomer, readAgain } from '../customers/customer-records.ts';
import { emptyJob, withHeard as withHeardJob } from '../jobs/job-draft.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import { takeSuggestion } from '../suggestions/commands.ts';
import { announce } from '../ui/announcements.store.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { deskMessages } from './messages.ts';
import { openForms } from './open-form.store.ts';

/** Where things that were heard go: the call, and whoever is linked to it. */
export interface Taking {
  readonly call: Call;
  readonly customer: Customer | null;
}

/**
 * Writes what the rep took to its place: into the form of a new customer, into the linked customer, or into the job. A
 * form that is needed is opened; what belongs to the other one waits there.
 */
export async function takeHeard(taken: readonly Suggestion[], { call, customer }: Taking): Promise<void> {
  const isKnown = call.customerId !== null;
  for (const one of taken) {
    if (isForJob(one)) writeToJob(one, call);
    else if (!isKnown) writeToDraft(one, call);
    else if (customer !== null) await writeToCustomer(one, customer);
    void takeSuggestion(one);
  }
  const needed = isKnown ? taken.some(isForJob) && 'job' : taken.some((one) => !isForJob(one)) && 'customer';
  if (needed !== false && openForms.now(call.id) === null) openForms.keep(call.id, needed);
}

function isForJob({ value }: Suggestion): boolean {
  return value.field === 'problem' || value.field === 'wishedDate';
}

function writeToJob(one: Suggestion, { id }: Call): void {
  const draft = withHeardJob(jobDrafts.now(id) ?? emptyJob, one);
  if (draft !== null) jobDrafts.keep(id, draft);
}

function writeToDraft({ value }: Suggestion, { id, from }: Call): void {
  const draft = withHeard(customerDrafts.now(id) ?? newDraft(from), value);
  if (draft !== null) customerDrafts.keep(id, draft);
}

/** An address is looked over before it is saved; the rest is written at once. */
async function writeToCustomer({ value, text }: Suggestion, known: Customer): Promise<void> {
  if (value.field === 'address') return addressDrafts.keep(known.id, addressOf(value));
  const customer = (await readAgain(CustomerId.parse(known.id))) ?? known;
  const wish =
    value.field === 'name'
      ? { firstName: value.firstName ?? customer.firstName, lastName: value.lastName ?? customer.lastName }
      : value.field === 'email'
        ? { email: value.email }
        : value.field === 'phone'
          ? { phones: withPhone(customer.phones, value.number) }
          : {};
  const changed = await changeCustomer(customer, wish);
  if (changed.kind === 'refused') notice(Object.values(changed.problems).join(' '), 'trouble');
  else if (changed.kind === 'conflict') notice(deskMessages.notTaken, 'careful');
  else announce(deskMessages.taken(plainText(text), plainText(customer.name)));
}
