import type { Entry } from './outbox.ts';

export interface Difference {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

const names: ReadonlySet<string> = new Set(['id', 'version', 'addressId']);

/** Where a refused change and the record as it is now differ, field by field, as a person can compare them. */
export function differencesOf({ input }: Pick<Entry, 'input'>, theirs: object): readonly Difference[] {
  const there = new Map<string, unknown>(Object.entries(theirs));
  return Object.entries(input).flatMap(([field, mine]) => {
    if (names.has(field) || isSame(mine, there.get(field))) return [];
    return [{ field: sayField(field), mine: sayValue(mine), theirs: sayValue(there.get(field)) }];
  });
}

/** The change over the record as it is now: mine wins. */
export function overTheirs({ input }: Pick<Entry, 'input'>, theirs: object): Record<string, unknown> {
  return { ...input, ...('version' in theirs ? { version: theirs.version } : {}) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** `firstName` is `First name`. */
function sayField(field: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(sayValue).join(', ');
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  const parts = Object.entries(value).filter(([name]) => name !== 'id' && name !== 'kind');
  return parts.map(([, part]) => sayValue(part)).join(' ');
}
