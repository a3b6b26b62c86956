import { type Address, AddressId, CustomerId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { addressChange, addressDraftOf, isAddressClash } from './address-records.ts';

const base: Address = {
  id: AddressId.parse('adr_1'),
  customerId: CustomerId.parse('cus_1'),
  kind: 'service',
  street: '12 Oak Street',
  unit: null,
  city: 'Chicago',
  state: 'IL',
  zip: null,
  country: 'US',
  version: 1,
  createdAt: '2026-11-24T15:00:00.000Z',
  updatedAt: '2026-11-24T15:00:00.000Z',
};
const draft = { ...addressDraftOf(base), street: '14 Oak Street' };

describe('an address that is typed over', () => {
  it('asks for what was typed differently and nothing else', () => {
    expect(addressChange(base, draft)).toEqual({ street: '14 Oak Street' });
    expect(addressChange(base, { ...draft, street: ' 12 Oak Street ', city: '' })).toEqual({ city: '' });
  });

  it('meets no conflict where somebody else wrote into another field, or the same', () => {
    expect(isAddressClash(base, draft, { ...base, zip: '60614' })).toBe(false);
    expect(isAddressClash(base, draft, { ...base, street: '14 Oak Street' })).toBe(false);
  });

  it('meets one where both wrote into one field', () => {
    expect(isAddressClash(base, draft, { ...base, street: '16 Oak Street' })).toBe(true);
    expect(isAddressClash(base, { ...draft, city: '' }, { ...base, city: 'Peoria' })).toBe(true);
  });
});
