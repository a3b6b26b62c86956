import type { Address, Customer, Question } from '@ringdesk/shared';

/** The question that makes a customer as it was, with all of its addresses. */
export function againOf({
  firstName,
  lastName,
  company,
  email,
  phones,
  tags,
  notes,
  leadSource,
  timeZone,
  addresses,
}: Customer): Question<'customer.create'> {
  return {
    firstName,
    lastName,
    company,
    email,
    phones,
    tags,
    notes,
    leadSource,
    timeZone,
    addresses: addresses.map(addressAgain),
  };
}

/** An address as it was, to be added again. */
export function addressAgain({ kind, street, unit, city, state, zip, country }: Address) {
  return { kind, street, unit, city, state, zip, country };
}
