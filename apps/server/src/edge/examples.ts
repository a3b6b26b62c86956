/** As much of JSON Schema as the contract makes. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
}

const id = '01k5d2m8x7';
const token = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ1c3JfMDFrNWQybTh4NyJ9.c2lnbmVk';

/** What a field holds, by its name, or by its name within the field around it where the name alone would mislead. */
const held: Readonly<Record<string, unknown>> = {
  accessToken: token,
  access_token: token,
  address: '12 Oak Street Unit 4, Springfield, IL 62701',
  arrivalWindowMinutes: 30,
  assigneeIds: `usr_${id}`,
  'assignees.name': 'Robin Vale',
  byName: 'Dana Reyes',
  callerName: 'Maria Lopez',
  challengeToken: token,
  city: 'Springfield',
  client_id: `svc_${id}`,
  client_secret: `rds_${id}`,
  code: '492817',
  columns: { First: 'firstName', Phone: 'phone' },
  company: 'Lopez & Sons',
  country: 'US',
  currentPassword: 'five calm herons wade',
  customerName: 'Maria Lopez',
  description: 'Stands in the basement; the valve is closed.',
  device: 'Chrome on Windows',
  email: 'maria@example.com',
  enrollToken: token,
  expiresIn: 600,
  expires_in: 600,
  extension: '12',
  firstName: 'Maria',
  from: '+14155550132',
  lastName: 'Lopez',
  leadSource: 'Web',
  'lineItems.description': 'With a new valve',
  'lineItems.id': `li_${id}`,
  'lineItems.name': 'Water heater, 50 gallons',
  minutes: 60,
  name: 'Maria Lopez',
  notes: 'Dog in the yard.',
  'notes.id': `note_${id}`,
  number: '+14155550132',
  password: 'seven brisk otters swim',
  phone: '+14155550132',
  refreshToken: `rdr_${id}${id}`,
  repName: 'Dana Reyes',
  rows: [{ First: 'Maria', Phone: '(415) 555-0132' }],
  secret: `rds_${id}`,
  state: 'IL',
  status: 'scheduled',
  street: '12 Oak Street',
  tags: ['vip'],
  text: 'Dog in the yard.',
  timeZone: 'America/Chicago',
  title: 'Water heater leaks',
  unit: 'Unit 4',
  unitCostCents: 52_000,
  unitPriceCents: 90_000,
  userName: 'Dana Reyes',
  zip: '62701',
};
const moments: Readonly<Record<string, string>> = {
  end: '2026-11-24T18:00:00Z',
  start: '2026-11-24T16:00:00Z',
};
/** What may stand in the place of another field: an example shows the other. */
const instead = new Set(['recoveryCode']);

/** A value that the schema takes, as a reader would meet it; the fields are told apart by their names. */
export function exampleOf(schema: JsonSchema, name = '', around = ''): unknown {
  const known = held[`${around}.${name}`] ?? held[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum.includes(known) ? known : schema.enum[0];
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null');
  const [first] = options;
  if (first !== undefined) return exampleOf(options.find((one) => takes(one, known)) ?? first, name, around);
  if (schema.format === 'date-time') return moments[name] ?? '2026-11-23T09:30:00Z';
  if (takes(schema, known)) return known;
  if (schema.default !== undefined) return schema.default;
  return exampleOfType(schema, name);
}

function exampleOfType(schema: JsonSchema, name: string): unknown {
  const { items, properties = {}, minimum = 1 } = schema;
  const [type] = typesOf(schema);
  if (type === 'array') return items === undefined ? [] : [exampleOf(items, name, name)];
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(properties)
        .filter(([field]) => !instead.has(field))
        .map(([field, one]) => [field, exampleOf(one, field, name)]),
    );
  if (type === 'integer' || type === 'number') return Math.max(minimum, 1);
  if (type === 'boolean') return true;
  return type === 'string' ? wordOf(schema, name) : null;
}

/** An id by its prefix, any other word by the name of its field. */
function wordOf({ pattern = '' }: JsonSchema, name: string): string {
  const [, prefix] = /^\^(\w+_)\[/.exec(pattern) ?? [];
  return prefix === undefined ? (pattern === '' ? name : id) : `${prefix}${id}`;
}

function takes(schema: JsonSchema, known: unknown): boolean {
  return known !== undefined && schema.const === undefined && typesOf(schema).includes(typeOf(known));
}

function typesOf({ type = 'null' }: JsonSchema): readonly string[] {
  return typeof type === 'string' ? [type] : type;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
