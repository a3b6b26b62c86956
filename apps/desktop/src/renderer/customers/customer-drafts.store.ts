import { createDrafts } from '../outbox/drafts.ts';
import { AddressDraft, CustomerDraft } from './customer-draft.ts';

/** New customers that are typed, by the call they are typed in. */
export const customerDrafts = createDrafts('customer', CustomerDraft);

/** Addresses that are typed, by customer and, where one is changed, by address. */
export const addressDrafts = createDrafts('address', AddressDraft);
