import type { ImportField, Refusal } from '@ringdesk/shared';
import { create } from 'zustand';
import { call } from '../http/call.ts';
import { records } from '../http/records.ts';
import { importMessages } from './import.messages.ts';
import { guessColumns, hasHeader } from './import-fields.ts';
import { type ImportFile, mostBytes, type ReadFile, readCsv, textOf } from './import-file.ts';
import type { ImportPlan, OnDuplicate, RowResult } from './import-plan.ts';
import { runImport } from './import-run.ts';

type Why = Extract<ReadFile, { kind: 'refused' }>['why'];
type Results = ReadonlyMap<number, RowResult>;

/** What is known of a file once it is read. */
interface Chosen {
  readonly file: ImportFile;
  readonly isHeaderFirst: boolean;
  readonly columns: readonly (ImportField | null)[];
  readonly onDuplicate: OnDuplicate;
}

export type ImportState =
  | { readonly step: 'file'; readonly why: Why | null; readonly reading: string | null }
  | (Chosen & { readonly step: 'columns' })
  | (Chosen & {
      readonly step: 'check' | 'import';
      readonly isRunning: boolean;
      /** Names this check or this import, also after it was stopped. */
      readonly key: string;
      readonly results: Results;
      /** Of the dry run: which rows are worth sending. */
      readonly checked: Results;
      readonly refusal: Refusal | null;
    });

const begin = { step: 'file', why: null, reading: null } as const satisfies ImportState;

/** The import of this window. It goes on while somebody looks at another place or takes a call. */
const useImportStore = create<{ readonly now: ImportState }>(() => ({ now: begin }));
export const useImport = (): ImportState => useImportStore((state) => state.now);

/** Counts up whenever a run is given up, so that what still comes of it is not heard. */
let run = 0;
const now = () => useImportStore.getState().now;
const become = (next: ImportState) => useImportStore.setState({ now: next });

export async function chooseFile(file: File): Promise<void> {
  become({ ...begin, reading: file.name });
  if (file.size > mostBytes) return become({ ...begin, why: 'too large' });
  await choose(textOf(new Uint8Array(await file.arrayBuffer())), file.name);
}

export async function choosePasted(text: string): Promise<void> {
  become({ ...begin, reading: importMessages.pasted });
  await choose(text, importMessages.pasted);
}

async function choose(text: string, name: string): Promise<void> {
  const read = await readCsv(text, name);
  if (read.kind === 'refused') return become({ ...begin, why: read.why });
  const { file } = read;
  const isHeaderFirst = file.rows.length > 1 && hasHeader(file.rows[0] ?? []);
  become({ step: 'columns', file, isHeaderFirst, columns: guess(file, isHeaderFirst), onDuplicate: 'skip' });
}

function guess(file: ImportFile, isHeaderFirst: boolean): readonly (ImportField | null)[] {
  return isHeaderFirst ? guessColumns(file.rows[0] ?? [], file.rows.slice(1)) : guessColumns(null, file.rows);
}

/** The rows that are customers. */
export function rowsOf({ file, isHeaderFirst }: Pick<Chosen, 'file' | 'isHeaderFirst'>): ImportFile['rows'] {
  return isHeaderFirst ? file.rows.slice(1) : file.rows;
}

/** What each of these rows is called in the file. */
export function numbersOf({
  file,
  isHeaderFirst,
}: Pick<Chosen, 'file' | 'isHeaderFirst'>): ImportFile['numbers'] {
  return isHeaderFirst ? file.numbers.slice(1) : file.numbers;
}

export function setHeader(isHeaderFirst: boolean): void {
  const state = now();
  if (state.step === 'columns')
    become({ ...state, isHeaderFirst, columns: guess(state.file, isHeaderFirst) });
}

export function setColumn(place: number, field: ImportField | null): void {
  const state = now();
  if (state.step === 'columns')
    become({ ...state, columns: state.columns.map((one, i) => (i === place ? field : one)) });
}

export function setOnDuplicate(onDuplicate: OnDuplicate): void {
  const state = now();
  if (state.step === 'columns') become({ ...state, onDuplicate });
}

export function backToColumns(): void {
  const state = now();
  run += 1;
  if (state.step === 'check') become({ ...chosenOf(state), step: 'columns' });
}

export function beginAgain(): void {
  run += 1;
  become(begin);
}

/** Asks the server what would become of each row. */
export async function check(): Promise<void> {
  const state = now();
  if (state.step !== 'columns' && state.step !== 'check') return;
  const known: Results = state.step === 'check' ? state.results : new Map();
  const key = state.step === 'check' ? state.key : newKey();
  await go({ ...chosenOf(state), step: 'check', key, results: known, checked: known });
}

/** Imports the rows that can be. */
export async function importRows(): Promise<void> {
  const state = now();
  if (state.step !== 'check' && state.step !== 'import') return;
  const [known, checked] =
    state.step === 'import' ? [state.results, state.checked] : [refusedOf(state.results), state.results];
  const key = state.step === 'import' ? state.key : newKey();
  await go({ ...chosenOf(state), step: 'import', key, results: known, checked });
  for (const name of ['customers.list', 'customers.lookup'])
    void records.invalidateQueries({ queryKey: [name] });
}

export function stop(): void {
  const state = now();
  run += 1;
  if (state.step === 'check' || state.step === 'import') become({ ...state, isRunning: false });
}

type Run = Chosen &
  Pick<Extract<ImportState, { step: 'check' | 'import' }>, 'step' | 'key' | 'results' | 'checked'>;

const newKey = () => crypto.randomUUID();
/** What was begun last. Whoever stops and goes on waits for what is still on its way. */
let running: Promise<void> = Promise.resolve();

async function go(state: Run): Promise<void> {
  run += 1;
  const mine = run;
  const isStopped = () => run !== mine;
  become({ ...state, isRunning: true, refusal: null });
  running = running.then(() => (isStopped() ? undefined : work(state, isStopped)));
  await running;
}

async function work(state: Run, isStopped: () => boolean): Promise<void> {
  const told = (results: Results) => {
    // What was done before somebody pressed stop is told all the same.
    const shown = now();
    if (isOf(state, shown)) become({ ...shown, results });
  };
  const shown = now();
  const outcome = await runImport(
    planOf(state),
    { isDryRun: state.step === 'check', known: isOf(state, shown) ? shown.results : state.results },
    {
      call,
      key: state.key,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      isStopped,
      told,
    },
  );
  if (!isStopped()) become({ ...state, ...outcome, isRunning: false });
}

/** Whether what is shown is this run, perhaps stopped or gone on. */
function isOf({ key }: Run, shown: ImportState): shown is Extract<ImportState, { step: 'check' | 'import' }> {
  return (shown.step === 'check' || shown.step === 'import') && shown.key === key;
}

function planOf(state: Chosen): ImportPlan {
  return {
    rows: rowsOf(state),
    columns: state.columns,
    onDuplicate: state.onDuplicate,
    numbers: numbersOf(state),
  };
}

function chosenOf({ file, isHeaderFirst, columns, onDuplicate }: Chosen): Chosen {
  return { file, isHeaderFirst, columns, onDuplicate };
}

/** Rows that were refused when they were checked are not asked about again. */
function refusedOf(results: Results): Results {
  return new Map([...results].filter(([, { outcome }]) => outcome === 'refused'));
}
