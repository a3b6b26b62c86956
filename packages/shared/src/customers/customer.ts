import { z } from 'zod';
import { AddressId, CustomerId, UserId } from '../kernel/ids.ts';
import { Moment } from '../kernel/page.ts';
import { Count, line, lineOrNone, text } from '../kernel/text.ts';

export const PhoneKind = z.enum(['mobile', 'home', 'work']);
export type PhoneKind = z.infer<typeof PhoneKind>;

/** A number as kept: E.164 (ITU-T), such as +14155550132, with the digits that are dialed once it is answered. */
export const Phone = z.object({
  kind: PhoneKind,
  number: z.string(),
  extension: z.string().nullable().default(null),
});
export type Phone = z.infer<typeof Phone>;

/**
 * A number as typed, in any form that its country writes it; the server makes it E.164 or says why it cannot. An extension
 * may stand behind it, as in `(415) 555-0132 ext. 12`, or beside it.
 */
const TypedPhone = z.strictObject({
  kind: PhoneKind.default('mobile'),
  number: text(40).trim().min(3, 'expected a number such as (415) 555-0132'),
  extension: z
    .string()
    .trim()
    .regex(/^[0-9]{0,8}$/, 'expected an extension of at most 8 digits, such as 12')
    .transform((it) => it || null)
    .nullish(),
});

/** A number with its extension in one line, as people write it and as it may be typed again. */
export function wholeNumber({ number, extension }: Pick<Phone, 'number' | 'extension'>): string {
  return extension === null ? number : `${number} ext. ${extension}`;
}

export const AddressKind = z.enum(['service', 'billing']);

/** Where a customer is served, or billed. */
export const Address = z.object({
  id: AddressId,
  customerId: CustomerId,
  kind: AddressKind,
  street: z.string(),
  unit: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  zip: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  version: Count,
  createdAt: Moment,
  updatedAt: Moment,
});
export type Address = z.infer<typeof Address>;

export const AddressFields = z.strictObject({
  kind: AddressKind.optional(),
  street: line(200, 'expected a street, such as 12 Oak Street'),
  unit: lineOrNone(60).optional(),
  city: lineOrNone(100).optional(),
  state: lineOrNone(60).optional(),
  zip: lineOrNone(20).optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'expected a country as two letters, such as US')
    .toUpperCase()
    .optional(),
});

/** Somebody who is served: a person, a company, or both. */
export const Customer = z.object({
  id: CustomerId,
  /** How to call them in one line: first and last name, else company, else email, else number. */
  name: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  phones: z.array(Phone),
  tags: z.array(z.string()),
  notes: z.string(),
  leadSource: z.string().nullable(),
  /** IANA name of the zone in which this customer's times are meant, such as America/Chicago. */
  timeZone: z.string(),
  addresses: z.array(Address),
  archivedAt: Moment.nullable(),
  version: Count,
  createdAt: Moment,
  createdBy: UserId.nullable(),
  updatedAt: Moment,
  updatedBy: UserId.nullable(),
});
export type Customer = z.infer<typeof Customer>;

/** What one customer may have at most. */
export const mostPhones = 10;
export const mostTags = 30;

export const Tag = line(40, 'expected a word');

/** What may be said of a customer. Email and phones are normalised on write. */
export const customerFields = {
  firstName: lineOrNone(80).optional(),
  lastName: lineOrNone(80).optional(),
  company: lineOrNone(120).optional(),
  email: z
    .union([
      z.literal(''),
      z.null(),
      z.string().max(254).trim().toLowerCase().pipe(z.email('expected an address such as maria@example.com')),
    ])
    .transform((it) => (it === '' ? null : it))
    .optional(),
  phones: z.array(TypedPhone).max(mostPhones, `expected at most ${mostPhones} numbers`).optional(),
  tags: z.array(Tag).max(mostTags, `expected at most ${mostTags} tags`).optional(),
  notes: text(20_000).optional(),
  leadSource: lineOrNone(80).optional(),
  timeZone: z.string().max(60).refine(isTimeZone, 'expected a zone such as America/Chicago').optional(),
} as const;

/**
 * A region and a place. An offset such as +05:30 is no zone: it knows no daylight saving, and PostgreSQL reads its sign the
 * other way; letters such as CET are to PostgreSQL an offset, too.
 */
function isTimeZone(name: string): boolean {
  if (!/^([A-Za-z]+\/.+|UTC)$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** One line that stands for a customer; the first of these that is there. */
export function customerName(of: {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly phones: readonly Pick<Phone, 'number'>[];
}): string {
  const person = [of.firstName, of.lastName].filter((part) => part !== null).join(' ');
  if (person !== '') return person;
  return of.company ?? of.email ?? of.phones[0]?.number ?? 'Customer without a name';
}
