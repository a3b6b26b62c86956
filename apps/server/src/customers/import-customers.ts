import {
  type Customer,
  type CustomerId,
  customerName,
  done,
  type FieldError,
  type IdSource,
  type Input,
  type Output,
  type Result,
  refused,
} from '@ringdesk/shared';
import type { App } from '../app.ts';
import type { Database } from '../database/database.ts';
import { bringUpToDate, type GoodRow, withRow } from './bring-up-to-date.ts';
import type { By } from './by.ts';
import { findAll, holdAll, importAlone, knownBy } from './import.store.ts';
import { columnProblems, type ReadRow, readRow } from './import-row.ts';
import { insertAll, type NewCustomer } from './store.ts';

type Asked = Input<'customers.import'>;
type Line = Output<'customers.import'>['results'][number];
type Rows = Pick<Database, 'rows'>;

/** What becomes of a line; `row` is there when something is written. */
interface Planned {
  readonly line: Line;
  readonly row: GoodRow | null;
}

/**
 * Reads lines of a file as customers. Every line is told what becomes of it; the good ones are kept together or not at
 * all. A dry run tells the same and writes nothing.
 */
export async function importCustomers(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  asked: Asked,
  by: By,
): Promise<Result<Output<'customers.import'>>> {
  const errors = columnProblems(asked.columns);
  if (errors.length > 0) return refused('INPUT_INVALID', undefined, { errors: [...errors] });
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  const read = asked.rows.map((row) => readRow(row, asked.columns, ids));
  if (asked.isDryRun) return done({ results: (await plan(app.db, read, asked)).map(({ line }) => line) });
  const planned = await app.db.transaction(async (tx) => {
    await importAlone(tx);
    const lines = await plan(tx, read, asked);
    await carryOut(tx, lines, { by, ids });
    return lines;
  });
  return done({ results: planned.map(({ line }) => line) });
}

/** Decides each line in turn: those who are there already, by number or email, in the database or in a line before. */
async function plan(db: Rows, read: readonly ReadRow[], asked: Asked): Promise<readonly Planned[]> {
  const keys = read.flatMap((row) => (row.isGood ? keysOf(row.customer) : []));
  const known = new Map<string, Set<CustomerId>>();
  for (const { id, by } of await knownBy(db, { numbers: keys, emails: keys }))
    known.set(by, (known.get(by) ?? new Set<CustomerId>()).add(id));
  const standing = await standingOf(
    db,
    [...known.values()].flatMap((ids) => [...ids]),
    asked,
  );
  const linesBefore = new Map<string, number>();
  return read.map((row, i) => {
    const line = i + 1;
    if (!row.isGood) return { line: told(line, 'refused', { problems: row.problems }), row: null };
    const mine = keysOf(row.customer);
    const twin = mine.map((key) => linesBefore.get(key)).find((before) => before !== undefined);
    const same = [...new Set(mine.flatMap((key) => [...(known.get(key) ?? [])]))];
    const decided = decide(row, { line, twin, same, standing }, asked.onDuplicate);
    if (decided.line.outcome === 'created')
      for (const key of mine) if (!linesBefore.has(key)) linesBefore.set(key, line);
    return decided;
  });
}

/** Those who may be changed as they are now; where something is written, they are kept from other writers until it is. */
async function standingOf(
  db: Rows,
  ids: readonly CustomerId[],
  { isDryRun, onDuplicate }: Asked,
): Promise<Map<CustomerId, Customer>> {
  if (onDuplicate !== 'update') return new Map();
  if (!isDryRun) await holdAll(db, ids);
  return new Map((await findAll(db, ids)).map((customer) => [customer.id, customer]));
}

interface Likeness {
  readonly line: number;
  /** An earlier line with the same number or email. */
  readonly twin: number | undefined;
  /** Customers who are there already. */
  readonly same: readonly CustomerId[];
  /** Each of those who may be changed, as the lines before leave them. */
  readonly standing: Map<CustomerId, Customer>;
}

function decide(row: GoodRow, likeness: Likeness, onDuplicate: Asked['onDuplicate']): Planned {
  const { customer } = row;
  const { line, twin, same } = likeness;
  const name = customerName(customer);
  const [only] = same;
  if (onDuplicate === 'create' || (only === undefined && twin === undefined))
    return { line: told(line, 'created', { customerId: customer.id, name }), row };
  if (only === undefined) {
    const problems = [{ path: 'line', message: `line ${twin} has the same number or email` }];
    return { line: told(line, 'skipped', { name, problems }), row: null };
  }
  if (onDuplicate === 'skip')
    return { line: told(line, 'skipped', { customerId: same.length === 1 ? only : null, name }), row: null };
  if (same.length === 1) return decideUpdate(row, only, likeness);
  const message = `${same.length} customers have this number or email; change the right one by hand`;
  return { line: told(line, 'refused', { name, problems: [{ path: 'line', message }] }), row: null };
}

function decideUpdate(row: GoodRow, id: CustomerId, { line, standing }: Likeness): Planned {
  const name = customerName(row.customer);
  const was = standing.get(id);
  if (was === undefined) throw new Error('a customer who is known is not there');
  const next = withRow(was, row);
  if (!next.ok) {
    const problems = next.error.details?.errors ?? [];
    return { line: told(line, 'refused', { customerId: id, name, problems }), row: null };
  }
  standing.set(id, next.value);
  return { line: told(line, 'updated', { customerId: id, name }), row };
}

interface Told {
  readonly customerId?: CustomerId | null;
  readonly name?: string;
  readonly problems?: readonly FieldError[];
}

function told(
  line: number,
  outcome: Line['outcome'],
  { customerId = null, name, problems = [] }: Told,
): Line {
  return { line, outcome, customerId, name: name ?? null, problems: [...problems] };
}

interface Writer {
  readonly by: By;
  readonly ids: IdSource;
}

async function carryOut(tx: Rows, planned: readonly Planned[], writer: Writer): Promise<void> {
  const created = planned.flatMap(({ line, row }) =>
    line.outcome === 'created' && row !== null ? [row.customer] : [],
  );
  await insertAll(tx, created, writer);
  const updates = planned.flatMap(({ line: { outcome, customerId }, row }) =>
    outcome === 'updated' && customerId !== null && row !== null ? [{ id: customerId, row }] : [],
  );
  for (const { id, row } of updates) await bringUpToDate(tx, { id, row }, writer);
}

/** What a customer is known by: its numbers and its email. */
function keysOf({ phones, email }: NewCustomer): readonly string[] {
  const numbers = phones.map((phone) => phone.number);
  return email === null ? numbers : [...numbers, email];
}
