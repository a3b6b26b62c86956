import type { Word } from './words.ts';

/** Words of American addresses. */

const states = new Map(
  Object.entries({
    alabama: 'AL',
    alaska: 'AK',
    arizona: 'AZ',
    arkansas: 'AR',
    california: 'CA',
    colorado: 'CO',
    connecticut: 'CT',
    delaware: 'DE',
    'district of columbia': 'DC',
    florida: 'FL',
    georgia: 'GA',
    hawaii: 'HI',
    idaho: 'ID',
    illinois: 'IL',
    indiana: 'IN',
    iowa: 'IA',
    kansas: 'KS',
    kentucky: 'KY',
    louisiana: 'LA',
    maine: 'ME',
    maryland: 'MD',
    massachusetts: 'MA',
    michigan: 'MI',
    minnesota: 'MN',
    mississippi: 'MS',
    missouri: 'MO',
    montana: 'MT',
    nebraska: 'NE',
    nevada: 'NV',
    'new hampshire': 'NH',
    'new jersey': 'NJ',
    'new mexico': 'NM',
    'new york': 'NY',
    'north carolina': 'NC',
    'north dakota': 'ND',
    ohio: 'OH',
    oklahoma: 'OK',
    oregon: 'OR',
    pennsylvania: 'PA',
    'rhode island': 'RI',
    'south carolina': 'SC',
    'south dakota': 'SD',
    tennessee: 'TN',
    texas: 'TX',
    utah: 'UT',
    vermont: 'VT',
    virginia: 'VA',
    washington: 'WA',
    'west virginia': 'WV',
    wisconsin: 'WI',
    wyoming: 'WY',
  }),
);
const codes = new Set(states.values());

/** `OH` → `ohio`. */
export function stateNamed(code: string | null): string | null {
  return [...states].find(([, one]) => one === code)?.[0] ?? null;
}

/** Endings of street names as they are written out; the short ones are those of the Postal Service (Publication 28). */
const endings = new Map(
  Object.entries({
    street: 'Street',
    st: 'Street',
    drive: 'Drive',
    dr: 'Drive',
    avenue: 'Avenue',
    ave: 'Avenue',
    av: 'Avenue',
    road: 'Road',
    rd: 'Road',
    lane: 'Lane',
    ln: 'Lane',
    court: 'Court',
    ct: 'Court',
    boulevard: 'Boulevard',
    blvd: 'Boulevard',
    place: 'Place',
    pl: 'Place',
    circle: 'Circle',
    cir: 'Circle',
    way: 'Way',
    run: 'Run',
    terrace: 'Terrace',
    ter: 'Terrace',
    trail: 'Trail',
    trl: 'Trail',
    parkway: 'Parkway',
    pkwy: 'Parkway',
    highway: 'Highway',
    hwy: 'Highway',
    square: 'Square',
    sq: 'Square',
    loop: 'Loop',
    pike: 'Pike',
    alley: 'Alley',
    crossing: 'Crossing',
    path: 'Path',
    row: 'Row',
    turnpike: 'Turnpike',
    plaza: 'Plaza',
    crescent: 'Crescent',
    commons: 'Commons',
    cove: 'Cove',
    ridge: 'Ridge',
    hill: 'Hill',
    heights: 'Heights',
    point: 'Point',
    bend: 'Bend',
    glen: 'Glen',
    walk: 'Walk',
    mews: 'Mews',
    expressway: 'Expressway',
    freeway: 'Freeway',
    grove: 'Grove',
    knoll: 'Knoll',
    hollow: 'Hollow',
    landing: 'Landing',
    canyon: 'Canyon',
    estates: 'Estates',
    bluff: 'Bluff',
    meadows: 'Meadows',
    vista: 'Vista',
    spur: 'Spur',
    pass: 'Pass',
  }),
);
/** Endings that are everyday words too: believed only in an answer or in capitals. */
const loose = new Set([
  'way',
  'run',
  'place',
  'square',
  'row',
  'path',
  'ridge',
  'hill',
  'heights',
  'point',
  'bend',
  'walk',
  'crossing',
  'trail',
  'loop',
  'cove',
  'court',
  'commons',
  'drive',
  'grove',
  'hollow',
  'landing',
  'canyon',
  'estates',
  'bluff',
  'meadows',
  'vista',
  'spur',
  'pass',
  'glen',
  'st',
  'dr',
  'pl',
  'ter',
  'av',
  'circle',
]);
const directions = new Map(
  Object.entries({
    north: 'North',
    south: 'South',
    east: 'East',
    west: 'West',
    northeast: 'Northeast',
    northwest: 'Northwest',
    southeast: 'Southeast',
    southwest: 'Southwest',
    n: 'N',
    s: 'S',
    e: 'E',
    w: 'W',
    ne: 'NE',
    nw: 'NW',
    se: 'SE',
    sw: 'SW',
  }),
);

export function streetEnding(word: Word | undefined): string | undefined {
  return word === undefined ? undefined : endings.get(word.low);
}

export function isLooseEnding(word: Word | undefined): boolean {
  return word !== undefined && loose.has(word.low);
}

export function directionOf(word: Word | undefined): string | undefined {
  return word === undefined ? undefined : directions.get(word.low);
}

/** The state that begins at `at`: a name, or two capital letters. */
export function readState(words: readonly Word[], at: number): { code: string; to: number } | null {
  for (const length of [3, 2, 1]) {
    const said = words.slice(at, at + length);
    // `Kansas City` is a city.
    if (/^(?:city|beach|springs|falls|heights)$/.test(words[at + length]?.low ?? '')) continue;
    if (said.length < length || said.some((word, i) => i > 0 && /[.,\n]/.test(word.gap))) continue;
    const code = states.get(said.map((word) => word.low).join(' '));
    if (code !== undefined) return { code, to: at + length };
  }
  const [one, two] = [words[at], words[at + 1]];
  const letters = `${one?.text ?? ''}${two?.text ?? ''}`;
  if (one?.text.length === 1 && two?.text.length === 1 && !/[,\n]/.test(two.gap) && codes.has(letters))
    return { code: letters, to: at + 2 };
  const text = one?.text ?? '';
  const isBeforeZip = /^[0-9]{5}$/.test(two?.text ?? '') && codes.has(text.toUpperCase());
  if (isBeforeZip) return { code: text.toUpperCase(), to: at + 1 };
  return codes.has(text) ? { code: text, to: at + 1 } : null;
}
