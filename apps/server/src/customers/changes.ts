import { type Customer, wholeNumber } from '@ringdesk/shared';

/** One field before and after, as people read it; null where there was nothing. */
export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Said = Pick<
  Customer,
  'firstName' | 'lastName' | 'company' | 'email' | 'phones' | 'tags' | 'notes' | 'leadSource' | 'timeZone'
>;

const shown: readonly (readonly [keyof Said, (it: Said) => string | null])[] = [
  ['firstName', (it) => it.firstName],
  ['lastName', (it) => it.lastName],
  ['company', (it) => it.company],
  ['email', (it) => it.email],
  ['phones', (it) => words(it.phones.map((phone) => `${phone.kind} ${wholeNumber(phone)}`))],
  ['tags', (it) => words(it.tags)],
  ['notes', (it) => (it.notes === '' ? null : it.notes)],
  ['leadSource', (it) => it.leadSource],
  ['timeZone', (it) => it.timeZone],
];

/** The fields in which two states of a customer differ; everything that is there when there was none before. */
export function changesBetween(before: Said | null, after: Said): readonly Change[] {
  return shown
    .map(([field, read]) => ({ field, before: before && read(before), after: read(after) }))
    .filter((change) => change.before !== change.after);
}

type Place = Pick<Customer['addresses'][number], 'kind' | 'street' | 'unit' | 'city' | 'state' | 'zip'>;

/** How an address reads in one line of the history. */
export function addressLine(it: Place): string {
  const street = it.unit === null ? it.street : `${it.street} ${it.unit}`;
  const town = words([it.city, words([it.state, it.zip], ' ')]);
  return `${it.kind}: ${town === null ? street : `${street}, ${town}`}`;
}

function words(parts: readonly (string | null)[], between = ', '): string | null {
  const there = parts.filter((part) => part !== null && part !== '');
  return there.length === 0 ? null : there.join(between);
}
