import type { Random } from '@ringdesk/shared';
import type { Route } from '../route.ts';

type Ids = Readonly<Record<string, string>>;

const line = { name: 'Heater', unit_price: 90_000, quantity: 1.25, kind: 'materials', taxable: true };
const number = '(415) 555-0132';

/** A good body for each address that takes one. */
const bodies: Readonly<Record<string, (ids: Ids) => object>> = {
  'POST /customers': () => ({
    first_name: 'Maria',
    last_name: 'Lopez',
    company: 'Lopez & Sons',
    email: 'maria@example.com',
    mobile_number: number,
    home_number: number,
    work_number: '+44 20 7946 0123',
    tags: ['vip'],
    lead_source: 'Web',
    notes: 'Side door',
    addresses: [{ street: '12 Oak Street', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' }],
  }),
  'PUT /customers/:customer_id': () => ({ first_name: null, email: '', work_number: number, tags: ['a'] }),
  'POST /customers/:customer_id/addresses': () => ({
    street: '9 Elm Street',
    city: 'Springfield',
    state: 'IL',
    zip: '62701',
    country: 'United States',
  }),
  'POST /jobs': ({ customer_id, address_id, employee_id }) => ({
    customer_id,
    address_id,
    assigned_employee_ids: [employee_id],
    schedule: { scheduled_start: '2026-12-01T09:00:00', arrival_window: 30, anytime: false },
    line_items: [line, { name: 'Visit' }],
    tags: ['urgent'],
    notes: 'Ring twice',
  }),
  'PUT /jobs/:job_id/schedule': ({ employee_id }) => ({
    start_time: '2026-12-02T09:00:00',
    end_time: '2026-12-02T10:00:00-06:00',
    arrival_window_in_minutes: 60,
    dispatched_employees: [{ employee_id }],
  }),
  'PUT /jobs/:job_id/dispatch': ({ employee_id }) => ({ dispatched_employees: [{ employee_id }] }),
  'POST /jobs/:job_id/line_items': () => line,
  'PUT /jobs/:job_id/line_items/:line_item_id': () => line,
  'PUT /jobs/:job_id/line_items/bulk_update': ({ line_item_id }) => ({
    line_items: [{ ...line, id: line_item_id }, line],
    append_line_items: true,
  }),
  'POST /jobs/:job_id/notes': () => ({ content: 'Dog in the yard' }),
  'POST /jobs/:job_id/tags': () => ({ tag_id: 'urgent' }),
};

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** What stands where something else is expected. */
const oddValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.005,
  1.1,
  600,
  1e6,
  1e8,
  -1e8,
  1e21,
  1e308,
  2_147_483_648,
  2 ** 53,
  '',
  ' ',
  'x',
  'x'.repeat(3_000),
  '\0',
  '\ud800',
  '\u202Etxt',
  '🔧'.repeat(50),
  '%',
  "'; DROP TABLE jobs; --",
  '__proto__',
  '1970-01-01T00:00:00+14:00',
  '2199-12-31T23:59:59',
  '2026-03-08T02:30:00',
  '0000-00-00',
  '2026-02-30',
  '+14155550132;ext=7',
  'percent discount',
  [],
  [null],
  [[]],
  Array.from({ length: 400 }, (_, i) => `${i}`),
  Array.from({ length: 250 }, () => ({ name: 'Line', unit_price: 1e8, quantity: 1e6 })),
  Array.from({ length: 100 }, () => ({ name: 'Line', unit_price: 1e8, quantity: 1e6 })),
  {},
  { id: 'li_1' },
  { $ne: null },
  { length: 1e9 },
];

const oddBodies: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '-1e999',
  deep(20_000),
  `{"first_name":${deep(20_000)}}`,
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"first_name":"Maria","first_name":{"a":1}}',
  'first_name=Maria&last_name=Lopez',
  '<customer/>',
];
const oddIds = ['x', 'cus_1', 'job_1', 'usr_1', '%00', '%ff', '%2f', 'null', '[object%20Object]', '🔧', '*'];
const parameters = [
  'page',
  'page_size',
  'sort_by',
  'sort_direction',
  'q',
  'expand',
  'customer_id',
  'employee_ids',
  'work_status',
  'scheduled_start_min',
  'scheduled_end_max',
  '__proto__',
];
const oddWords = [
  '',
  '0',
  '1',
  '-1',
  '1e9',
  '999999999',
  '1000000000',
  '%00',
  '%ed%a0%80',
  '%25%5F%5C',
  "created_at;--'",
  'created_at',
  'asc',
  'constructor',
  'scheduled',
  'canceled,lost',
  '2026-11-24',
  '2026-11-24T10:00:00',
  '2026-11-24T10:00:00%2B23:59',
  '24:00',
  'a'.repeat(121),
  '🔧',
];
const spellings = ['', '[]', '[0]', '[x]', '[][]'];
const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  'application/json;charset=utf-16',
  '',
];

/** One request to a route that nobody would send in good faith, made by chance from a good one. */
export function hostileRequest(
  random: Random,
  { route, ids }: { readonly route: Pick<Route, 'method' | 'path'>; readonly ids: Ids },
) {
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(random() * from.length)] as Value;
  const path = route.path.replace(/:(\w+)/g, (_, part: string) =>
    random() < 0.15 ? pick(oddIds) : (ids[part] ?? pick(oddIds)),
  );
  const search = Array.from(
    { length: Math.floor(random() * 3) },
    () => `${pick(parameters)}${pick(spellings)}=${pick(oddWords)}`,
  ).join('&');
  const good = bodies[`${route.method} ${route.path}`]?.(ids);
  const body = good === undefined ? undefined : random() < 0.1 ? pick(oddBodies) : spoiled(random, good);
  const key = random() < 0.3 ? { 'idempotency-key': pick(['a', `k-${random()}`, 'two words']) } : {};
  const type = random() < 0.1 && typeof body === 'string' ? { 'content-type': pick(types) } : {};
  return { path: search === '' ? path : `${path}?${search}`, body, headers: { ...key, ...type } };
}

/** The value with something odd somewhere within it, or something gone. */
function spoiled(random: Random, value: unknown): unknown {
  const odd = oddValues[Math.floor(random() * oddValues.length)];
  if (typeof value !== 'object' || value === null || random() < 0.05) return odd;
  const keys = Object.keys(value);
  const at = keys[Math.floor(random() * keys.length)];
  const parts = Object.entries(value).flatMap(([key, one]) => {
    if (key !== at) return [[key, one] as const];
    return random() < 0.1 ? [] : [[key, spoiled(random, one)] as const];
  });
  return Array.isArray(value) ? parts.map(([, one]) => one) : Object.fromEntries(parts);
}
