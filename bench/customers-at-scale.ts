import { type IdSource, newId, seededRandom } from '@ringdesk/shared';
import { changesBetween } from '../apps/server/src/customers/changes.ts';
import { insertAll, type NewCustomer } from '../apps/server/src/customers/store.ts';
import type { Database } from '../apps/server/src/database/database.ts';
import { sql } from '../apps/server/src/database/sql.ts';

/** Customers written in one statement. */
const batchSize = 1_000;
const nobody = { byId: null, byClient: null };

const commonLast =
  'smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts'.split(
    ' ',
  );
const commonFirst =
  'mary james maria robert jennifer michael linda william elizabeth david barbara richard susan joseph jessica thomas sarah charles karen christopher lisa daniel nancy matthew betty anthony sandra mark margaret donald ashley steven kimberly andrew emily paul donna joshua michelle kenneth carol kevin amanda brian melissa george deborah timothy'.split(
    ' ',
  );
const trades = ['Plumbing', 'Roofing', 'Electric', 'Bakery', 'Dental', 'Auto Repair', 'Properties', 'Farms'];
const kinds = ['Street', 'Avenue', 'Road', 'Lane', 'Drive', 'Court', 'Boulevard', 'Place'];
const domains = ['example.com', 'example.net', 'example.org', 'mail.example', 'home.example'];
const states = ['TX', 'CA', 'OR', 'KY', 'WI', 'GA', 'MA', 'MO', 'MN', 'TN', 'OH', 'CT', 'NY', 'FL', 'WA'];

/** Fills the empty tables with `count` customers, each with an address and one or two numbers; rows a second is what it took. */
export async function fillCustomers(
  db: Database,
  count: number,
): Promise<{ rowsPerSecond: number; seconds: number }> {
  const random = seededRandom(4);
  const ids: IdSource = { nowMs: () => Date.now(), random };
  const draw = drawer(random);
  const startedAt = performance.now();
  // One pass at the end is quicker than a million small steps; a running desk keeps both indexes as it goes.
  await db.rows(sql`DROP INDEX customers_searched_idx, customer_words_remains_idx`);
  for (let done = 0; done < count; done += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, count - done) }, () => draw(ids));
    await insertAll(db, batch, { by: nobody, ids });
  }
  await db.rows(
    sql`CREATE INDEX customers_searched_idx ON customers USING GIN (searched gin_trgm_ops) WITH (fastupdate = off)`,
  );
  await db.rows(sql`CREATE INDEX customer_words_remains_idx ON customer_words USING GIN (remains)`);
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const table of [sql`customers`, sql`customer_phones`, sql`addresses`, sql`customer_words`])
    await db.rows(sql`VACUUM ANALYZE ${table}`);
  return { rowsPerSecond: Math.round(count / seconds), seconds: Math.round(seconds) };
}

/** Draws believable customers: few names are common, most are rare (Zipf). */
function drawer(random: () => number): (ids: IdSource) => NewCustomer {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <Item>(from: readonly Item[]): Item => from[whole(0, from.length - 1)] as Item;
  const rareLast = invented(random, 60_000, 4);
  const rareFirst = invented(random, 4_000, 3);
  const streets = invented(random, 3_000, 3);
  const towns = invented(random, 2_000, 3).map(
    (town) => `${town}${pick(['ville', ' Falls', 'ton', ' Springs', ''])}`,
  );
  const area = Array.from({ length: 280 }, () => `${whole(2, 9)}${whole(0, 8)}${whole(0, 9)}`);
  // The share of people with a common name, as in the census: about a sixth have one of the fifty most common last names.
  const name = (common: readonly string[], rare: readonly string[], share: number) =>
    capital(random() < share ? pick(common) : (rare[Math.floor(rare.length * random() ** 2.5)] as string));
  const number = () => `+1${pick(area)}${whole(2, 9)}${String(whole(0, 999_999)).padStart(6, '0')}`;
  return (ids) => {
    const isCompany = random() < 0.08;
    const first = name(commonFirst, rareFirst, 0.35);
    const last = name(commonLast, rareLast, 0.17);
    const fields = {
      firstName: isCompany ? null : first,
      lastName: isCompany ? null : last,
      company: isCompany || random() < 0.1 ? `${name(commonLast, rareLast, 0.17)} ${pick(trades)}` : null,
      email: random() < 0.7 ? `${first}.${last}${whole(1, 99)}@${pick(domains)}`.toLowerCase() : null,
      phones: [
        { kind: 'mobile' as const, number: number(), extension: null },
        { kind: 'home' as const, number: number(), extension: null },
      ].slice(0, random() < 0.3 ? 2 : 1),
      tags: random() < 0.1 ? ['vip'] : [],
      notes: '',
      leadSource: null,
      timeZone: 'America/Chicago',
    };
    const address = {
      id: newId.address(ids),
      kind: 'service' as const,
      street: `${whole(1, 9899)} ${capital(pick(streets))} ${pick(kinds)}`,
      unit: random() < 0.2 ? `Apt ${whole(1, 400)}` : null,
      city: capital(pick(towns)),
      state: pick(states),
      zip: String(whole(10_000, 99_999)),
      country: 'US',
    };
    return {
      id: newId.customer(ids),
      ...fields,
      addresses: [address],
      changes: changesBetween(null, fields),
    };
  };
}

const beginnings = 'b br c ch cl d dr f fl g gr h j k kl l m n p pr r s sch st t tr v w z'.split(' ');
const middles = 'a e i o u ai ea ie oo ou'.split(' ');
const ends = 'n r l s t nd rt ck m ll ss x tz y ng'.split(' ');

/** Names of two to `most` syllables. */
function invented(random: () => number, count: number, most: number): readonly string[] {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const one = () => {
    const syllables = 1 + Math.floor(random() * (most - 1));
    let name = '';
    for (let i = 0; i < syllables; i++) name += pick(beginnings) + pick(middles);
    return name + pick(beginnings) + pick(middles) + pick(ends);
  };
  return Array.from(new Set(Array.from({ length: count }, one)));
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
