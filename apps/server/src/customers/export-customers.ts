import { type Customer, done, type Input, type Result, wholeNumber } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { csvLine } from './csv.ts';
import { exportPage } from './export.store.ts';
import { readQuery } from './query.ts';

/** So many customers are in memory at once. */
const pageSize = 500;

type Column = readonly [string, (customer: Customer) => string];

const phones = (kind: Customer['phones'][number]['kind']) => (it: Customer) =>
  it.phones
    .filter((phone) => phone.kind === kind)
    .map(wholeNumber)
    .join('; ');
const home = (field: 'street' | 'unit' | 'city' | 'state' | 'zip' | 'country') => (it: Customer) =>
  (it.addresses.find((address) => address.kind === 'service') ?? it.addresses[0])?.[field] ?? '';

/** The columns of the file; an import knows them by these names. */
const columns: readonly Column[] = [
  ['id', (it) => it.id],
  ['firstName', (it) => it.firstName ?? ''],
  ['lastName', (it) => it.lastName ?? ''],
  ['company', (it) => it.company ?? ''],
  ['email', (it) => it.email ?? ''],
  ['mobile', phones('mobile')],
  ['home', phones('home')],
  ['work', phones('work')],
  ['street', home('street')],
  ['unit', home('unit')],
  ['city', home('city')],
  ['state', home('state')],
  ['zip', home('zip')],
  ['country', home('country')],
  ['tags', (it) => it.tags.join('; ')],
  ['leadSource', (it) => it.leadSource ?? ''],
  ['timeZone', (it) => it.timeZone],
  ['notes', (it) => it.notes],
  ['createdAt', (it) => it.createdAt],
  ['archivedAt', (it) => it.archivedAt ?? ''],
];

type ExportWish = Omit<Input<'customers.export'>, 'tag' | 'leadSource'> & {
  readonly tag?: string | null | undefined;
  readonly leadSource?: string | null | undefined;
};

/** Customers as CSV, read page by page as fast as the reader takes them; the oldest first. */
export async function exportCustomers(
  app: Pick<App, 'db'>,
  { q = '', tag = null, leadSource = null, archived }: ExportWish,
): Promise<Result<AsyncIterable<string>>> {
  const query = q === '' ? null : readQuery(q);
  const isNothing = q !== '' && query === null;
  const page = (after: string) =>
    isNothing
      ? Promise.resolve([])
      : exportPage(app.db, {
          filter: { tag, archived, leadSource },
          words: query?.words ?? [],
          after,
          limit: pageSize,
        });
  // The first page is read before the answer begins, so that a database that is away is told as such.
  return done(linesOf(await page(''), page));
}

async function* linesOf(
  first: readonly Customer[],
  pageAfter: (id: string) => Promise<readonly Customer[]>,
): AsyncIterable<string> {
  yield csvLine(columns.map(([name]) => name));
  for (let page = first; page.length > 0; ) {
    yield page.map((customer) => csvLine(columns.map(([, read]) => read(customer)))).join('');
    const last = page.at(-1);
    page = page.length < pageSize || last === undefined ? [] : await pageAfter(last.id);
  }
}
