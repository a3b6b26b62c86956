import { operations } from '@ringdesk/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { dana, good, makeCustomer } from '../testing/customers.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { importCustomers } from './import-customers.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.close());

const columns = { Name: 'name', Phone: 'phone', Mail: 'email', Street: 'street', Town: 'city' };
const row = fc.record({
  Name: fc.constantFrom('Maria Lopez', 'Lopez, Maria', 'Tom Novak', '', 'Acme, Inc.'),
  Phone: fc.constantFrom(
    '',
    '(415) 555-0132',
    '+1 415 555 0132',
    '4155550133; 4155550134',
    '12',
    '415-555-0135',
  ),
  Mail: fc.constantFrom('', 'maria@example.com', 'MARIA@example.com', 'tom@example.com', 'nobody'),
  Street: fc.constantFrom('', '12 Oak', '7 Elm'),
  Town: fc.constantFrom('', 'Fairview'),
});

test('a dry run tells of every line what then becomes of it, whatever stands in the file and in the database', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('skip', 'create', 'update'),
      async (rows, onDuplicate) => {
        await floor.clear();
        await makeCustomer(floor, { lastName: 'Lopez', phones: [{ number: '4155550132' }] });
        await makeCustomer(floor, { lastName: 'Reyes', phones: [{ number: '4155550135' }] });
        await makeCustomer(floor, { lastName: 'Kim', phones: [{ number: '4155550135' }] });
        const run = async (isDryRun: boolean) => {
          const asked = operations['customers.import'].input.parse({ rows, columns, isDryRun, onDuplicate });
          return good(await importCustomers(floor.app, asked, dana)).results;
        };
        const count = async () => (await floor.db.rows(sql`SELECT FROM customers`)).length;
        const dry = await run(true);
        expect(await count()).toBe(3);
        const wet = await run(false);
        const told = (lines: typeof wet) =>
          // A new customer has another id each time.
          lines.map((line) => (line.outcome === 'created' ? { ...line, customerId: null } : line));
        expect(told(wet)).toEqual(told(dry));
        expect(await count()).toBe(3 + wet.filter(({ outcome }) => outcome === 'created').length);
        if (onDuplicate !== 'skip') return;
        for (const { outcome } of await run(false))
          expect(['skipped', 'refused', 'created']).toContain(outcome);
        const known = (line: (typeof rows)[number]) => line.Phone !== '' || line.Mail !== '';
        const again = await run(false);
        again.forEach(({ outcome }, i) => {
          const line = rows[i];
          if (line && known(line)) expect(outcome).not.toBe('created');
        });
      },
    ),
    { seed: 3, numRuns: 30 },
  );
}, 60_000);
