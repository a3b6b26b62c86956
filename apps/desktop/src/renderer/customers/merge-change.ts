import { type Customer, Phone, wholeNumber } from '@ringdesk/shared';

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
  const [mine, was, now] = [wish, base, theirs].map((one) => new Map<string, unknown>(Object.entries(one)));
  const fields = Object.keys(wish);
  if (fields.every((field) => isSame(mine?.get(field), now?.get(field)))) return { kind: 'done' };
  const isOurs = fields.every(
    (field) => isSame(was?.get(field), now?.get(field)) || isSame(mine?.get(field), now?.get(field)),
  );
  return isOurs ? { kind: 'again', version: theirs.version } : { kind: 'conflict' };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** A value of a record as one line a person can compare. */
export function sayValue(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  if (!Array.isArray(value) || value.length === 0) return '–';
  return value.map(sayItem).join(', ');
}

function sayItem(item: unknown): string {
  if (typeof item === 'string') return item;
  const phone = Phone.safeParse(item);
  return phone.success ? wholeNumber(phone.data) : JSON.stringify(item);
}
