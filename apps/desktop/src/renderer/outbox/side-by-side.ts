import { Phone, wholeNumber } from '@ringdesk/shared';
import { z } from 'zod';
import type { Entry } from './entry.ts';
import { isMoment, isSame, wishesOf } from './read-now.ts';

export interface Difference {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Where a refused change and the record as it is now differ, field by field, as a person can compare them. */
export function differencesOf({ input }: Pick<Entry, 'input'>, theirs: object): readonly Difference[] {
  return wishesOf(input, theirs)
    .filter((wish) => !isSame(wish.mine, wish.theirs))
    .map(({ field, mine, theirs: now }) => ({
      field: sayField(field),
      mine: sayValue(mine),
      theirs: sayValue(now),
    }));
}

/** What was typed, field by field: whoever gives a write up, or types it anew, sees all of it. */
export function typedIn({ input }: Pick<Entry, 'input'>): readonly Omit<Difference, 'theirs'>[] {
  return Object.entries(input)
    .filter(([field, value]) => !/(^id|Id|Ids|version)$/.test(field) && value !== undefined)
    .map(([field, value]) => ({ field: sayField(field), mine: sayValue(value) }));
}

/** The change over the record as it is now: mine wins. */
export function overTheirs({ input }: Pick<Entry, 'input'>, theirs: object): Record<string, unknown> {
  return { ...input, ...('version' in theirs ? { version: theirs.version } : {}) };
}

/** `firstName` is `First name`. */
function sayField(field: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const money = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' });

const Range = z.object({ start: z.string(), end: z.string() });
const Line = z.object({ name: z.string(), quantity: z.number().default(1), unitPriceCents: z.number() });

function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(sayValue).join(', ');
  if (typeof value === 'string') return isMoment(value) ? moment.format(Date.parse(value)) : value;
  if (typeof value !== 'object') return JSON.stringify(value);
  return sayParts(value);
}

/** The parts of a value in one line; what is nothing, and what only the server needs, is left out. */
function sayParts(value: object): string {
  const range = Range.safeParse(value);
  if (range.success) return moment.formatRange(Date.parse(range.data.start), Date.parse(range.data.end));
  const phone = Phone.safeParse(value);
  if (phone.success) return wholeNumber(phone.data);
  const line = Line.safeParse(value);
  if (line.success) {
    const { name, quantity, unitPriceCents } = line.data;
    return `${name} · ${quantity} × ${money.format(unitPriceCents / 100)}`;
  }
  return Object.entries(value)
    .filter(([name, part]) => name !== 'id' && name !== 'kind' && part !== null && part !== '')
    .map(([, part]) => sayValue(part))
    .join(' ');
}
