import {
  type Customer,
  operations,
  type Phone,
  PhoneKind,
  type Question,
  type Refusal,
  type SuggestedValue,
  wholeNumber,
} from '@ringdesk/shared';
import { z } from 'zod';
import { sayIssue } from '../http/say-issue.ts';
import { extensionIn, isSameNumber } from '../ui/same-number.ts';
import { sayPhone } from '../ui/say-phone.ts';

const text = z.string();
/** A number as it is typed, with its extension behind it. */
const DraftPhone = z.object({ kind: PhoneKind, number: text });
export type DraftPhone = z.infer<typeof DraftPhone>;

/** An address as it is typed. */
export const AddressDraft = z.object({ street: text, unit: text, city: text, state: text, zip: text });
export type AddressDraft = z.infer<typeof AddressDraft>;

/** A customer as they are typed; nothing of it is checked yet. */
export const CustomerDraft = AddressDraft.extend({
  firstName: text,
  lastName: text,
  company: text,
  email: text,
  phones: z.array(DraftPhone),
  notes: text,
});
export type CustomerDraft = z.infer<typeof CustomerDraft>;

export const emptyAddress: AddressDraft = { street: '', unit: '', city: '', state: '', zip: '' };

/** What is known of somebody before a word was typed: the number they call from, if it is one. */
export function newDraft(from: string | null): CustomerDraft {
  const hasNumber = from !== null && /\d{5}/.test(from);
  return {
    firstName: '',
    lastName: '',
    company: '',
    email: '',
    phones: [{ kind: 'mobile', number: hasNumber ? sayPhone(from) : '' }],
    notes: '',
    ...emptyAddress,
  };
}

/** The draft with what was heard in it; null where it has no place in a customer. */
export function withHeard(draft: CustomerDraft, heard: SuggestedValue): CustomerDraft | null {
  switch (heard.field) {
    case 'name':
      return {
        ...draft,
        firstName: heard.firstName ?? draft.firstName,
        lastName: heard.lastName ?? draft.lastName,
      };
    case 'email':
      return { ...draft, email: heard.email };
    case 'phone':
      return { ...draft, phones: withPhone(draft.phones, heard) };
    case 'address':
      return { ...draft, ...addressOf(heard, draft) };
    case 'wishedDate':
    case 'problem':
      return null;
  }
}

type HeardAddress = SuggestedValue & { readonly field: 'address' };

/** A heard address over what is there; what was not heard stays. */
export function addressOf(heard: HeardAddress, over: AddressDraft = emptyAddress): AddressDraft {
  const { street, unit, city, state, zip } = heard;
  return {
    street: street ?? over.street,
    unit: unit ?? over.unit,
    city: city ?? over.city,
    state: state ?? over.state,
    zip: zip ?? over.zip,
  };
}

type HeardPhone = Omit<SuggestedValue & { readonly field: 'phone' }, 'field'>;

/**
 * The number in the first empty row, else in a row of its own; one that is there already changes nothing, but that it is
 * given the extension that was heard if it has none.
 */
export function withPhone(phones: readonly DraftPhone[], heard: HeardPhone): DraftPhone[] {
  if (phones.some((phone) => isPhone(phone.number, heard))) return [...phones];
  const number = sayPhone(heard.number, heard.extension);
  const bare = phones.findIndex(
    (phone) => isSameNumber(phone.number, heard.number) && extensionIn(phone.number) === null,
  );
  const place = bare === -1 ? phones.findIndex((phone) => phone.number.trim() === '') : bare;
  if (place === -1) return [...phones, { kind: 'mobile', number }];
  return phones.map((phone, i) => (i === place ? { ...phone, number } : phone));
}

/** Whether this is the number that was heard, with its extension if one was. */
export function isPhone(written: string, { number, extension }: HeardPhone): boolean {
  return isSameNumber(written, number) && (extension === null || extensionIn(written) === extension);
}

/** A number of a customer as it would be typed. */
export function typedPhone(phone: Phone): DraftPhone {
  return { kind: phone.kind, number: sayPhone(phone.number, phone.extension) };
}

/** The question that makes this customer: what is blank is left out. */
export function questionOf(draft: CustomerDraft): Question<'customer.create'> {
  const { firstName, lastName, company, email, notes } = draft;
  const phones = draft.phones.filter(({ number }) => number.trim() !== '');
  const address = addressQuestion(draft);
  return {
    ...filled({ firstName, lastName, company, email, notes }),
    ...(phones.length === 0 ? {} : { phones }),
    ...(address === null ? {} : { addresses: [address] }),
  };
}

/** A customer that was asked for, as they were typed: the way back from `questionOf`. */
export function draftFrom(question: Question<'customer.create'>): CustomerDraft {
  const { firstName, lastName, company, email, phones = [], notes, addresses = [] } = question;
  const { street = '', unit, city, state, zip } = addresses[0] ?? {};
  return {
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    company: company ?? '',
    email: email ?? '',
    phones: phones.map(({ kind = 'mobile', number, extension }) => ({
      kind,
      number: wholeNumber({ number, extension: extension ?? null }),
    })),
    notes: notes ?? '',
    street,
    unit: unit ?? '',
    city: city ?? '',
    state: state ?? '',
    zip: zip ?? '',
  };
}

/** The address that is typed, or null where none is. */
export function addressQuestion({ street, unit, city, state, zip }: AddressDraft) {
  const parts = filled({ unit, city, state, zip });
  if (street.trim() === '' && Object.keys(parts).length === 0) return null;
  return { street, ...parts };
}

function filled<Name extends string>(fields: Readonly<Record<Name, string>>): Partial<Record<Name, string>> {
  const kept: Partial<Record<Name, string>> = {};
  for (const name in fields) if (fields[name].trim() !== '') kept[name] = fields[name];
  return kept;
}

/** What is wrong, by the field it stands beside; `form` where it belongs to none. */
export type Problems = Readonly<Record<string, string>>;

/** What the contract would refuse, before anything is sent; empty when it would not. */
export function problemsOf(draft: CustomerDraft): Problems {
  return problemsWith(operations['customer.create'].input.safeParse(questionOf(draft)).error);
}

/** What the contract says against a question, by field; empty where it says nothing. */
export function problemsWith(error: z.ZodError | undefined): Problems {
  return byField((error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message })));
}

/** A refusal of the server as problems of fields. */
export function problemsIn(refusal: Refusal, sentence: string): Problems {
  const errors = refusal.details?.errors ?? [];
  return errors.length === 0 ? { form: sentence } : byField(errors);
}

function byField(errors: readonly { readonly path: string; readonly message: string }[]): Problems {
  const found: Record<string, string> = {};
  for (const { path, message } of errors) {
    const field = path.replace(/^addresses\.\d+\./, '').replace(/^(phones\.\d+)\.\w+$/, '$1');
    found[field] ??= sayIssue(message);
  }
  return found;
}

/** How a customer is called while they are typed. */
export function draftName({ firstName, lastName, company, email, phones }: CustomerDraft): string {
  const person = [firstName, lastName].map((part) => part.trim()).filter(Boolean);
  if (person.length > 0) return person.join(' ');
  return company.trim() || email.trim() || (phones[0]?.number ?? '');
}

/** An address in one line. */
export function addressLine(
  of: Pick<Customer['addresses'][number], 'street' | 'unit' | 'city' | 'state' | 'zip'>,
): string {
  const town = [of.state, of.zip].filter(Boolean).join(' ');
  return [of.street, of.unit, of.city, town].filter((part) => part !== null && part !== '').join(', ');
}
