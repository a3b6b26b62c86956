import { afterAll, beforeAll, expect, test } from 'vitest';
import { withPhone } from './customers/store.ts';
import { sql } from './database/sql.ts';
import { writeScript } from './simulator/script.ts';
import { startDemo } from './start-demo.ts';
import { type Floor, openFloor } from './testing/floor.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
  await startDemo(floor.app, { doCallersRing: true });
});
afterAll(() => floor.close());

const callers = 300;

test('of the callers of a demo installation many are known by name and number, and some by nobody', async () => {
  const found = { byName: 0, byNumberOnly: 0, nobody: 0 };
  for (let index = 0; index < callers; index++) {
    const { from, truth } = writeScript(9, index);
    const customers = await withPhone(floor.db, from);
    const isKnown = customers.some((it) => it.firstName === truth.firstName);
    found[isKnown ? 'byName' : customers.length > 0 ? 'byNumberOnly' : 'nobody'] += 1;
  }
  expect(found.byName).toBeGreaterThan(0.25 * callers);
  expect(found.nobody).toBeGreaterThan(0.25 * callers);
  expect(found.byNumberOnly).toBeGreaterThan(0);
  expect(found.byNumberOnly).toBeLessThan(0.25 * callers);
});

test('every address of a demo has its state in two letters', async () => {
  const states = await floor.db.rows<{ state: string }>(sql`SELECT DISTINCT state FROM addresses`);
  expect(states.length).toBeGreaterThan(5);
  for (const { state } of states) expect(state).toMatch(/^[A-Z]{2}$/);
});
