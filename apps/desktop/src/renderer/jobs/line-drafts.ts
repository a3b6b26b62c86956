import { LineItem, LineItemKind, type Question, totalCents } from '@ringdesk/shared';
import { z } from 'zod';
import { centsOf, typedMoney } from './money.ts';

type NewLine = NonNullable<Question<'job.change'>['lineItems']>[number];

/** A line of what is charged, as it is typed over what is there. */
export const LineDraft = z
  .object({
    /** Names it while it is typed. */
    key: z.string(),
    /** The line that is there already; what is not typed here of it stays. */
    base: LineItem.nullable(),
    name: z.string(),
    kind: LineItemKind,
    quantity: z.string(),
    /** An amount, or a percentage for a discount in percent. */
    price: z.string(),
  })
  .readonly();
export type LineDraft = z.infer<typeof LineDraft>;

export type LineProblem = 'name' | 'quantity' | 'price';

export function draftsOf(lines: readonly LineItem[]): readonly LineDraft[] {
  return lines.map((base) => ({
    key: base.id,
    base,
    name: base.name,
    kind: base.kind,
    quantity: String(base.quantity),
    // Hundredths of a percent are written like hundredths of a dollar.
    price: typedMoney(base.unitPriceCents),
  }));
}

export function newDraft(key: string): LineDraft {
  return { key, base: null, name: '', kind: 'labor', quantity: '1', price: '' };
}

/** The lines as they are asked for, or what is wrong with which. */
export function readLines(
  drafts: readonly LineDraft[],
):
  | { readonly lines: readonly NewLine[]; readonly totalCents: number }
  | { readonly problems: ReadonlyMap<string, readonly LineProblem[]> } {
  const problems = new Map<string, readonly LineProblem[]>();
  const lines: NewLine[] = [];
  for (const draft of drafts) {
    const read = readLine(draft);
    if ('problems' in read) problems.set(draft.key, read.problems);
    else lines.push(read.line);
  }
  if (problems.size > 0) return { problems };
  const counted = lines.map(({ kind = 'labor', unitPriceCents = 0, quantity = 1 }) => ({
    kind,
    unitPriceCents,
    quantity,
  }));
  return { lines, totalCents: totalCents(counted) };
}

function readLine({
  base,
  name,
  kind,
  quantity,
  price,
}: LineDraft): { readonly line: NewLine } | { readonly problems: readonly LineProblem[] } {
  const unitPriceCents = price.trim() === '' ? 0 : centsOf(price);
  const count = quantityOf(quantity);
  const problems: LineProblem[] = [];
  if (name.trim() === '') problems.push('name');
  if (count === null) problems.push('quantity');
  if (unitPriceCents === null) problems.push('price');
  if (count === null || unitPriceCents === null || problems.length > 0) return { problems };
  const kept =
    base === null
      ? {}
      : {
          id: base.id,
          description: base.description,
          unitCostCents: base.unitCostCents,
          isTaxable: base.isTaxable,
        };
  return { line: { ...kept, name: name.trim(), kind, unitPriceCents, quantity: count } };
}

/** At most two decimals, never below nothing. */
function quantityOf(typed: string): number | null {
  const plain = typed.trim().replace(',', '.');
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}
