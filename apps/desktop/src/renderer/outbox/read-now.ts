import { AddressId, type Answer, CustomerId, JobId, Phone, refused, wholeNumber } from '@ringdesk/shared';
import type { Call } from '../http/call.ts';
import { extensionIn, withoutExtension } from '../ui/same-number.ts';

/** A change of a record, as it was asked for. */
interface Change {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The record that a change is about, as it is now; NOT_FOUND where it is gone or the write is no change. */
export async function readNow(call: Call, { name, input }: Change): Promise<Answer<object>> {
  const customer = CustomerId.safeParse(input['id']);
  const address = AddressId.safeParse(input['addressId']);
  const job = JobId.safeParse(input['id']);
  if (name === 'customer.change' && customer.success) return call('customer.read', { id: customer.data });
  if (name === 'job.change' && job.success) return call('job.read', { id: job.data });
  if (name === 'address.change' && customer.success && address.success)
    return call('address.read', { id: customer.data, addressId: address.data });
  return refused('NOT_FOUND');
}

/** Fields that name the record and its version: no wishes. */
const names: ReadonlySet<string> = new Set(['id', 'version']);

/** What is wished of a record, and what stands there, by field. */
export function wishesOf(
  input: Readonly<Record<string, unknown>>,
  record: object,
): readonly { readonly field: string; readonly mine: unknown; readonly theirs: unknown }[] {
  const there = new Map<string, unknown>(Object.entries(record));
  const assignees = there.get('assignees');
  if (Array.isArray(assignees)) there.set('assigneeIds', assignees.map(idOf));
  return Object.entries(input)
    .filter(([field, mine]) => !names.has(field) && mine !== undefined)
    .filter(([field]) => field !== 'addressId' || there.has(field))
    .map(([field, mine]) => ({ field, mine, theirs: there.get(field) }));
}

function idOf(one: unknown): unknown {
  return typeof one === 'object' && one !== null && 'id' in one ? one.id : one;
}

/** Whether everything that was wished stands in the record, however the server writes it. */
export function isAsWished(wish: Readonly<Record<string, unknown>>, record: object): boolean {
  return wishesOf(wish, record).every(({ mine, theirs }) => isSame(mine, theirs));
}

/**
 * Whether two values say the same: blanks, the capitals of an email, the writing of numbers and moments, and what the server adds to a part
 * do not count.
 */
export function isSame(mine: unknown, theirs: unknown): boolean {
  const [a, b] = [plain(mine), plain(theirs)];
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, place) => isSame(one, b[place]));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const there = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([field, value]) => isSame(value, there.get(field)));
}

/** ISO 8601 with a zone, as the wire has it. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text);
}

/** `''`, nothing and an empty list are all nothing; a telephone number is its digits and its extension, a moment its milliseconds. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  if (typeof value === 'object') return plainObject(value);
  if (typeof value !== 'string') return value ?? null;
  const text = value.includes('@') ? value.trim().toLowerCase() : value.trim();
  if (isMoment(text)) return Date.parse(text);
  const number = withoutExtension(text);
  if (/^\+?[\d\s().-]{7,}$/.test(number))
    return [number.replace(/\D/g, '').slice(-10), extensionIn(text)].join(' ').trim();
  return text === '' ? null : text;
}

/** A number tells its extension in one way, wherever it was written: behind it or beside it. */
function plainObject(value: object | null): object | null {
  const phone = Phone.safeParse(value);
  return phone.success ? { kind: phone.data.kind, number: wholeNumber(phone.data) } : value;
}
