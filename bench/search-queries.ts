import { seededRandom } from '@ringdesk/shared';
import type { Database } from '../apps/server/src/database/database.ts';
import { sql } from '../apps/server/src/database/sql.ts';

/** What is typed, by its kind. */
export type Queries = Readonly<Record<string, readonly string[]>>;

interface Known {
  readonly first_name: string;
  readonly last_name: string;
  readonly searched: string;
  readonly number: string;
  readonly street: string;
  readonly city: string;
}

/** What people might type for customers that are there, and for some that are not. */
export async function queriesFrom(db: Database, samples: number): Promise<Queries> {
  const known =
    await db.rows<Known>(sql`SELECT c.first_name, c.last_name, c.searched, p.number, a.street, a.city
    FROM customers c JOIN customer_phones p ON p.customer_id = c.id AND p.position = 1 JOIN addresses a ON a.customer_id = c.id
    WHERE c.first_name IS NOT NULL AND length(c.last_name) >= 8 ORDER BY md5(c.id) LIMIT ${samples}`);
  const any =
    await db.rows<Known>(sql`SELECT c.first_name, c.last_name, c.searched, p.number, a.street, a.city
    FROM customers c JOIN customer_phones p ON p.customer_id = c.id AND p.position = 1 JOIN addresses a ON a.customer_id = c.id
    WHERE c.first_name IS NOT NULL ORDER BY md5(c.id || 'any') LIMIT ${samples}`);
  const random = seededRandom(9);
  const nameOf = (it: Known, i: number) => (i % 3 === 0 ? it.first_name : it.last_name);
  const pieceOf = (it: Known, length: number) => {
    const text = it.searched.replaceAll(/ \|/g, '').trim();
    const start = Math.floor(random() * Math.max(1, text.length - length));
    return text.slice(start, start + length);
  };
  const dial = (number: string) => `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`;
  return {
    '1 letter': any.map((it, i) => nameOf(it, i).slice(0, 1)),
    '2 letters': any.map((it, i) => nameOf(it, i).slice(0, 2)),
    '3 letters': any.map((it, i) => nameOf(it, i).slice(0, 3)),
    '5 letters': any.map((it, i) => nameOf(it, i).slice(0, 5)),
    '8 letters': known.map((it) => it.last_name.slice(0, 8)),
    'any 3 in a row': any.map((it) => pieceOf(it, 3)),
    'any 5 in a row': any.map((it) => pieceOf(it, 5)),
    'any 8 in a row': any.map((it) => pieceOf(it, 8)),
    'first and last name': any.map((it) => `${it.first_name} ${it.last_name}`),
    'two beginnings': any.map((it) => `${it.first_name.slice(0, 2)} ${it.last_name.slice(0, 3)}`),
    'two letters apart': any.map((it) => `${it.first_name.slice(0, 1)} ${it.last_name.slice(0, 1)}`),
    'name and town': any.map((it) => `${it.last_name} ${it.city.slice(0, 4)}`),
    'street and number': any.map((it) => it.street),
    'whole number': any.map((it) => dial(it.number)),
    'area code': any.map((it) => dial(it.number).slice(0, 9)),
    'last four digits': any.map((it) => it.number.slice(-4)),
    '2 digits': any.map((it) => it.number.slice(-2)),
    'misspelled, short': any.map((it) => misspelled(it.first_name, random)),
    'misspelled, long': known.map((it) => misspelled(misspelled(it.last_name, random), random)),
    'misspelled, both names': known.map(
      (it) => `${misspelled(it.first_name, random)} ${misspelled(it.last_name, random)}`,
    ),
    'nothing, 2 letters': any.map((_, i) => `q${'xzvjkq'[i % 6]}`),
    'nothing, 3 letters': any.map(() => nonsense(3, random)),
    'nothing, 5 letters': any.map(() => nonsense(5, random)),
    'nothing, 8 letters': any.map(() => nonsense(8, random)),
    'nothing, with a name': any.map((it) => `${it.last_name} ${nonsense(5, random)}`),
  };
}

/** One slip: a letter left out, doubled, wrong, or two swapped. */
function misspelled(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const ways = [
    before + after,
    before + letter + letter + after,
    `${before}e${after}`,
    before + after.slice(0, 1) + letter + after.slice(1),
  ];
  return ways[Math.floor(random() * ways.length)] ?? name;
}

function nonsense(length: number, random: () => number): string {
  return Array.from({ length }, () => 'qxzjvkw'[Math.floor(random() * 7)]).join('');
}
