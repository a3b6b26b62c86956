import {
  type AddressId,
  type CallId,
  type CustomerId,
  LineItemKind,
  operations,
  type Question,
  type SuggestedValue,
  type Suggestion,
  totalCents,
  UserId,
} from '@ringdesk/shared';
import { z } from 'zod';
import { centsOf } from './money.ts';
import type { When } from './when.ts';

const text = z.string();
const DraftLine = z.object({ kind: LineItemKind, name: text, quantity: text, price: text });
export type DraftLine = z.infer<typeof DraftLine>;

const WhenDraft = z.object({
  date: text,
  from: z.number().nullable(),
  to: z.number().nullable(),
  minutes: z.number().nullable(),
  isWindow: z.boolean(),
}) satisfies z.ZodType<When>;

/** A job as it is typed. */
export const JobDraft = z.object({
  /** Empty: the customer's first address. */
  addressId: text,
  title: text,
  description: text,
  /** The time as it was typed. */
  typed: text,
  /** A time that was said and not yet looked up among what is taken. */
  wish: WhenDraft.nullable(),
  start: text.nullable(),
  end: text.nullable(),
  arrivalWindowMinutes: z.number(),
  assigneeIds: z.array(UserId),
  lines: z.array(DraftLine),
  tags: z.array(text),
});
export type JobDraft = z.infer<typeof JobDraft>;

export const emptyJob: JobDraft = {
  addressId: '',
  title: '',
  description: '',
  typed: '',
  wish: null,
  start: null,
  end: null,
  arrivalWindowMinutes: 0,
  assigneeIds: [],
  lines: [],
  tags: [],
};

/** Longer than this, two times that were heard are the edges of a window and not a job. */
const longestVisitMinutes = 180;

type HeardWish = SuggestedValue & { readonly field: 'wishedDate' };

/** A wished time as it was heard; null where no day was said. */
export function wishOf({ date, from, to }: HeardWish): When | null {
  if (date === null) return null;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === null && end === null)
    return { date, from: 8 * 60, to: 18 * 60, minutes: null, isWindow: true };
  if (end === null) return { date, from: start, to: 20 * 60, minutes: null, isWindow: true };
  const begin = start ?? 8 * 60;
  return { date, from: begin, to: end, minutes: null, isWindow: end - begin > longestVisitMinutes };
}

/** `14:30` in minutes since midnight. */
function minutesOf(time: string | null): number | null {
  const [hours, minutes] = (time ?? '').split(':').map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours) ? null : hours * 60 + minutes;
}

/** The job with what was heard in it; null where it has no place in a job. */
export function withHeard(
  draft: JobDraft,
  { value, text: said }: Pick<Suggestion, 'value' | 'text'>,
): JobDraft | null {
  if (value.field === 'problem') return { ...draft, title: said };
  const wish = value.field === 'wishedDate' ? wishOf(value) : null;
  return wish === null ? null : { ...draft, typed: '', wish, start: null, end: null };
}

/** What the lines come to, in cents; null where a price or a quantity is none. */
export function draftTotal(lines: readonly DraftLine[]): number | null {
  const read = lines.filter(isFilled).map(lineOf);
  return read.every((line) => line !== null) ? totalCents(read) : null;
}

function isFilled({ name, price }: DraftLine): boolean {
  return name.trim() !== '' || price.trim() !== '';
}

function lineOf({ kind, name, quantity, price }: DraftLine) {
  const unitPriceCents = price.trim() === '' ? 0 : centsOf(price);
  const count = quantity.trim() === '' ? 1 : Number(quantity.replace(',', '.'));
  if (unitPriceCents === null || !Number.isFinite(count) || count < 0) return null;
  return { kind, name: name.trim(), quantity: Math.round(count * 100) / 100, unitPriceCents };
}

interface Around {
  readonly customerId: CustomerId;
  readonly addressId: AddressId;
  readonly callId: CallId | null;
}

export type Read =
  | { readonly kind: 'question'; readonly question: Question<'job.create'> }
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, string>> };

/** The question that books this job, or what is missing or wrong, by field. */
export function readJob(draft: JobDraft, { customerId, addressId, callId }: Around): Read {
  const lines = draft.lines.filter(isFilled).map(lineOf);
  const wrong = lines.indexOf(null);
  if (wrong !== -1)
    return {
      kind: 'problems',
      problems: { [`lineItems.${wrong}`]: 'Expected an amount such as 125 or 99.50' },
    };
  const { title, description, start, end, arrivalWindowMinutes, assigneeIds, tags } = draft;
  const question: Question<'job.create'> = {
    customerId,
    addressId,
    ...(callId === null ? {} : { callId }),
    title,
    ...(description.trim() === '' ? {} : { description }),
    ...(start === null || end === null ? {} : { schedule: { start, end, arrivalWindowMinutes } }),
    ...(lines.length === 0 ? {} : { lineItems: lines.filter((line) => line !== null) }),
    ...(assigneeIds.length === 0 ? {} : { assigneeIds }),
    ...(tags.length === 0 ? {} : { tags }),
  };
  const read = operations['job.create'].input.safeParse(question);
  if (read.success) return { kind: 'question', question };
  return { kind: 'problems', problems: byField(read.error.issues) };
}

function byField(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = path
      .join('.')
      .replace(/^(lineItems\.\d+)\..*/, '$1')
      .replace(/^schedule.*/, 'schedule');
    found[field] ??= field === 'title' ? 'Say in a few words what is to be done' : message;
  }
  return found;
}
