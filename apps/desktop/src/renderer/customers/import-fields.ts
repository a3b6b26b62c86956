import { type ImportField, importFields } from '@ringdesk/shared';

/** What other programs call these columns; compared without case, blanks and signs. */
const synonyms: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    'name',
    'fullname',
    'customername',
    'customer',
    'contact',
    'contactname',
    'displayname',
    'client',
    'clientname',
  ],
  firstName: ['firstname', 'first', 'givenname', 'forename', 'fname', 'vorname'],
  lastName: ['lastname', 'last', 'surname', 'familyname', 'lname', 'nachname'],
  company: [
    'company',
    'companyname',
    'business',
    'businessname',
    'organization',
    'organisation',
    'account',
    'firma',
  ],
  email: ['email', 'emailaddress', 'mail', 'primaryemail', 'contactemail'],
  phone: [
    'phone',
    'phonenumber',
    'phoneno',
    'telephone',
    'tel',
    'primaryphone',
    'mainphone',
    'contactphone',
    'telefon',
  ],
  mobile: ['mobile', 'mobilephone', 'mobilenumber', 'cell', 'cellphone', 'cellnumber', 'handy'],
  home: ['home', 'homephone', 'homenumber', 'landline'],
  work: ['work', 'workphone', 'worknumber', 'businessphone', 'office', 'officephone'],
  street: [
    'street',
    'streetaddress',
    'address',
    'addressline',
    'serviceaddress',
    'billingaddress',
    'mailingstreet',
    'strasse',
  ],
  unit: ['unit', 'apt', 'apartment', 'suite', 'unitnumber', 'aptsuite'],
  city: ['city', 'town', 'servicecity', 'mailingcity', 'locality', 'ort', 'stadt'],
  state: ['state', 'province', 'region', 'stateprovince', 'servicestate', 'county'],
  zip: ['zip', 'zipcode', 'postcode', 'postalcode', 'zippostalcode', 'plz'],
  country: ['country', 'countrycode', 'land'],
  tags: ['tags', 'tag', 'labels', 'label', 'categories', 'category', 'groups'],
  leadSource: [
    'leadsource',
    'source',
    'referredby',
    'referral',
    'howdidyouhear',
    'howdidyouhearaboutus',
    'origin',
  ],
  timeZone: ['timezone', 'tz'],
  notes: ['notes', 'note', 'comments', 'comment', 'remarks', 'description', 'memo'],
};
/** Second lines of an address are numbered, not named. */
const numbered: Readonly<Record<string, ImportField>> = {
  address1: 'street',
  addressline1: 'street',
  street1: 'street',
  address2: 'unit',
  addressline2: 'unit',
  street2: 'unit',
};
/** Of these a customer may have several, so a file may as well. */
const repeatable: ReadonlySet<ImportField> = new Set(['phone', 'mobile', 'home', 'work', 'tags', 'notes']);
const bySynonym = new Map(
  importFields.flatMap((field) => synonyms[field].map((word) => [word, field] as const)),
);

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const looksLikePhone = /^\+?[\d\s().\-/]{7,24}(?:\s*(?:ext(?:ension)?\.?|x|#)\s*\d{1,8})?$/i;
const sampleRows = 30;
const mostOfThem = 0.6;

/** Our field for each column; null: it is left out. By its name first, and by what stands in it where the name says nothing. */
export function guessColumns(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): readonly (ImportField | null)[] {
  const width = header?.length ?? Math.max(0, ...rows.slice(0, sampleRows).map((row) => row.length));
  const taken = new Set<ImportField>();
  const claim = (field: ImportField | null): ImportField | null => {
    if (field === null || (taken.has(field) && !repeatable.has(field))) return null;
    taken.add(field);
    return field;
  };
  const named = Array.from({ length: width }, (_, i) => claim(fieldOf(header?.[i] ?? '')));
  const isAnyNamed = named.some((field) => field !== null);
  return named.map((field, i) => field ?? claim(byContent(rows, i, isAnyNamed)));
}

function fieldOf(name: string): ImportField | null {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  return numbered[plain] ?? bySynonym.get(plain) ?? bySynonym.get(plain.replace(/\d+$/, '')) ?? null;
}

function byContent(
  rows: readonly (readonly string[])[],
  column: number,
  isAnyNamed: boolean,
): ImportField | null {
  const cells = rows
    .slice(0, sampleRows)
    .map((row) => (row[column] ?? '').trim())
    .filter((cell) => cell !== '');
  const share = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell)).length / cells.length;
  if (cells.length === 0) return null;
  if (share(looksLikeEmail) >= mostOfThem) return 'email';
  // A column of numbers whose name says nothing in a file of named ones may be anything.
  return !isAnyNamed && share(looksLikePhone) >= mostOfThem ? 'phone' : null;
}

/** Whether the first line names the columns: it does unless an email or a number stands in it. */
export function hasHeader(first: readonly string[]): boolean {
  const cells = first.map((cell) => cell.trim());
  if (cells.some((cell) => fieldOf(cell) !== null)) return true;
  return !cells.some((cell) => looksLikeEmail.test(cell) || looksLikePhone.test(cell));
}
