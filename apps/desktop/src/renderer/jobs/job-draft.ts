import {
  type AddressId,
  type CallId,
  type Customer,
  type CustomerId,
  type FieldError,
  LineItemKind,
  operations,
  type Question,
  type SuggestedValue,
  type Suggestion,
  totalCents,
  UserId,
} from '@ringdesk/shared';
import { z } from 'zod';
import { sayIssue } from '../http/say-issue.ts';
import { formMessages } from './form.messages.ts';
import { centsOf, typedMoney } from './money.ts';
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
  /** Empty: the customer's usual address. */
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

/** Where a job is unless somebody says otherwise: at the first address that is served, and not where bills go. */
export function usualAddress(addresses: Customer['addresses']): Customer['addresses'][number] | undefined {
  return addresses.find(({ kind }) => kind === 'service') ?? addresses[0];
}

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

/** The job with what was heard in it; null where it has no place in a job. A time without a day stands there to be completed. */
export function withHeard(
  draft: JobDraft,
  { value, text: said }: Pick<Suggestion, 'value' | 'text'>,
): JobDraft | null {
  if (value.field === 'problem') return { ...draft, title: said };
  if (value.field !== 'wishedDate') return null;
  const wish = wishOf(value);
  return { ...draft, typed: wish === null ? said : '', wish, start: null, end: null };
}

/** Whether what was heard only adds to the job: nothing that was typed or chosen would be written over. */
export function onlyAdds({ title, typed, wish, start }: JobDraft, { field }: SuggestedValue): boolean {
  if (field === 'problem') return title.trim() === '';
  return field !== 'wishedDate' || (typed.trim() === '' && wish === null && start === null);
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

/** A job that was asked for, as it was typed: the way back from `readJob`. */
export function draftFrom(question: Question<'job.create'>): JobDraft {
  const { addressId, title, description, schedule, lineItems = [], assigneeIds = [], tags = [] } = question;
  return {
    ...emptyJob,
    addressId,
    title,
    description: description ?? '',
    start: schedule?.start ?? null,
    end: schedule?.end ?? null,
    arrivalWindowMinutes: schedule?.arrivalWindowMinutes ?? 0,
    lines: lineItems.map(({ kind = 'labor', name, quantity = 1, unitPriceCents = 0 }) => ({
      kind,
      name,
      quantity: String(quantity),
      price: typedMoney(unitPriceCents),
    })),
    assigneeIds: assigneeIds.map((id) => UserId.parse(id)),
    tags: [...tags],
  };
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
    return problems([{ path: `lineItems.${wrong}.unitPriceCents`, message: formMessages.noAmount }], draft);
  const { title, description, start, end, arrivalWindowMinutes, assigneeIds, tags } = draft;
  const isNoTime = draft.typed.trim() !== '' && start === null;
  if (isNoTime) return problems([{ path: 'schedule', message: formMessages.notUnderstood }], draft);
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
  return problems(
    read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    draft,
  );
}

function problems(errors: readonly FieldError[], draft: JobDraft): Read {
  return { kind: 'problems', problems: problemsBeside(errors, draft) };
}

const shownAtField = /^(title|addressId|schedule|description|tags|lineItems\.\d+\.(name|quantity|price))$/;

/**
 * What is wrong, by the field of the form it stands beside; `form` where it belongs to none. Lines that were left empty are
 * not sent: the first line that was is not always the first of the form.
 */
export function problemsBeside(
  errors: readonly FieldError[],
  draft: Pick<JobDraft, 'lines'>,
): Readonly<Record<string, string>> {
  const places = draft.lines.flatMap((line, place) => (isFilled(line) ? [place] : []));
  const found: Record<string, string> = {};
  for (const { path, message } of errors) {
    const line = /^lineItems\.(\d+)\.?(.*)$/.exec(path);
    const whole = path.replace(/\..*$/, '');
    const part = partOfLine(line?.[2] ?? '');
    const field = line === null ? whole : `lineItems.${places[Number(line[1])] ?? 0}.${part}`;
    const said = line === null ? sayIssue(message) : lineProblem(part, message);
    found[shownAtField.test(field) ? field : 'form'] ??= field === 'title' ? formMessages.noTitle : said;
  }
  return found;
}

/** What of a line is typed into which of its fields. */
export type LinePart = 'name' | 'quantity' | 'price';

function partOfLine(field: string): LinePart {
  return field === 'quantity' ? 'quantity' : field.endsWith('Cents') ? 'price' : 'name';
}

function lineProblem(part: LinePart, message: string): string {
  if (part === 'name') return formMessages.noLineName;
  return part === 'quantity' ? formMessages.noQuantity : sayIssue(message);
}
