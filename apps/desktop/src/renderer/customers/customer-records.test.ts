import { afterEach, describe, expect, it } from 'vitest';
import { records } from '../http/records.ts';
import { buildCustomer } from '../testing/build-customer.ts';
import { customerIs, customerNow } from './customer-records.ts';

const shown = buildCustomer({ version: 2 });
afterEach(() => records.clear());

describe('a customer who is about to be changed', () => {
  it('is the one that was answered last, also where that is not shown yet', () => {
    const answered = { ...shown, company: 'Lopez Tiles', version: 3 };
    customerIs(answered);
    expect(customerNow(shown)).toBe(answered);
  });

  it('is the one that is shown, where nothing newer is known', () => {
    expect(customerNow(shown)).toBe(shown);
    customerIs({ ...shown, version: 1 });
    expect(customerNow(shown)).toBe(shown);
  });
});
