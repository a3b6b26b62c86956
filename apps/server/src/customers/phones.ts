import { type FieldError, type Phone, type PhoneKind, wholeNumber } from '@ringdesk/shared';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Where a number without a country is at home, unless an address says otherwise. */
const homeCountry = 'US';

/** Letters on the keys of a telephone (ITU-T E.161), for numbers that are told as words. */
const keys = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
const firstKey = 2;
/** Digits, then a word that goes on to the end, such as 1-800-FLOWERS. */
const isVanity = /^\+?[\d\s().-]{3,}[A-Z]{2,}[A-Z\d\s-]*$/i;

/** A number in E.164, and the digits that are dialed once it is answered. */
type Dialed = Pick<Phone, 'number' | 'extension'>;

/**
 * A number in E.164 as its country writes it, with its extension, or null for what cannot be one. Also read are a link
 * (RFC 3966), 00 in front of a country, marks of writing that came along, and words on the keys.
 */
export function readNumber(typed: string, country: string = homeCountry): Dialed | null {
  const plain = typed.replace(/\p{Cf}/gu, '').replace(/^\s*tel:/i, '');
  const whole = parsed(plain, country) ?? parsed(plain.replace(/^\s*00(?=[1-9])/, '+'), country);
  if (whole !== null) return whole;
  const { number, extension } = parted(plain);
  const found = parsed(isVanity.test(number) ? onKeys(number) : number, country);
  return found && { ...found, extension: found.extension ?? extension };
}

/** The number alone, in E.164; whoever has it is the same with any extension. */
export function e164(typed: string, country?: string): string | null {
  return readNumber(typed, country)?.number ?? null;
}

const extensionBehind = /^(.+?)[\s,;(]*(?:extension|extn?|x|#)[\s.:#=]*(\d+)\)?$/i;

/** What is typed without the extension behind it, where it says that it is one. */
export function parted(typed: string): Dialed {
  const [, number = typed, extension = null] = extensionBehind.exec(typed.trim()) ?? [];
  return { number: number.trim(), extension };
}

/** The number that somebody looks for: also one whose plus was lost on the way, as in an address of the web. */
export function soughtE164(typed: string): string | null {
  return e164(typed) ?? (/^\s*\d/.test(typed) ? e164(`+${typed.trim()}`) : null);
}

function parsed(typed: string, country: string): Dialed | null {
  const defaultCountry: CountryCode = isSupportedCountry(country) ? country : homeCountry;
  const number = parsePhoneNumberFromString(typed, { defaultCountry, extract: false });
  return number?.isValid() === true ? { number: number.number, extension: number.ext ?? null } : null;
}

function onKeys(typed: string): string {
  return typed.replace(/[A-Z]/gi, (letter) =>
    String(firstKey + keys.findIndex((key) => key.includes(letter.toUpperCase()))),
  );
}

interface TypedPhone {
  readonly kind: PhoneKind;
  readonly number: string;
  readonly extension?: string | null | undefined;
}

const mostDigits = 8;

/** Typed numbers as they are kept, each once with each extension; `errors` names those that cannot be numbers, and what would be one. */
export function readPhones(
  typed: readonly TypedPhone[],
  country?: string,
): { readonly phones: readonly Phone[]; readonly errors: readonly FieldError[] } {
  const phones = new Map<string, Phone>();
  const errors: FieldError[] = [];
  typed.forEach((one, i) => {
    const kept = dialedOf(one, country);
    if ('message' in kept) errors.push({ ...kept, path: `phones.${i}.${kept.path}` });
    else if (!phones.has(wholeNumber(kept))) phones.set(wholeNumber(kept), { kind: one.kind, ...kept });
  });
  return { phones: [...phones.values()], errors };
}

/** A typed number as it is kept, or what is wrong with it. */
function dialedOf({ number, extension: beside }: TypedPhone, country?: string): Dialed | FieldError {
  const read = readNumber(number, country);
  if (read === null)
    return {
      path: 'number',
      message: `"${number}" cannot be a number; expected one with its area code, such as (415) 555-0132, or with its country, such as +44 20 7946 0123`,
    };
  const within = read.extension;
  if (within !== null && within.length > mostDigits)
    return {
      path: 'number',
      message: `"${number}" has a long extension; expected at most ${mostDigits} digits`,
    };
  if (within !== null && typeof beside === 'string' && within !== beside)
    return {
      path: 'extension',
      message: `there are two extensions: ${within} in the number, ${beside} beside it; expected one`,
    };
  return { number: read.number, extension: within ?? beside ?? null };
}

/** Tags without those that differ in capitals only; the first spelling stays. */
export function uniqueTags(tags: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) if (!kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag);
  return [...kept.values()];
}
