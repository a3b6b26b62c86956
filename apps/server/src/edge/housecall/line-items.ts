import {
  done,
  type Job,
  type LineItem,
  LineItemKind,
  type Result,
  refused,
  totalCents,
} from '@ringdesk/shared';
import { z } from 'zod';
import type { JobChange, NewLine } from './route.ts';

const noForms = z.undefined('there are no price forms here; send unit_price').optional();

const cents = z.number().int('expected whole cents, such as 9900');

/** A line as it comes. Prices are whole cents. Which item of a price book it is based on is not kept. */
export const LineBody = z.object({
  name: z.string(),
  description: z.string().nullish(),
  unit_price: cents.optional(),
  unit_cost: cents.optional(),
  quantity: z.number().multipleOf(0.01, 'expected at most two decimals').optional(),
  kind: z.enum(LineItemKind.options).optional(),
  taxable: z.boolean().optional(),
  pricing_form: noForms,
});
type LineBody = z.infer<typeof LineBody>;

export const BulkBody = z.object({
  line_items: z
    .array(LineBody.extend({ id: z.string().nullish() }))
    .max(200)
    .default([]),
  append_line_items: z.boolean().default(false),
});

/** What a line says; what it does not name is left out. */
export function lineIn(body: LineBody): NewLine {
  return {
    name: body.name,
    ...(body.description !== undefined && { description: body.description }),
    ...(body.unit_price !== undefined && { unitPriceCents: body.unit_price }),
    ...(body.unit_cost !== undefined && { unitCostCents: body.unit_cost }),
    ...(body.quantity !== undefined && { quantity: body.quantity }),
    ...(body.kind !== undefined && { kind: body.kind }),
    ...(body.taxable !== undefined && { isTaxable: body.taxable }),
  };
}

/** The lines of a job with one that is written over; what it does not name stays. */
export function withLine(job: Job, id: string, body: LineBody): Result<JobChange> {
  if (!job.lineItems.some((line) => line.id === id)) return noSuchLine;
  const lineItems = job.lineItems.map((line) => (line.id === id ? { ...line, ...lineIn(body) } : line));
  return done({ lineItems });
}

export function withoutLine(job: Job, id: string): Result<JobChange> {
  const lineItems = job.lineItems.filter((line) => line.id !== id);
  return lineItems.length === job.lineItems.length ? noSuchLine : done({ lineItems });
}

/** Lines with an id are written over, those without are new; what is not named goes, unless lines are appended. */
export function withLines(
  job: Job,
  { line_items, append_line_items }: z.infer<typeof BulkBody>,
): Result<JobChange> {
  const known = new Map(job.lineItems.map((line) => [line.id, line]));
  const errors = line_items.flatMap(({ id }, i) =>
    id && !known.has(id) ? [{ path: `line_items.${i}.id`, message: 'this job has no such line' }] : [],
  );
  if (errors.length > 0) return refused('INPUT_INVALID', undefined, { errors });
  const sent = line_items.map(({ id, ...body }) => ({ ...known.get(id ?? ''), ...lineIn(body) }));
  if (!append_line_items) return done({ lineItems: sent });
  const byId = new Map(sent.flatMap((line) => (line.id === undefined ? [] : [[line.id, line] as const])));
  const kept = job.lineItems.map((line) => byId.get(line.id) ?? line);
  return done({ lineItems: [...kept, ...sent.filter((line) => line.id === undefined)] });
}

/** Their envelope of lines: no page numbers, but where it stands. */
export function linesOut({ id, lineItems }: Job): object {
  return {
    url: `/housecall/jobs/${id}/line_items`,
    data: lineItems.map((_, place) => lineOut(lineItems, place)),
  };
}

/** One line; `amount` is what it adds to the total, below zero for a discount. */
export function lineOut(lines: readonly LineItem[], place: number): object {
  const line = lines[place];
  if (line === undefined) throw new Error('a line that was written is not there');
  return {
    id: line.id,
    name: line.name,
    description: line.description ?? '',
    unit_price: line.unitPriceCents,
    unit_cost: line.unitCostCents,
    unit_of_measure: '',
    quantity: line.quantity,
    kind: line.kind,
    taxable: line.isTaxable,
    amount: amountOf(line, lines),
    order_index: place,
  };
}

/** A percent discount is one of the work; every other line stands for itself. */
function amountOf(line: LineItem, lines: readonly LineItem[]): number {
  const work = line.kind === 'percent discount' ? workOf(lines) : [];
  return totalCents([...work, line]) - totalCents(work);
}

/** Labor and materials, before discounts and what is given on top. */
export function workOf(lines: readonly LineItem[]): readonly LineItem[] {
  return lines.filter(({ kind }) => kind === 'labor' || kind === 'materials');
}

const noSuchLine = refused('NOT_FOUND', 'This job has no such line.');
