import type { FieldError, Phone, PhoneKind } from '@ringdesk/shared';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Where a number without a country is at home, unless an address says otherwise. */
const homeCountry = 'US';

/** Letters on the keys of a telephone (ITU-T E.161), for numbers that are told as words. */
const keys = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
const firstKey = 2;
/** Digits, then a word that goes on to the end, such as 1-800-FLOWERS. */
const isVanity = /^\+?[\d\s().-]{3,}[A-Z]{2,}[A-Z\d\s-]*$/i;

/**
 * A number in E.164 as its country writes it, or null for what cannot be one. Also read are a link (RFC 3966), 00 in front
 * of a country, marks of writing that came along, and words on the keys. An extension is left out.
 */
export function e164(typed: string, country: string = homeCountry): string | null {
  const plain = typed.replace(/\p{Cf}/gu, '').replace(/^\s*tel:/i, '');
  return (
    parsed(plain, country) ??
    parsed(plain.replace(/^\s*00(?=[1-9])/, '+'), country) ??
    (isVanity.test(plain.trim()) ? parsed(onKeys(plain), country) : null)
  );
}

/** The number that somebody looks for: also one whose plus was lost on the way, as in an address of the web. */
export function soughtE164(typed: string): string | null {
  return e164(typed) ?? (/^\s*\d/.test(typed) ? e164(`+${typed.trim()}`) : null);
}

function parsed(typed: string, country: string): string | null {
  const defaultCountry: CountryCode = isSupportedCountry(country) ? country : homeCountry;
  const number = parsePhoneNumberFromString(typed, { defaultCountry, extract: false });
  return number?.isValid() === true ? number.number : null;
}

function onKeys(typed: string): string {
  return typed.replace(/[A-Z]/gi, (letter) =>
    String(firstKey + keys.findIndex((key) => key.includes(letter.toUpperCase()))),
  );
}

interface TypedPhone {
  readonly kind: PhoneKind;
  readonly number: string;
}

/** Typed numbers as they are kept, each once; `errors` names those that cannot be numbers, and what would be one. */
export function readPhones(
  typed: readonly TypedPhone[],
  country?: string,
): { readonly phones: readonly Phone[]; readonly errors: readonly FieldError[] } {
  const phones = new Map<string, Phone>();
  const errors: FieldError[] = [];
  typed.forEach(({ kind, number }, i) => {
    const kept = e164(number, country);
    if (kept === null)
      errors.push({
        path: `phones.${i}.number`,
        message: `"${number}" cannot be a number; expected one with its area code, such as (415) 555-0132, or with its country, such as +44 20 7946 0123`,
      });
    else if (!phones.has(kept)) phones.set(kept, { kind, number: kept });
  });
  return { phones: [...phones.values()], errors };
}

/** Tags without those that differ in capitals only; the first spelling stays. */
export function uniqueTags(tags: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) if (!kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag);
  return [...kept.values()];
}
