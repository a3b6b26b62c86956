import { type Customer, fold, type Job, type Suggestion } from '@ringdesk/shared';
import { isSameNumber } from '../ui/same-number.ts';

/** What is on record already, as far as it is known beside a call. */
export interface OnRecord {
  readonly customer: Customer | null;
  /** The jobs that were booked in this call. */
  readonly jobs: readonly Pick<Job, 'title' | 'schedule'>[];
  /** The number of the caller: nobody has to be told of it. */
  readonly from: string;
}

/** What was heard and is neither settled nor on record, however it is written there. */
export function openSuggestions(all: readonly Suggestion[], record: OnRecord): readonly Suggestion[] {
  return all.filter((one) => one.status === 'open' && !isOnRecord(one, record));
}

function isOnRecord({ value, text }: Suggestion, { customer, jobs, from }: OnRecord): boolean {
  switch (value.field) {
    case 'name': {
      const said = [value.firstName, value.lastName].filter((part) => part !== null);
      const known = ` ${fold(customer?.name ?? '')} `;
      return customer !== null && said.every((part) => known.includes(` ${fold(part)} `));
    }
    case 'phone':
      return [{ number: from, extension: null }, ...(customer?.phones ?? [])].some(
        ({ number, extension }) =>
          isSameNumber(number, value.number) && (value.extension === null || value.extension === extension),
      );
    case 'email':
      return customer?.email?.toLowerCase() === value.email.toLowerCase();
    case 'address':
      return (customer?.addresses ?? []).some((known) => isSameAddress(known, value));
    case 'problem':
      return jobs.some(({ title }) => fold(title) === fold(text));
    case 'wishedDate':
      return value.start !== null && jobs.some(({ schedule }) => schedule?.start === value.start);
  }
}

/** Long and short forms of streets are the same street: of a heard `Oak Street` and a known `Oak St` the shorter decides. */
function isSameAddress(
  known: Customer['addresses'][number],
  said: Suggestion['value'] & { readonly field: 'address' },
): boolean {
  const parts = ['unit', 'city', 'zip'] as const;
  const fits = parts.every((part) => said[part] === null || fold(said[part]) === fold(known[part] ?? ''));
  return fits && (said.street === null || streetKey(said.street) === streetKey(known.street));
}

function streetKey(street: string): string {
  return fold(street)
    .split(' ')
    .map((word) => shortForms[word] ?? word)
    .join(' ');
}

const shortForms: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  road: 'rd',
  boulevard: 'blvd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  terrace: 'ter',
  parkway: 'pkwy',
  highway: 'hwy',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

const sureFrom = 0.8;

/** How sure a suggestion is, for a person. */
export function isSure({ confidence }: Pick<Suggestion, 'confidence'>): boolean {
  return confidence >= sureFrom;
}
