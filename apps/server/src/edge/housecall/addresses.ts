import type { Address, Question } from '@ringdesk/shared';
import { z } from 'zod';

const word = z.string().nullish();

/** An address as it comes with a new customer; where it lies on the map (`latitude`, `longitude`) is not kept. */
export const AddressBody = z.object({
  type: z.enum(['service', 'billing']).nullish(),
  street: word,
  street_line_2: word,
  city: word,
  state: word,
  zip: word,
  country: word,
});
type AddressBody = z.infer<typeof AddressBody>;

const told = z.string();

/** An address that is added to a customer: all of it must be told. */
export const NewAddressBody = AddressBody.extend({
  street: told,
  city: told,
  state: told,
  zip: told,
  country: told,
});

type AddressIn = Omit<Question<'address.create'>, 'id'>;

export function addressIn(body: AddressBody): AddressIn {
  return {
    street: body.street ?? '',
    unit: body.street_line_2 ?? null,
    city: body.city ?? null,
    state: body.state ?? null,
    zip: body.zip ?? null,
    ...(body.type && { kind: body.type }),
    ...(body.country && { country: countryIn(body.country) }),
  };
}

export function addressOut(address: Address): object {
  return {
    id: address.id,
    type: address.kind,
    street: address.street,
    street_line_2: address.unit,
    city: address.city,
    state: address.state,
    zip: address.zip,
    country: address.country,
  };
}

const alsoCalled: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  uk: 'GB',
  can: 'CA',
};

/** Two letters (ISO 3166-1) for a country that is written out in English; any other word stays as it is, to be refused. */
function countryIn(written: string): string {
  const name = written.trim().toLowerCase();
  return alsoCalled[name] ?? countries().get(name) ?? written.trim();
}

let byName: ReadonlyMap<string, string> | null = null;

function countries(): ReadonlyMap<string, string> {
  byName ??= new Map(namedCountries());
  return byName;
}

/** Every country that Unicode's CLDR names in English. */
function namedCountries(): (readonly [string, string])[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((code) => [(names.of(code) ?? '').toLowerCase(), code] as const)
    .filter(([name]) => name !== '');
}
