import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { allListed, good, makeCustomer, namesOf } from '../testing/customers.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { listCustomers } from './list-customers.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const search = async (q: string, limit = 25) =>
  good(await listCustomers(floor.app, { q, limit, archived: 'no', sort: 'name' })).items;
const found = async (q: string) => namesOf(await search(q));

const maria = {
  firstName: 'María',
  lastName: 'López-García',
  company: 'Acme Plumbing',
  email: 'maria.lopez@example.com',
  phones: [{ number: '(415) 555-0132' }],
  addresses: [{ street: '12 Oak Street', unit: '4B', city: 'Fairview', state: 'TX', zip: '75069' }],
};

describe('a search as typed', () => {
  beforeEach(async () => {
    await makeCustomer(floor, maria);
    await makeCustomer(floor, { firstName: 'Tom', lastName: 'Novak', phones: [{ number: '2145550177' }] });
  });

  test.each([
    ['m', ['name', 'email']],
    ['ló', ['name', 'email']],
    ['LÓPEZ', ['name', 'email']],
    ['lopez maria', ['name', 'email']],
    ['maria l', ['name', 'email']],
    ['garcia ma', ['name', 'email']],
    ['acme', ['company']],
    ['lumbin', ['company']],
    ['lopez@exam', ['name', 'email']],
    ['maria.lopez@example.com', ['name', 'email']],
    ['0132', ['phone']],
    ['(415) 555', ['phone']],
    ['+1 415', ['phone', 'address']],
    ['555-0132', ['phone']],
    ['415.555.0132', ['phone']],
    ['oak', ['address']],
    ['12 oak fair', ['address']],
    ['75069', ['address']],
    ['lopez fairview', ['name', 'email', 'address']],
    ['maria oak 0132', ['name', 'email', 'phone', 'address']],
  ])('of "%s" finds Maria, and says that it stands in %j', async (q, matched) => {
    const [first] = await search(q);
    expect(first).toMatchObject({ name: 'María López-García', matched });
  });

  test.each([
    'mraia',
    'lopes',
    'garca',
    'plumming',
    'fariview',
    'oakk',
    'maria lopes',
    'lpoez fairview',
    'garsia acme',
  ])('finds Maria in spite of a slip: "%s"', async (q) => {
    expect(await found(q)).toContain('María López-García');
  });

  test.each(['zzz', 'xq', 'maria novak', 'lopez dallas', '9999', '!!!', '%', '_', "' OR 1=1", 'lopqrs'])(
    'of "%s" finds nobody',
    async (q) => {
      expect(await found(q)).toEqual([]);
    },
  );

  test('wants every word to be there', async () => {
    expect(await found('tom 0177')).toEqual(['Tom Novak']);
    expect(await found('tom 0132')).toEqual([]);
  });
});

describe('the order of what is found', () => {
  test('is the number, then beginnings of names, of words, and what is within words', async () => {
    await makeCustomer(floor, { firstName: 'Amara', lastName: 'Pilsen' });
    await makeCustomer(floor, { firstName: 'Zoe', lastName: 'Marsh' });
    await makeCustomer(floor, { firstName: 'Mara', lastName: 'Adams' });
    await makeCustomer(floor, { company: 'Marlow Bakery' });
    await makeCustomer(floor, { lastName: 'Abel', addresses: [{ street: '5 Mark Lane' }] });
    expect(await found('mar')).toEqual(['Marlow Bakery', 'Zoe Marsh', 'Mara Adams', 'Abel', 'Amara Pilsen']);
  });

  test('puts the whole number and the whole address before all', async () => {
    await makeCustomer(floor, { lastName: 'Aaron', addresses: [{ street: '4155550132 Elm' }] });
    await makeCustomer(floor, {
      lastName: 'Zed',
      phones: [{ number: '4155550132' }],
      email: 'z@example.com',
    });
    expect(await found('(415) 555-0132')).toEqual(['Zed']);
    expect(await found('Z@example.com')).toEqual(['Zed']);
  });

  test('puts what was typed before what may have been meant', async () => {
    await makeCustomer(floor, { firstName: 'Ann', lastName: 'Johnson' });
    await makeCustomer(floor, { firstName: 'Bea', lastName: 'Jonson' });
    expect(await found('jonson')).toEqual(['Bea Jonson', 'Ann Johnson']);
  });

  test('leads through pages without hole or repeat', async () => {
    for (let i = 0; i < 23; i++) {
      await makeCustomer(floor, {
        firstName: `Mar${String.fromCharCode(97 + (i % 3))}`,
        lastName: `Name${i}`,
      });
      if (i % 4 === 0)
        await makeCustomer(floor, { lastName: `Other${i}`, addresses: [{ street: `${i} Marsh Road` }] });
    }
    const whole = await allListed(floor, { q: 'mar', limit: 100 });
    expect(whole).toHaveLength(29);
    expect(await allListed(floor, { q: 'mar', limit: 4 })).toEqual(whole);
  });

  test('leads through all who fit, however many they are: the best first, each once', async () => {
    for (let i = 0; i < 230; i++) {
      const addresses = [{ street: `${i} Smithson Road`, city: 'Springfield' }];
      await makeCustomer(floor, {
        firstName: `Ann ${i}`,
        lastName: i < 215 ? 'Smith' : `Other ${i}`,
        addresses,
      });
    }
    for (const q of ['smith', 'springfield', 'ann', 'a', 'sp', 'smith spring', 'springfield road']) {
      const all = await allListed(floor, { q, limit: 50 });
      expect({ q, found: new Set(all.map(({ id }) => id)).size }).toEqual({ q, found: 230 });
      expect({ q, found: all.length }).toEqual({ q, found: 230 });
    }
    const names = namesOf(await allListed(floor, { q: 'smith', limit: 100 }));
    expect(names.slice(0, 200).every((name) => name.endsWith('Smith'))).toBe(true);
  });

  test('refuses a cursor that it did not give', async () => {
    for (const cursor of ['x', Buffer.from('{"rank":"a"}').toString('base64url'), ''])
      for (const q of ['mar', ''])
        expect(
          await listCustomers(floor.app, { q, cursor, limit: 5, archived: 'no', sort: 'name' }),
        ).toMatchObject({ error: { code: 'INPUT_INVALID', details: { errors: [{ path: 'cursor' }] } } });
  });
});

describe('a list', () => {
  test.each(['name', '-createdAt', '-updatedAt'] as const)(
    'by %s leads through pages without hole or repeat',
    async (sort) => {
      for (let i = 0; i < 11; i++) {
        if (i % 3 === 0) await floor.clock.advance(1000);
        await makeCustomer(floor, { firstName: 'Ann', lastName: i % 2 ? 'Same' : `Name ${i}` });
      }
      const whole = await allListed(floor, { sort, limit: 100 });
      expect(whole).toHaveLength(11);
      expect(await allListed(floor, { sort, limit: 3 })).toEqual(whole);
    },
  );

  test('shows those with a tag, from a source', async () => {
    await makeCustomer(floor, { lastName: 'A', tags: ['VIP'], leadSource: 'Referral' });
    await makeCustomer(floor, { lastName: 'B', tags: ['Senior'], leadSource: 'Referral' });
    expect(namesOf(await allListed(floor, { tag: 'VIP' }))).toEqual(['A']);
    expect(namesOf(await allListed(floor, { leadSource: 'Referral', q: 'b' }))).toEqual(['B']);
    expect(await allListed(floor, { tag: 'VIP', q: 'b' })).toEqual([]);
  });
});

test.each([
  ['from one source', sql`archived_at IS NULL AND lead_source = 'Referral'`],
  ['who are archived', sql`archived_at IS NOT NULL`],
])('few among many, %s, are listed without a look at all the others', async (_who, isFew) => {
  await floor.db.rows(sql`INSERT INTO customers (id, tags, time_zone, sort_name, lead_source, archived_at)
    SELECT 'cus_' || i, '{}', 'UTC', 'name ' || i, CASE WHEN i % 900 = 0 THEN 'Referral' END, CASE WHEN i % 1100 = 0 THEN now() END
    FROM generate_series(1, 20000) i`);
  await floor.db.rows(sql`ANALYZE customers`);
  const plan = await floor.db.rows<{
    'QUERY PLAN': string;
  }>(sql`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF)
    SELECT id FROM customers WHERE ${isFew} ORDER BY sort_name, id LIMIT 26`);
  const read = plan.map((line) => /Buffers: shared hit=(\d+)/.exec(line['QUERY PLAN'])?.[1]).find(Boolean);
  expect(Number(read)).toBeLessThan(60);
});

describe('what was written is found', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcdeéñöAKZßłıσΣ'.split('')),
    minLength: 3,
    maxLength: 9,
  });
  const name = fc
    .string({ unit: fc.constantFrom(..."abé ÅZ-'’.ßø".split('')), minLength: 3, maxLength: 20 })
    .filter((it) => /\p{L}{3}/u.test(it));

  test('by every piece of three letters and more, in any spelling', async () => {
    await fc.assert(
      fc.asyncProperty(name, word, word, fc.nat(), fc.nat(), async (lastName, street, city, from, length) => {
        await floor.clear();
        await makeCustomer(floor, { lastName, addresses: [{ street: `7 ${street}`, city }] });
        const [customer] = await allListed(floor, {});
        for (const text of [lastName.trim(), street, city]) {
          const letters = [...text];
          const start = from % (letters.length - 2);
          const piece = letters.slice(start, start + 3 + (length % letters.length)).join('');
          if (!/\p{L}[^\p{L}]*\p{L}[^\p{L}]*\p{L}/u.test(piece.replace(/['’]/g, ''))) continue;
          for (const q of [piece, piece.toUpperCase(), piece.normalize('NFD')])
            expect({ q, found: await search(q) }).toMatchObject({ q, found: [{ id: customer?.id }] });
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test('by every piece of its number, however it is written', async () => {
    await makeCustomer(floor, maria);
    const digits = '14155550132';
    const signs = fc.constantFrom('', ' ', '-', '.', ' (', ') ');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(8),
        fc.integer({ min: 3, max: 11 }),
        fc.array(signs, { minLength: 11, maxLength: 11 }),
        async (from, length, between) => {
          const piece = digits
            .slice(from, from + length)
            .split('')
            .map((digit, i) => digit + between[i])
            .join('');
          expect({ piece, names: await found(piece) }).toEqual({ piece, names: ['María López-García'] });
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});

test('a search that PostgreSQL has seen a hundred times still begins at the index', async () => {
  for (let i = 0; i < 12; i++) await search('lop');
  // PostgreSQL keeps plans for named statements only.
  const kept = await floor.db.rows<{ statement: string }>(
    sql`SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%sort_name LIKE%' AND statement NOT LIKE '%pg_prepared%'`,
  );
  expect(kept).toEqual([]);
});
