import { type Customer, type Phone, type PhoneKind, type Question, wholeNumber } from '@ringdesk/shared';
import { z } from 'zod';
import { AddressBody, addressIn, addressOut } from './addresses.ts';
import { company } from './company.ts';
import { isExpanded, type Query } from './query.ts';
import type { CustomerOrder } from './records.ts';
import type { CustomerChange } from './route.ts';

const word = z.string().nullish();
const numberFields = ['mobile_number', 'home_number', 'work_number'] as const;
const kinds: Readonly<Record<(typeof numberFields)[number], PhoneKind>> = {
  mobile_number: 'mobile',
  home_number: 'home',
  work_number: 'work',
};

/** What may be said of a customer. Nobody is notified from here, so `notifications_enabled` is not kept. */
export const CustomerBody = z.object({
  first_name: word,
  last_name: word,
  email: word,
  company: word,
  mobile_number: word,
  home_number: word,
  work_number: word,
  tags: z.array(z.string()).nullish(),
  lead_source: word,
  notes: word,
});
type CustomerBody = z.infer<typeof CustomerBody>;

export const NewCustomerBody = CustomerBody.extend({ addresses: z.array(AddressBody).nullish() });

/** Their attributes to sort by, and our orders. */
export const customerOrders = {
  created_at: 'createdAt',
  updated_at: 'updatedAt',
  first_name: 'firstName',
  last_name: 'lastName',
  company: 'company',
  email: 'email',
  id: 'id',
} as const satisfies Record<string, CustomerOrder>;

export function customerIn(body: z.infer<typeof NewCustomerBody>): Question<'customer.create'> {
  return {
    ...saidIn(body),
    phones: [...phonesIn(body, [])],
    addresses: (body.addresses ?? []).map(addressIn),
  };
}

/** What a body changes: what it does not name stays, a null empties. */
export function changeIn(body: CustomerBody, was: Customer): CustomerChange {
  const hasNumbers = numberFields.some((field) => body[field] !== undefined);
  return { ...saidIn(body), ...(hasNumbers && { phones: [...phonesIn(body, was.phones)] }) };
}

function saidIn(body: CustomerBody): CustomerChange {
  return {
    ...(body.first_name !== undefined && { firstName: body.first_name }),
    ...(body.last_name !== undefined && { lastName: body.last_name }),
    ...(body.email !== undefined && { email: body.email }),
    ...(body.company !== undefined && { company: body.company }),
    ...(body.lead_source !== undefined && { leadSource: body.lead_source }),
    ...(body.tags !== undefined && { tags: body.tags ?? [] }),
    ...(body.notes !== undefined && { notes: body.notes ?? '' }),
  };
}

/** The numbers with those that are named in the place of the first of their kind; others of a kind stay. */
function phonesIn(body: CustomerBody, were: readonly Phone[]): NonNullable<CustomerChange['phones']> {
  return numberFields.flatMap((field) => {
    const kind = kinds[field];
    const kept = were.filter((phone) => phone.kind === kind);
    const given = body[field];
    if (given === undefined) return kept;
    const rest = kept.slice(1);
    return given === null || given.trim() === '' ? rest : [{ kind, number: given }, ...rest];
  });
}

/** The words for what is wrong with a customer: a number by the field that it came in. */
export function numberNames(phones: readonly { readonly kind?: PhoneKind | undefined }[]) {
  return (path: string): string => {
    const [, place] = /^phones\.(\d+)/.exec(path) ?? [];
    return place === undefined ? path : `${phones[Number(place)]?.kind ?? 'mobile'}_number`;
  };
}

/** A customer in their shape; numbers are E.164 with an extension behind it, where they have any form. */
export function customerOut(customer: Customer, query: Query): object {
  return {
    ...personOut(customer),
    notes: customer.notes,
    addresses: customer.addresses.map(addressOut),
    ...(isExpanded(query, 'attachments') && { attachments: [] }),
    ...(isExpanded(query, 'do_not_service') && { do_not_service: false }),
  };
}

/** The customer within a job: notes are a list there, and addresses are not told. */
export function customerOfJobOut(customer: Customer): object {
  const notes = customer.notes === '' ? [] : [{ id: `note_${customer.id}`, content: customer.notes }];
  return { ...personOut(customer), notes };
}

function personOut(customer: Customer): object {
  const numberOf = (kind: PhoneKind) => {
    const phone = customer.phones.find((one) => one.kind === kind);
    return phone === undefined ? null : wholeNumber(phone);
  };
  return {
    id: customer.id,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    mobile_number: numberOf('mobile'),
    home_number: numberOf('home'),
    work_number: numberOf('work'),
    company: customer.company,
    notifications_enabled: false,
    lead_source: customer.leadSource,
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    tags: customer.tags,
    ...company,
  };
}
