import type { SuggestedValue, Suggestion } from '@ringdesk/shared';
import { type CustomerDraft, isPhone } from './customer-draft.ts';

/** The parts of the form that what was heard may fill. */
export type HeardPart = 'name' | 'phone' | 'email' | 'address';
export type Heard = Readonly<Partial<Record<HeardPart, Suggestion>>>;

/** What was heard last for each part of the form and does not stand in it yet. */
export function heardFor(draft: CustomerDraft, open: readonly Suggestion[]): Heard {
  const heard: Partial<Record<HeardPart, Suggestion>> = {};
  for (const one of open) {
    const { field } = one.value;
    if (field === 'wishedDate' || field === 'problem' || isWritten(draft, one)) continue;
    heard[field] = one;
  }
  return heard;
}

function isWritten(draft: CustomerDraft, { value }: Suggestion): boolean {
  switch (value.field) {
    case 'name':
      return isIn(value.firstName, draft.firstName) && isIn(value.lastName, draft.lastName);
    case 'email':
      return isIn(value.email, draft.email);
    case 'phone':
      return draft.phones.some(({ number }) => isPhone(number, value));
    case 'address':
      return (['street', 'unit', 'city', 'state', 'zip'] as const).every((part) =>
        isIn(value[part], draft[part]),
      );
    case 'wishedDate':
    case 'problem':
      return false;
  }
}

/** Whether what was heard only adds to the form: no word that stands there would be written over. */
export function onlyAdds(draft: CustomerDraft, heard: SuggestedValue): boolean {
  switch (heard.field) {
    case 'name':
      return isBegun(heard.firstName, draft.firstName) && isBegun(heard.lastName, draft.lastName);
    case 'email':
      return isBegun(heard.email, draft.email);
    case 'address':
      return (['street', 'unit', 'city', 'state', 'zip'] as const).every((part) =>
        isBegun(heard[part], draft[part]),
      );
    case 'phone':
    case 'wishedDate':
    case 'problem':
      return true;
  }
}

function isBegun(heard: string | null, typed: string): boolean {
  return heard === null || heard.toLowerCase().startsWith(typed.trim().toLowerCase());
}

function isIn(heard: string | null, typed: string): boolean {
  return heard === null || heard.trim().toLowerCase() === typed.trim().toLowerCase();
}

/**
 * Whether Tab may take what was heard into the field the rep stands in: only where nothing is typed, or where what is typed
 * is the beginning of it. Anything else stays as it was typed, and Tab goes on to the next field.
 */
export function mayComplete(heard: Suggestion | undefined, field: string, typed: string): boolean {
  if (heard === undefined) return false;
  const value = heardIn(heard, field);
  if (value === null) return false;
  const begun = typed.trim().toLowerCase();
  return value.toLowerCase() !== begun && value.toLowerCase().startsWith(begun);
}

/** What was heard for one field, such as the town of an address. */
function heardIn({ value }: Suggestion, field: string): string | null {
  if (value.field === 'phone') return field.startsWith('phone') ? value.number : null;
  const found = Object.entries(value).find(([name]) => name === field && name !== 'field');
  return typeof found?.[1] === 'string' ? found[1] : null;
}

/** The part of the form that a field belongs to. */
export function partOf(field: string): HeardPart | null {
  if (field === 'firstName' || field === 'lastName') return 'name';
  if (field === 'email') return 'email';
  if (field.startsWith('phone')) return 'phone';
  return ['street', 'unit', 'city', 'state', 'zip'].includes(field) ? 'address' : null;
}
