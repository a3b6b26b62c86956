import { type Input, operations, type Question } from '@ringdesk/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { allListed, dana, good, makeCustomer, namesOf } from '../testing/customers.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { csvLine, withoutApostrophe } from './csv.ts';
import { exportCustomers } from './export-customers.ts';
import { importCustomers } from './import-customers.ts';
import { readTimeline } from './read-timeline.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ connections: 12 });
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const columns = { Name: 'name', Phone: 'phone', Mail: 'email', Street: 'street', Town: 'city', Tags: 'tags' };
const asked = (it: Partial<Question<'customers.import'>>): Input<'customers.import'> =>
  operations['customers.import'].input.parse({ columns, rows: [], isDryRun: false, ...it });
const bring = async (rows: Record<string, string>[], it: Partial<Question<'customers.import'>> = {}) =>
  good(await importCustomers(floor.app, asked({ rows, ...it }), dana)).results;
const outcomes = (results: Awaited<ReturnType<typeof bring>>) => results.map((it) => it.outcome);

async function written(input: Partial<Input<'customers.export'>> = {}): Promise<string> {
  let text = '';
  for await (const piece of good(await exportCustomers(floor.app, { archived: 'no', ...input })))
    text += piece;
  return text;
}

/** A reader of RFC 4180 that knows nothing of how the file was written. */
function readCsv(text: string): Record<string, string>[] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
  }
  const [header = [], ...rest] = lines;
  return rest
    .filter((line) => line.length > 0)
    .map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])));
}

const good3 = [
  {
    Name: 'Maria Lopez',
    Phone: '(415) 555-0132',
    Mail: 'maria@example.com',
    Street: '12 Oak Street',
    Town: 'Fairview',
    Tags: 'VIP; Senior',
  },
  { Name: 'Tom Novak', Phone: '214-555-0177', Mail: '', Street: '', Town: '', Tags: '' },
  { Name: 'Reyes', Phone: '', Mail: 'REYES@example.com', Street: '', Town: '', Tags: '' },
];

describe('a file that comes in', () => {
  test('becomes customers, line by line', async () => {
    const results = await bring(good3);
    expect(results).toMatchObject([
      { line: 1, outcome: 'created', name: 'Maria Lopez', problems: [] },
      { line: 2, outcome: 'created', name: 'Tom Novak' },
      { line: 3, outcome: 'created', name: 'Reyes' },
    ]);
    const [maria] = await allListed(floor, { q: 'oak fairview' });
    expect(maria).toMatchObject({
      id: results[0]?.customerId,
      phones: [{ number: '+14155550132' }],
      tags: ['VIP', 'Senior'],
      createdBy: dana.byId,
    });
  });

  test('run dry tells the same and writes nothing', async () => {
    const rows = [...good3, { Name: 'Bad', Phone: '12' }, ...good3.slice(0, 1)];
    const tables = ['customers', 'customer_phones', 'addresses', 'customer_changes', 'customer_words'];
    const dry = await bring(rows, { isDryRun: true });
    for (const table of tables)
      expect(await floor.db.rows({ parts: [`SELECT FROM ${table}`], values: [] })).toEqual([]);
    const wet = await bring(rows);
    expect(outcomes(dry)).toEqual(outcomes(wet));
    expect(outcomes(wet)).toEqual(['created', 'created', 'created', 'refused', 'skipped']);
  });

  test('has each bad line told by its field, with what would be right, while the good ones are kept', async () => {
    const results = await bring([
      { Name: 'Ann Adams', Phone: '12; 4155550132' },
      { Name: '', Phone: '', Street: '1 Elm' },
      { Name: 'Bea Brown', Mail: 'no address' },
      { Name: 'Cy Clark', Town: 'Fairview' },
      { Name: `Dee ${'x'.repeat(200)}` },
      { Name: 'Eve Ellis' },
    ]);
    expect(results.map(({ outcome, problems }) => [outcome, problems.map((it) => it.path)])).toEqual([
      ['refused', ['phones.0.number']],
      ['refused', ['lastName']],
      ['refused', ['email']],
      ['refused', ['addresses.0.street']],
      ['refused', ['lastName']],
      ['created', []],
    ]);
    for (const { problems } of results) for (const { message } of problems) expect(message).not.toBe('');
    expect(namesOf(await allListed(floor, {}))).toEqual(['Eve Ellis']);
  });

  test('tells lines that are there already, in the database or before in the file', async () => {
    const maria = await makeCustomer(floor, { lastName: 'Lopez', phones: [{ number: '4155550132' }] });
    const rows = [
      { Name: 'M. Lopez', Phone: '+1 415-555-0132' },
      { Name: 'Tom Novak', Mail: 'tom@example.com' },
      { Name: 'Tommy Novak', Mail: 'Tom@Example.com' },
    ];
    const results = await bring(rows);
    expect(results).toMatchObject([
      { outcome: 'skipped', customerId: maria.id },
      { outcome: 'created' },
      { outcome: 'skipped', problems: [{ message: 'line 2 has the same number or email' }] },
    ]);
    expect(outcomes(await bring(rows, { onDuplicate: 'create' }))).toEqual(['created', 'created', 'created']);
  });

  test('may bring those up to date who are there: what is new is added, nothing is taken away', async () => {
    const maria = await makeCustomer(floor, {
      firstName: 'Maria',
      lastName: 'Lopez',
      company: 'Acme',
      phones: [{ number: '4155550132' }],
      tags: ['VIP'],
    });
    await floor.clock.advance(1);
    const rows = [
      { Name: 'Maria Reyes', Phone: '4155550132; 4155550199', Street: '12 Oak', Tags: 'vip; Senior' },
    ];
    expect(await bring(rows, { onDuplicate: 'update' })).toMatchObject([
      { outcome: 'updated', customerId: maria.id },
    ]);
    const [now] = await allListed(floor, { q: 'oak' });
    expect(now).toMatchObject({
      id: maria.id,
      name: 'Maria Reyes',
      company: 'Acme',
      tags: ['VIP', 'Senior'],
      phones: [{ number: '+14155550132' }, { number: '+14155550199' }],
      addresses: [{ street: '12 Oak' }],
      version: 2,
    });
    await bring(rows, { onDuplicate: 'update' });
    const { items } = good(await readTimeline(floor.app, { id: maria.id, limit: 10 }));
    expect(items).toHaveLength(3);
  });

  test.each([
    ['numbers', 'phones', { Name: '', Phone: '4155550132; 4155550180' }],
    ['tags', 'tags', { Name: '', Phone: '4155550132', Tags: 'One more' }],
  ])('never lifts a customer above the %s that one may have, run dry or not', async (what, path, over) => {
    const maria = await makeCustomer(floor, {
      lastName: 'Lopez',
      phones: Array.from({ length: 9 }, (_, i) => ({ number: `41555501${32 + i}` })),
      tags: Array.from({ length: 29 }, (_, i) => `Tag ${i}`),
    });
    const rows = [
      { Phone: '4155550132; 4155550150', Tags: 'Last' },
      over,
      { Name: 'Maria Reyes', Phone: '4155550132; 4155550150', Tags: 'last' },
    ];
    const dry = await bring(rows, { onDuplicate: 'update', isDryRun: true });
    const wet = await bring(rows, { onDuplicate: 'update' });
    expect(wet).toEqual(dry);
    expect(outcomes(wet)).toEqual(['updated', 'refused', 'updated']);
    const most = what === 'tags' ? 30 : 10;
    const message = `together with those that are there it would be ${most + 1} ${what}; expected at most ${most}`;
    expect(wet[1]).toMatchObject({ customerId: maria.id, problems: [{ path, message }] });
    const [now] = await allListed(floor, {});
    expect(now).toMatchObject({ name: 'Maria Reyes', id: maria.id });
    expect([now?.phones.length, now?.tags.length]).toEqual([10, 30]);
  });

  test('never picks one of several who have a number', async () => {
    for (const lastName of ['Lopez', 'Reyes'])
      await makeCustomer(floor, { lastName, phones: [{ number: '4155550132' }] });
    const rows = [{ Name: 'Maria', Phone: '4155550132' }];
    expect(await bring(rows, { onDuplicate: 'update' })).toMatchObject([
      {
        outcome: 'refused',
        customerId: null,
        problems: [{ message: expect.stringContaining('2 customers') }],
      },
    ]);
    expect(await bring(rows)).toMatchObject([{ outcome: 'skipped', customerId: null }]);
  });

  test('twice at the same moment makes nobody twice', async () => {
    await Promise.all(Array.from({ length: 6 }, () => bring(good3)));
    expect(await allListed(floor, {})).toHaveLength(3);
  });

  test('with a column for a field that is not there is refused', async () => {
    for (const field of ['owner', 'id', '__proto__', 'version', 'archivedAt', 'createdBy'])
      expect(
        await importCustomers(floor.app, { ...asked({ rows: [{ X: 'a' }] }), columns: { X: field } }, dana),
      ).toMatchObject({ error: { code: 'INPUT_INVALID', details: { errors: [{ path: 'columns.X' }] } } });
  });
});

describe('a file that goes out', () => {
  test('has no cell that a spreadsheet would calculate', async () => {
    const evil = ['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', "'=1", "''+1"];
    for (const lastName of evil) await makeCustomer(floor, { lastName, notes: `${lastName},"\r\nx` });
    const text = await written();
    for (const row of readCsv(text))
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  test('has whom the filters want', async () => {
    await makeCustomer(floor, { lastName: 'Lopez', tags: ['VIP'] });
    const gone = await makeCustomer(floor, { lastName: 'Reyes' });
    await floor.db.rows(sql`UPDATE customers SET archived_at = now() WHERE id = ${gone.id}`);
    const names = async (it: Partial<Input<'customers.export'>>) =>
      readCsv(await written(it)).map((row) => row['lastName']);
    expect(await names({})).toEqual(['Lopez']);
    expect(new Set(await names({ archived: 'too' }))).toEqual(new Set(['Lopez', 'Reyes']));
    expect(await names({ tag: 'VIP' })).toEqual(['Lopez']);
    expect(await names({ tag: 'vip' })).toEqual([]);
    expect(await names({ q: 'lop' })).toEqual(['Lopez']);
    expect(await names({ q: '!!' })).toEqual([]);
  });

  test('is read page by page, each customer once', async () => {
    for (let i = 0; i < 7; i++)
      await bring(Array.from({ length: 170 }, (_, k) => ({ Name: `Name ${i} x${k}` })));
    const pieces: string[] = [];
    for await (const piece of good(await exportCustomers(floor.app, { archived: 'no' }))) pieces.push(piece);
    expect(pieces.length).toBe(4);
    expect(new Set(readCsv(pieces.join('')).map((row) => row['id'])).size).toBe(1190);
  });

  test('comes in again as it went out', async () => {
    await makeCustomer(floor, {
      firstName: "'t Hooft, “A”",
      lastName: '=Núñez\n"B"',
      company: '-Acme; Sons',
      email: 'a+b@example.com',
      phones: [{ number: '4155550132' }, { number: '4155550133' }, { kind: 'work', number: '+442079460123' }],
      tags: ['VIP', '@home'],
      notes: "first\r\n'=second,\tthird",
      leadSource: '+Referral',
      timeZone: 'America/Denver',
      addresses: [
        { street: '=12 Oak', unit: '-4B', city: "'=Fairview", state: 'TX', zip: '00123', country: 'US' },
      ],
    });
    const fields = [
      'firstName',
      'lastName',
      'company',
      'email',
      'phones',
      'tags',
      'notes',
      'leadSource',
      'timeZone',
    ] as const;
    const [before] = await allListed(floor, {});
    const rows = readCsv(await written());
    await floor.clear();
    const same = Object.fromEntries(
      Object.keys(rows[0] ?? {}).map((name) => [name, /^(id|createdAt|archivedAt)$/.test(name) ? '' : name]),
    );
    expect(outcomes(await bring(rows, { columns: same }))).toEqual(['created']);
    const [after] = await allListed(floor, {});
    for (const field of fields) expect(after?.[field]).toEqual(before?.[field]);
    expect(after?.addresses[0]).toMatchObject({
      street: '=12 Oak',
      unit: '-4B',
      city: "'=Fairview",
      zip: '00123',
    });
  });

  test('says in every cell what was said', () => {
    const cell = fc.string({ unit: fc.constantFrom(...`ab=+-@'",\r\n\t ;é`.split('')), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const header = cells.map((_, i) => `c${i}`);
        const [row = {}] = readCsv(csvLine(header) + csvLine(cells));
        expect(header.map((name) => withoutApostrophe(row[name] ?? ''))).toEqual(cells);
        expect(Object.values(row).join('')).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 500 },
    );
  });
});
