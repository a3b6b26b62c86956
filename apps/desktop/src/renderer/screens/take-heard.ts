import type { Call, Customer, Suggestion } from '@ringdesk/shared';
import { addressOf, newDraft, typedPhone, withHeard, withPhone } from '../customers/customer-draft.ts';
import { addressDrafts, customerDrafts } from '../customers/customer-drafts.store.ts';
import { changeCustomer, readAgain } from '../customers/customer-records.ts';
import { onlyAdds } from '../customers/heard.ts';
import { emptyJob, onlyAdds as onlyAddsToJob, withHeard as withHeardJob } from '../jobs/job-draft.ts';
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
  /** Null while nobody is linked, or the one who is could not be read yet. */
  readonly customer: Customer | null;
}

/**
 * Writes what the rep took to its place: into the form of a new customer, into the linked customer, or into the job. A
 * form that is needed is opened; what belongs to the other one waits there. What could not be written stays to be taken.
 */
export async function takeHeard(taken: readonly Suggestion[], { call, customer }: Taking): Promise<void> {
  const isKnown = call.customerId !== null;
  const written: Suggestion[] = [];
  for (const one of taken) {
    const isWritten = isForJob(one)
      ? writeToJob(one, call)
      : isKnown
        ? customer !== null && (await writeToCustomer(one, customer))
        : writeToDraft(one, call);
    if (!isWritten) continue;
    written.push(one);
    void takeSuggestion(one);
  }
  const needed = isKnown
    ? written.some(isForJob) && 'job'
    : written.some((one) => !isForJob(one)) && 'customer';
  if (needed !== false && openForms.now(call.id) === null) openForms.keep(call.id, needed);
}

/** Everything at once, where it only adds; answers how many are left, because they would write over something. */
export async function takeAllHeard(heard: readonly Suggestion[], taking: Taking): Promise<number> {
  const adding = heard.filter((one) => isNewest(one, heard) && addsOnly(one, taking));
  await takeHeard(adding, taking);
  return heard.length - adding.length;
}

/** Of one kind the last that was said counts; somebody may have several numbers. */
function isNewest({ id, value }: Suggestion, heard: readonly Suggestion[]): boolean {
  return value.field === 'phone' || heard.findLast((one) => one.value.field === value.field)?.id === id;
}

function addsOnly({ value }: Suggestion, { call, customer }: Taking): boolean {
  if (value.field === 'problem' || value.field === 'wishedDate')
    return onlyAddsToJob(jobDrafts.now(call.id) ?? emptyJob, value);
  if (call.customerId === null) return onlyAdds(customerDrafts.now(call.id) ?? newDraft(call.from), value);
  if (customer === null) return false;
  const { firstName, lastName, email } = customer;
  const known = {
    ...newDraft(null),
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    email: email ?? '',
  };
  return onlyAdds({ ...known, ...addressDrafts.now(customer.id) }, value);
}

function isForJob({ value }: Suggestion): boolean {
  return value.field === 'problem' || value.field === 'wishedDate';
}

function writeToJob(one: Suggestion, { id }: Call): boolean {
  const draft = withHeardJob(jobDrafts.now(id) ?? emptyJob, one);
  if (draft !== null) jobDrafts.keep(id, draft);
  return draft !== null;
}

function writeToDraft({ value }: Suggestion, { id, from }: Call): boolean {
  const draft = withHeard(customerDrafts.now(id) ?? newDraft(from), value);
  if (draft !== null) customerDrafts.keep(id, draft);
  return draft !== null;
}

/** An address is looked over before it is saved; the rest is written at once. */
async function writeToCustomer({ value, text }: Suggestion, known: Customer): Promise<boolean> {
  if (value.field === 'address') {
    addressDrafts.keep(known.id, addressOf(value, addressDrafts.now(known.id) ?? undefined));
    return true;
  }
  const customer = (await readAgain(known.id)) ?? known;
  const wish =
    value.field === 'name'
      ? { firstName: value.firstName ?? customer.firstName, lastName: value.lastName ?? customer.lastName }
      : value.field === 'email'
        ? { email: value.email }
        : value.field === 'phone'
          ? {
              phones: withPhone(customer.phones.map(typedPhone), value).map((phone) => ({
                ...phone,
                extension: null,
              })),
            }
          : {};
  const changed = await changeCustomer(customer, wish);
  if (changed.kind === 'refused') notice(Object.values(changed.problems).join(' '), 'trouble');
  else if (changed.kind === 'conflict') notice(deskMessages.notTaken, 'careful');
  else announce(deskMessages.taken(plainText(text), plainText(customer.name)));
  return changed.kind === 'done' || changed.kind === 'kept';
}
