import { seededRandom } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { countryCode } from './countries.ts';
import { readRow } from './import-row.ts';

const ids = { nowMs: () => 1, random: seededRandom(3) };
const read = (row: Record<string, string>) => {
  const columns = Object.fromEntries(Object.keys(row).map((field) => [field, field]));
  const answer = readRow(row, columns, ids);
  return answer.isGood ? answer.customer : answer.problems;
};

describe('a name in one cell', () => {
  test.each([
    ['Maria Lopez', 'Maria', 'Lopez'],
    ['  Maria   del Carmen  Lopez ', 'Maria del Carmen', 'Lopez'],
    ['Lopez, Maria', 'Maria', 'Lopez'],
    ['de la Cruz, Maria Elena', 'Maria Elena', 'de la Cruz'],
    ['Martin King Jr.', 'Martin', 'King Jr.'],
    ['King, Martin, Jr.', 'Martin', 'King Jr.'],
    ['Martin King, Jr.', 'Martin', 'King, Jr.'],
    ['Acme, Inc.', null, 'Acme, Inc.'],
    ['Lopez', null, 'Lopez'],
    ['Lopez,', null, 'Lopez,'],
  ])('"%s" is %s and %s', (name, firstName, lastName) => {
    expect(read({ name })).toMatchObject({ firstName, lastName });
  });
});

describe('a country in a cell', () => {
  test.each([
    ['US', 'US'],
    ['usa', 'US'],
    ['U.S.A.', 'US'],
    ['U.S.', 'US'],
    ['United States', 'US'],
    ['The United States of America', 'US'],
    ['Canada', 'CA'],
    ['germany', 'DE'],
    ['United Kingdom', 'GB'],
    ['de', 'de'],
  ])('"%s" is %s', (written, code) => {
    expect(countryCode(written)).toBe(code);
  });

  test('is kept by its code; one that nobody knows is told with its field', () => {
    const row = { name: 'Vogel', street: 'Lindenstraße 4', phone: '030 1234567' };
    expect(read({ ...row, country: 'Germany' })).toMatchObject({
      addresses: [{ country: 'DE' }],
      phones: [{ number: '+49301234567' }],
    });
    expect(read({ ...row, country: 'Atlantis' })).toMatchObject([{ path: 'addresses.0.country' }]);
  });
});
