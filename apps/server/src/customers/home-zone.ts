import { Temporal } from 'temporal-polyfill';

/** The zone of a customer of whom nothing else is known. */
export const defaultZone = 'America/New_York';

/** States by the zone that most of their people live in (IANA tz database). */
const statesByZone: Readonly<Record<string, string>> = {
  'America/New_York':
    'CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,IN Indiana,KY Kentucky,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,NH New Hampshire,NJ New Jersey,NY New York,NC North Carolina,OH Ohio,PA Pennsylvania,RI Rhode Island,SC South Carolina,VT Vermont,VA Virginia,WV West Virginia',
  'America/Chicago':
    'AL Alabama,AR Arkansas,IL Illinois,IA Iowa,KS Kansas,LA Louisiana,MN Minnesota,MS Mississippi,MO Missouri,NE Nebraska,ND North Dakota,OK Oklahoma,SD South Dakota,TN Tennessee,TX Texas,WI Wisconsin',
  'America/Denver': 'CO Colorado,ID Idaho,MT Montana,NM New Mexico,UT Utah,WY Wyoming',
  'America/Phoenix': 'AZ Arizona',
  'America/Los_Angeles': 'CA California,NV Nevada,OR Oregon,WA Washington',
  'America/Anchorage': 'AK Alaska',
  'Pacific/Honolulu': 'HI Hawaii',
};
const zones = new Map(
  Object.entries(statesByZone).flatMap(([zone, states]) =>
    states
      .split(',')
      .flatMap((state) => [
        [state.slice(0, 2).toLowerCase(), zone] as const,
        [state.slice(3).toLowerCase(), zone] as const,
      ]),
  ),
);

/** Winter and summer, by which zones of one country are told apart. */
const seasons = ['2026-01-15T00:00:00Z', '2026-07-15T00:00:00Z'].map((moment) =>
  Temporal.Instant.from(moment),
);

/** The zone that an address lies in: in the United States by its state, elsewhere by its country; null where that is not known. */
export function zoneOf(address: {
  readonly state?: string | null | undefined;
  readonly country?: string | null | undefined;
}): string | null {
  const country = address.country ?? 'US';
  return country === 'US' ? (zones.get((address.state ?? '').trim().toLowerCase()) ?? null) : zoneIn(country);
}

/** The zone of a country in which every clock shows the same; null for one that is wider. */
function zoneIn(country: string): string | null {
  const [first, ...others] = new Intl.Locale(`und-${country}`).getTimeZones() ?? [];
  if (first === undefined) return null;
  const offsets = (zone: string) => seasons.map((moment) => moment.toZonedDateTimeISO(zone).offset).join();
  return others.every((zone) => offsets(zone) === offsets(first)) ? first : null;
}
