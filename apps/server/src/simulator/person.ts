import { towns } from '../customers/demo-people.ts';
import type { Chance } from './chance.ts';
import { type CalendarDate, sayHouseNumber } from './voices.ts';

/** Somebody who does not exist: invented names, and telephone numbers of the range kept for fiction (555-0100 to 0199). */
export interface Caller {
  readonly first: string;
  readonly last: string;
  readonly isWoman: boolean;
  /** Where they can be called, E.164. */
  readonly phone: string;
  /** Where they call from, E.164; not always their own telephone. */
  readonly callsFrom: string;
  readonly email: string;
  readonly home: Home;
  readonly born: CalendarDate;
}

interface Home {
  readonly houseNumber: number;
  readonly street: string;
  readonly unit: string | null;
  readonly unitSaid: string | null;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

const womensNames = [
  'Maria',
  'Aisha',
  'Priya',
  'Fatima',
  'Hannah',
  'Yuki',
  'Olga',
  'Grace',
  'Leila',
  'Mei',
  'Sofia',
  'Nadia',
  'Ingrid',
  'Denise',
  'Elena',
  'Zainab',
  'Rosa',
  'Amara',
  'Lucia',
  'Tamika',
  'Beatriz',
  'Anita',
  'Eileen',
  'Joan',
  'Chloe',
  'Ruth',
  'Noor',
  'Keiko',
  'Theresa',
  'Simone',
  'Donna',
  'Gwen',
];
const mensNames = [
  'James',
  'Wei',
  'Tomasz',
  'Carlos',
  'Kwame',
  'Luis',
  'Dmitri',
  'Patrick',
  'Omar',
  'Peter',
  'Rahul',
  'Thanh',
  'Marcus',
  'Walter',
  'Kevin',
  'Sven',
  'Harold',
  'Jin',
  'Samuel',
  'Gustavo',
  'Malik',
  'Viktor',
  'Emeka',
  'Diego',
  'Frank',
  'Andre',
  'Arjun',
  'Mateo',
];
const lastNames = [
  'Lopez',
  'Nguyen',
  'Okafor',
  'Johnson',
  'Kowalski',
  'Chen',
  'Patel',
  'Garcia',
  'Haddad',
  'Mensah',
  'Tanaka',
  'Ivanova',
  'Schmidt',
  'Murphy',
  'Rossi',
  'Ali',
  'Petrov',
  'Kim',
  'Santos',
  'Brown',
  'Larsson',
  'Reyes',
  'Cohen',
  'Washington',
  'Dubois',
  'Sharma',
  'Fitzgerald',
  'Yamamoto',
  'Abebe',
  'Novak',
  'Thompson',
  'Castillo',
  'Weiss',
  'Huang',
  'Oyelaran',
  'Baker',
  'Moreau',
  'Singh',
  'Vasquez',
  'Wright',
  'Kaminski',
  'Delgado',
  'Bishop',
  'Farouk',
  'Lindqvist',
  'Ortega',
  'Whitfield',
  'Zhao',
  'Costa',
  'Hughes',
  'Papadakis',
  'Torres',
  'Byrne',
  'Achebe',
  'Marsh',
  'Villanueva',
  'Stein',
  'Osei',
  'Romano',
  'Tran',
];
const streets = [
  'Maple Drive',
  'Oak Street',
  'Juniper Lane',
  'Cedar Court',
  'Willow Creek Road',
  'Lakeview Avenue',
  'Birch Street',
  'Sunset Boulevard',
  'Mill Road',
  'Orchard Lane',
  'Chestnut Avenue',
  'Ridge Road',
  'Elm Street',
  'Park Place',
  'Meadow Lane',
  'River Road',
  'Highland Avenue',
  'Fourth Street',
  'Prospect Avenue',
  'Dogwood Circle',
  'Washington Street',
  'Quail Run',
  'Stonebridge Way',
  'Harbor Drive',
  'Pine Hollow Road',
  'Second Avenue',
];

/** How many calls come from the caller's own telephone. */
const ownPhoneShare = 0.85;

/** Whom a story can happen to. */
export interface Who {
  readonly isWoman?: boolean;
  /** Years of birth, first and last. */
  readonly born?: readonly [number, number];
}

/** Draws one person of that kind. */
export function somebody(chance: Chance, who: Who = {}): Caller {
  const isWoman = chance.happens(0.5) || who.isWoman === true;
  const first = chance.pick(isWoman ? womensNames : mensNames);
  const last = chance.pick(lastNames);
  const town = chance.pick(towns);
  const phone = fictionalPhone(chance.pick<string>(town.areas), chance);
  const callsFrom = chance.happens(ownPhoneShare)
    ? phone
    : fictionalPhone(chance.pick<string>(town.areas), chance);
  const born = {
    year: chance.whole(...(who.born ?? ([1938, 2002] as const))),
    month: chance.whole(1, 12),
    day: chance.whole(1, 28),
  };
  return {
    first,
    last,
    isWoman,
    phone,
    callsFrom,
    email: someEmail(first, last, chance),
    home: someHome(town, chance),
    born,
  };
}

/** A number that rings nowhere: 555-0100 to 555-0199 are kept free for fiction in every area of North America. */
function fictionalPhone(area: string, chance: Chance): string {
  return `+1${area}55501${String(chance.whole(0, 99)).padStart(2, '0')}`;
}

/** Addresses at the domains kept for examples (RFC 2606): mail to them reaches nobody. */
function someEmail(first: string, last: string, chance: Chance): string {
  const [a, b] = [first.toLowerCase(), last.toLowerCase()];
  const local = chance.pick([
    `${a}.${b}`,
    `${a}.${b}`,
    `${a}${b}`,
    `${a}_${b}`,
    `${a}.${b}${chance.whole(2, 99)}`,
    `${b}${chance.whole(60, 99)}`,
  ]);
  return `${local}@${chance.pick(['example.com', 'example.com', 'example.net', 'example.org'])}`;
}

function someHome(town: (typeof towns)[number], chance: Chance): Home {
  const houseNumber = chance.pick([
    () => chance.whole(2, 99),
    () => chance.whole(100, 999),
    () => chance.whole(1000, 9899),
    () => chance.whole(1000, 9899),
    () => chance.whole(11, 98) * 100,
    () => chance.whole(10_000, 18_999),
  ])();
  const unit = someUnit(chance);
  const zip = town.zip + String(chance.whole(1, 99)).padStart(2, '0');
  return { houseNumber, street: chance.pick(streets), ...unit, city: town.city, state: town.stateSaid, zip };
}

function someUnit(chance: Chance): Pick<Home, 'unit' | 'unitSaid'> {
  if (!chance.happens(0.35)) return { unit: null, unitSaid: null };
  const number = chance.pick([chance.whole(1, 24), chance.whole(101, 420)]);
  const letter = number < 25 && chance.happens(0.5) ? chance.pick(['A', 'B', 'C', 'D', 'F']) : '';
  const kind = chance.pick(['apartment', 'apartment', 'unit']);
  const letterSaid = letter === '' ? '' : ` ${letter}`;
  return { unit: `${number}${letter}`, unitSaid: `${kind} ${sayHouseNumber(number)}${letterSaid}` };
}
