import type { Customer } from '@ringdesk/shared';

/** What one field edit wishes. */
export type CustomerPatch = Partial<
  Pick<
    Customer,
    'firstName' | 'lastName' | 'company' | 'email' | 'phones' | 'tags' | 'notes' | 'leadSource' | 'timeZone'
  >
>;

export type Merged =
  /** Somebody changed other fields: the same wish again, over their version. */
  | { readonly kind: 'again'; readonly version: number }
  /** It already says so. */
  | { readonly kind: 'done' }
  /** Both changed the same field; a person decides. */
  | { readonly kind: 'conflict' };

/** What becomes of an edit of `base` once somebody else's version is there. */
export function mergeChange(base: Customer, wish: CustomerPatch, theirs: Customer): Merged {
  const fields = Object.keys(wish) as (keyof CustomerPatch)[];
  if (fields.every((field) => isSame(wish[field], theirs[field]))) return { kind: 'done' };
  const isOurs = fields.every(
    (field) => isSame(base[field], theirs[field]) || isSame(wish[field], theirs[field]),
  );
  return isOurs ? { kind: 'again', version: theirs.version } : { kind: 'conflict' };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** A value of a record as one line a person can compare. */
export function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? '–' : value.map(sayItem).join(', ');
}

function sayItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  return 'number' in item ? String(item.number) : Object.values(item).join(' ');
}
