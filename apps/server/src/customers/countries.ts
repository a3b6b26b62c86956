import { getCountries } from 'libphonenumber-js';

/** Short names that lists of customers use, beside the codes of ISO 3166-1. */
const shortNames: Readonly<Record<string, string>> = {
  usa: 'US',
  us: 'US',
  america: 'US',
  uk: 'GB',
  england: 'GB',
};
const names = new Intl.DisplayNames('en', { type: 'region' });
const codes = new Map<string, string>(getCountries().map((code) => [plain(names.of(code) ?? code), code]));

/** The code of a country that a file names in English, or by its code; what is not known stays as it was written. */
export function countryCode(written: string): string {
  const name = plain(written);
  return shortNames[name] ?? codes.get(name) ?? written;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/ of america$/, '')
    .replaceAll(/[.\s]+/g, ' ')
    .replace(/^(?:[a-z] ){1,2}[a-z] ?$/, (letters) => letters.replaceAll(' ', ''))
    .trim();
}
