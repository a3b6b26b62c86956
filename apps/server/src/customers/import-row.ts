import {
  type FieldError,
  type IdSource,
  type ImportField,
  type Input,
  importFields,
  operations,
} from '@ringdesk/shared';
import { countryCode } from './countries.ts';
import { newCustomer } from './create-customer.ts';
import { withoutApostrophe } from './csv.ts';
import type { NewCustomer } from './store.ts';

type Cells = Partial<Record<ImportField, string>>;
type Columns = Input<'customers.import'>['columns'];
type Said = Input<'customer.create'>;

/** What is wrong with the choice of columns; a column for no field is left out of the import. */
export function columnProblems(columns: Columns): readonly FieldError[] {
  return Object.entries(columns)
    .filter(([, field]) => field !== '' && !isField(field))
    .map(([column, field]) => ({
      path: `columns.${column}`,
      message: `there is no field ${field}; expected one of ${importFields.join(', ')}`,
    }));
}

/** One line read: what was said of a customer and how it would be kept, or what is wrong with each field. */
export type ReadRow =
  | { readonly isGood: true; readonly said: Said; readonly customer: NewCustomer }
  | { readonly isGood: false; readonly problems: readonly FieldError[] };

export function readRow(row: Readonly<Record<string, string>>, columns: Columns, ids: IdSource): ReadRow {
  const cells = cellsOf(row, columns);
  const parsed = operations['customer.create'].input.safeParse(saidIn(cells));
  if (!parsed.success)
    return bad(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  const customer = newCustomer(parsed.data, ids);
  if (customer.ok) return { isGood: true, said: parsed.data, customer: customer.value };
  return bad(customer.error.details?.errors ?? []);
}

function bad(problems: readonly FieldError[]): ReadRow {
  return { isGood: false, problems };
}

/** The cells by our fields; where several columns mean one field, their cells stand one after the other. */
function cellsOf(row: Readonly<Record<string, string>>, columns: Columns): Cells {
  const cells: Cells = {};
  for (const [column, field] of Object.entries(columns)) {
    const cell = Object.hasOwn(row, column) ? withoutApostrophe((row[column] ?? '').trim()).trim() : '';
    if (cell === '' || !isField(field)) continue;
    cells[field] = cells[field] === undefined ? cell : `${cells[field]}; ${cell}`;
  }
  return cells;
}

function saidIn(cells: Cells): object {
  const { name, phone, mobile, home, work, street, unit, city, state, zip, country, tags, ...plain } = cells;
  const address = { street, unit, city, state, zip, country: country && countryCode(country) };
  const hasAddress = [street, unit, city, state, zip].some((cell) => cell !== undefined);
  return given({
    ...namesIn(name),
    ...given(plain),
    phones: [
      ...numbersIn('mobile', phone),
      ...numbersIn('mobile', mobile),
      ...numbersIn('home', home),
      ...numbersIn('work', work),
    ],
    tags: partsOf(tags),
    addresses: hasAddress ? [given({ ...address, street: street ?? '' })] : [],
  });
}

/** What may stand behind a comma without being a first name. */
const isSuffix = /^(?:inc|llc|ltd|co|corp|jr|sr|ii|iii|iv|md|phd|esq)\.?$/i;

/** A whole name is a first and a last one, parted before its last word, or the other way round at its comma. */
function namesIn(name: string | undefined): { firstName?: string; lastName?: string } {
  const [last = '', first = '', suffixOf = '', ...more] = (name ?? '').split(',').map((part) => part.trim());
  const isTurned = last !== '' && first !== '' && !isSuffix.test(first) && more.length === 0;
  if (isTurned && (suffixOf === '' || isSuffix.test(suffixOf)))
    return { firstName: first, lastName: `${last} ${suffixOf}`.trim() };
  const words = (name ?? '').split(/\s+/).filter((word) => word !== '');
  const suffix = words.length > 1 && isSuffix.test(words.at(-1) ?? '') ? words.splice(-1) : [];
  const lastName = words.pop();
  if (lastName === undefined) return {};
  const whole = [lastName, ...suffix].join(' ');
  return words.length === 0 ? { lastName: whole } : { firstName: words.join(' '), lastName: whole };
}

function numbersIn(kind: 'mobile' | 'home' | 'work', cell: string | undefined) {
  return partsOf(cell).map((number) => ({ kind, number: withoutApostrophe(number) }));
}

function partsOf(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(/;(?!ext=)|[|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Without the fields that nothing was said of. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isField(field: string): field is ImportField {
  return importFields.some((known) => known === field);
}
