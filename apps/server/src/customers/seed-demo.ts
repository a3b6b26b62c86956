import { type IdSource, type Input, type Random, seededRandom } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { newCustomer } from './create-customer.ts';
import { firstNames, lastNames, leadSources, notes, streets, tags, towns, trades } from './demo-people.ts';
import { importAlone } from './import.store.ts';
import { countUpTo, insertAll, type NewCustomer } from './store.ts';

type Said = Input<'customer.create'>;
type Phones = NonNullable<Said['phones']>;

const households = 260;
const seed = 26;

/**
 * Makes the customers of a demo installation, where there are none yet: those who are `known` to call, and further
 * households. All numbers lie in the range that simulated callers call from, some shared by a household, so that a caller's
 * number is found for nobody, for one or for several.
 */
export async function seedDemoCustomers(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  known: readonly Said[] = [],
): Promise<void> {
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  await app.db.transaction(async (tx) => {
    await importAlone(tx);
    if ((await countUpTo(tx, 1)) > 0) return;
    await insertAll(tx, demoCustomers(ids, known), { by: { byId: null, byClient: null }, ids });
  });
}

/** The same ones in every installation, but for their ids. */
function demoCustomers(ids: IdSource, known: readonly Said[]): readonly NewCustomer[] {
  const draw = drawer(seededRandom(seed));
  const others = Array.from({ length: households }, () => household(draw)).flat();
  return [...known.map((said) => ({ ...facts(draw), ...said })), ...others].flatMap((said) => {
    const customer = newCustomer(said, ids);
    return customer.ok ? [customer.value] : [];
  });
}

interface Draw {
  readonly happens: (share: number) => boolean;
  readonly whole: (from: number, to: number) => number;
  readonly pick: <Item>(from: readonly [Item, ...Item[]] | readonly Item[]) => Item;
}

function drawer(random: Random): Draw {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  return {
    happens: (share) => random() < share,
    whole,
    pick(from) {
      const item = from[whole(0, from.length - 1)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
  };
}

/** A company, one person, or two who live together and share a number. */
function household(draw: Draw): readonly Said[] {
  const town = draw.pick(towns);
  const lastName = draw.pick(lastNames);
  const number = () => `+1${draw.pick<string>(town.areas)}55501${String(draw.whole(0, 99)).padStart(2, '0')}`;
  const address = {
    street: `${draw.whole(2, 9899)} ${draw.pick(streets)}`,
    ...(draw.happens(0.2) && { unit: `Apt ${draw.whole(1, 24)}` }),
    city: town.city,
    state: town.state,
    zip: town.zip + String(draw.whole(1, 99)).padStart(2, '0'),
  };
  const shared = number();
  if (draw.happens(0.12)) {
    const company = `${lastName} ${draw.pick(trades)}`;
    const email = `${draw.pick(['office', 'hello', 'desk'])}@${plain(company)}.example`;
    return [
      { company, email, phones: [{ kind: 'work', number: shared }], addresses: [address], ...facts(draw) },
    ];
  }
  const person = (): Said => {
    const firstName = draw.pick(firstNames);
    const phones: Phones = [{ kind: 'home', number: shared }];
    if (draw.happens(0.4)) phones.push({ kind: 'mobile', number: number() });
    const email = `${plain(firstName)}.${plain(lastName)}@example.com`;
    return {
      firstName,
      lastName,
      phones,
      addresses: [address],
      ...(draw.happens(0.7) && { email }),
      ...facts(draw),
    };
  };
  return draw.happens(0.15) ? [person(), person()] : [person()];
}

function facts(draw: Draw): Pick<Said, 'notes' | 'tags' | 'leadSource'> {
  return {
    ...(draw.happens(0.25) && { notes: draw.pick(notes) }),
    ...(draw.happens(0.3) && { tags: [draw.pick(tags)] }),
    ...(draw.happens(0.5) && { leadSource: draw.pick(leadSources) }),
  };
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
