import { Customer, newId, operations, seededRandom } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { againOf } from './again-of.ts';

const source = { nowMs: () => Date.UTC(2026, 10, 21), random: seededRandom(3) };
const at = '2026-11-21T10:00:00.000Z';
const id = newId.customer(source);
const base = { version: 3, createdAt: at, updatedAt: at };
const customer = Customer.parse({
  ...base,
  id,
  name: 'Vera Pagel',
  firstName: 'Vera',
  lastName: 'Pagel',
  company: null,
  email: 'vera@example.com',
  phones: [{ kind: 'work', number: '+15125550199', extension: '12' }],
  tags: ['vip'],
  notes: 'Call before coming.',
  leadSource: 'Radio',
  timeZone: 'America/Chicago',
  addresses: [
    {
      ...base,
      id: newId.address(source),
      customerId: id,
      kind: 'billing',
      street: '5 Pine Street',
      unit: null,
      city: 'Austin',
      state: 'TX',
      zip: '78701',
      country: 'US',
    },
  ],
  archivedAt: null,
  createdBy: null,
  updatedBy: null,
});

describe('a deleted customer that is made again', () => {
  it('is asked for with everything that was said of it', () => {
    const question = againOf(customer);
    expect(operations['customer.create'].input.safeParse(question).error).toBeUndefined();
    const { name: _n, archivedAt: _a, createdBy: _c, updatedBy: _u, ...said } = customer;
    const { id: _i, version: _v, createdAt: _at, updatedAt: _up, addresses, ...fields } = said;
    expect(question).toMatchObject(fields);
    expect(Object.keys(question).toSorted()).toEqual([...Object.keys(fields), 'addresses'].toSorted());
    expect(question.addresses).toEqual([
      {
        kind: 'billing',
        street: '5 Pine Street',
        unit: null,
        city: 'Austin',
        state: 'TX',
        zip: '78701',
        country: 'US',
      },
    ]);
    expect(addresses).toHaveLength(1);
  });
});
