import { operations } from '@ringdesk/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { zoneOf } from './home-zone.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.close());

const may = (timeZone: string) =>
  operations['customer.create'].input.safeParse({ lastName: 'Lopez', timeZone }).success;

test('every zone that a customer may live in is known to PostgreSQL, which shows the same time on its wall', async () => {
  const named = await floor.db.rows<{ name: string }>(sql`SELECT name FROM pg_timezone_names`);
  const zones = [
    ...new Set([...Intl.supportedValuesOf('timeZone'), ...named.map(({ name }) => name)]),
  ].filter(may);
  expect(zones.length).toBeGreaterThan(400);
  // Long enough ago that whoever keeps the rules of the zones has heard of them.
  const moments = ['2020-01-15T12:00:00Z', '2020-04-05T12:00:00Z', '2020-07-15T12:00:00Z'];
  const walls = await floor.db.rows<{ zone: string; at: string; wall: string }>(sql`
    SELECT zone, at, to_char(at::timestamptz AT TIME ZONE zone, 'YYYY-MM-DD HH24:MI') AS wall
    FROM unnest(${zones}::text[]) zone, unnest(${moments}::text[]) at`);
  expect(walls).toHaveLength(zones.length * moments.length);
  const differing = walls.filter(({ zone, at, wall }) => {
    const local = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    return local.format(new Date(at)) !== wall;
  });
  expect(differing).toEqual([]);
});

test.each([
  '+05:30',
  '-06:00',
  '',
  'Nowhere/Town',
  'America',
  'utc+5',
  "UTC'; DROP",
  'America/New_York\n',
  'CET',
  'EST',
])('nobody lives in %j', (timeZone) => {
  expect(may(timeZone)).toBe(false);
});

test.each([
  ['TX', 'US', 'America/Chicago'],
  ['new york', 'US', 'America/New_York'],
  [' Az ', undefined, 'America/Phoenix'],
  ['ZZ', 'US', null],
  ['Bayern', 'DE', 'Europe/Berlin'],
  [null, 'GB', 'Europe/London'],
  ['ON', 'CA', null],
  [null, 'AU', null],
  [null, 'XX', null],
  [null, 'US', null],
])('an address in %s, %s lies in %s', (state, country, zone) => {
  expect(zoneOf({ state, country })).toBe(zone);
});
