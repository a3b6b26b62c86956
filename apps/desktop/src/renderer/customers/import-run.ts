import type { Output, Question, Refusal } from '@ringdesk/shared';
import type { Call } from '../http/call.ts';
import type { ImportPlan, RowResult } from './import-plan.ts';
import { Twins } from './import-twins.ts';

export interface ImportPorts {
  readonly call: Call;
  /** Names this run, so that no batch of it is done twice: neither when an answer is lost nor when somebody stops and goes on. */
  readonly key: string;
  readonly wait: (ms: number) => Promise<void>;
  readonly isStopped: () => boolean;
  /** Told after each batch, with what is known by then. */
  readonly told: (results: ReadonlyMap<number, RowResult>) => void;
}

const mostRowsAtOnce = 200;
/** The server takes a little more in one request; the rest is names of columns and signs. */
const mostBytesAtOnce = 180_000;
const longestCell = 2000;
const tries = 6;

/** What the desk sees itself, before it asks: cells that no field could hold, and rows that are not cut as the others are. */
export function ownProblem(row: readonly string[], columns: ImportPlan['columns']): string | null {
  const width = columns.length;
  if (row.slice(width).some((cell) => cell.trim() !== ''))
    return `has ${row.length} cells, but there are ${width} columns: look for a quote or a separator too many`;
  const tooLong = row.findIndex((cell, i) => columns[i] !== null && cell.length > longestCell);
  if (tooLong !== -1)
    return `column ${tooLong + 1} is longer than ${longestCell.toLocaleString()} characters`;
  const isOdd = row.some((cell, i) => columns[i] !== null && !cell.isWellFormed());
  return isOdd ? 'there is a character in it that cannot be stored' : null;
}

/** The next rows that are asked about together: few enough, and small enough for one request. */
export function batchOf(plan: ImportPlan, left: readonly number[]): readonly number[] {
  const batch: number[] = [];
  let bytes = 0;
  for (const index of left.slice(0, mostRowsAtOnce)) {
    bytes += sizeOf(plan.rows[index] ?? [], plan.columns);
    if (bytes > mostBytesAtOnce && batch.length > 0) break;
    batch.push(index);
  }
  return batch;
}

const encoder = new TextEncoder();

function sizeOf(row: readonly string[], columns: ImportPlan['columns']): number {
  const cells = row.filter((_, i) => (columns[i] ?? null) !== null);
  return encoder.encode(JSON.stringify(cells)).length + cells.length * 8;
}

/**
 * Asks what becomes of rows, or makes it so, batch after batch; `known` rows are left out, so that a run that was stopped
 * goes on where it was. A batch whose answer is not known is asked again with the same key, and so never done twice.
 */
export async function runImport(
  plan: ImportPlan,
  { isDryRun, known }: { readonly isDryRun: boolean; readonly known: ReadonlyMap<number, RowResult> },
  ports: ImportPorts,
): Promise<{ readonly results: ReadonlyMap<number, RowResult>; readonly refusal: Refusal | null }> {
  const results = new Map(known);
  const twins = new Twins(plan);
  for (const [index, result] of known) twins.judge(index, result);
  const left: number[] = [];
  for (const [index, row] of plan.rows.entries()) {
    if (results.has(index)) continue;
    const problem = ownProblem(row, plan.columns);
    if (problem === null) left.push(index);
    else results.set(index, refusedRow(problem));
  }
  for (let at = 0; at < left.length && !ports.isStopped(); ) {
    const batch = batchOf(plan, left.slice(at, at + mostRowsAtOnce));
    const idempotencyKey = `${ports.key}.${batch[0]}`;
    const answer = await askPatiently(ports, questionOf(plan, batch, isDryRun), idempotencyKey);
    if (!answer.ok) return { results, refusal: answer.error };
    for (const one of answer.value.results) {
      const index = batch[one.line - 1];
      if (index === undefined) continue;
      const result = resultOf(one, plan, batch);
      results.set(index, isDryRun ? twins.judge(index, result) : result);
    }
    at += batch.length;
    ports.told(new Map(results));
  }
  return { results, refusal: null };
}

function questionOf(
  plan: ImportPlan,
  batch: readonly number[],
  isDryRun: boolean,
): Question<'customers.import'> {
  const used = plan.columns.flatMap((field, i) => (field === null ? [] : [{ field, i }]));
  return {
    rows: batch.map((index) =>
      Object.fromEntries(used.map(({ i }) => [`c${i}`, plan.rows[index]?.[i] ?? ''])),
    ),
    columns: Object.fromEntries(used.map(({ field, i }) => [`c${i}`, field])),
    isDryRun,
    onDuplicate: plan.onDuplicate,
  };
}

async function askPatiently(
  ports: ImportPorts,
  question: Question<'customers.import'>,
  idempotencyKey: string,
) {
  let answer = await ports.call('customers.import', question, { idempotencyKey });
  for (let tried = 1; tried < tries && !answer.ok && !ports.isStopped(); tried++) {
    const { code, details } = answer.error;
    if (code !== 'UNAVAILABLE' && code !== 'RATE_LIMITED') return answer;
    const seconds = details?.['retryAfterSeconds'];
    await ports.wait(typeof seconds === 'number' ? seconds * 1000 : 500 * 2 ** tried);
    answer = await ports.call('customers.import', question, { idempotencyKey });
  }
  return answer;
}

function refusedRow(message: string): RowResult {
  return { outcome: 'refused', name: null, customerId: null, problems: [{ path: 'row', message }] };
}

/** The server counts within a batch; people count the rows of their file. */
function resultOf(
  { outcome, name, customerId, problems }: Output<'customers.import'>['results'][number],
  plan: ImportPlan,
  batch: readonly number[],
): RowResult {
  const renumber = (message: string) =>
    message.replace(/^line (\d+)/, (_whole, line: string) => {
      const index = batch[Number(line) - 1];
      return index === undefined ? 'another row' : `row ${plan.numbers[index]}`;
    });
  return {
    outcome,
    name,
    customerId,
    problems: problems.map(({ path, message }) => ({ path, message: renumber(message) })),
  };
}

export type Counts = Readonly<Record<RowResult['outcome'], number>>;

export function countsOf(results: ReadonlyMap<number, RowResult>): Counts {
  const counts = { created: 0, updated: 0, skipped: 0, refused: 0 };
  for (const { outcome } of results.values()) counts[outcome] += 1;
  return counts;
}
