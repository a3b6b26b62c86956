import { type CallId, Customer, type CustomerId } from '@ringdesk/shared';
import { linkCall } from '../calls/commands.ts';
import { deskCallNow, meNow } from '../calls/desk.store.ts';
import { records } from '../http/records.ts';
import type { Entry } from '../outbox/entry.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { appMessages } from './messages.ts';

/** Calls that are to be linked once the desk is connected, and to whom. */
const owed = new Map<CallId, CustomerId>();

/** What the desk does once a write is done that had to wait: it says so, reads anew, and links the call it was typed in. */
export function doneLater(entry: Entry, value: unknown): void {
  notice(appMessages.doneLater(plainText(entry.label)), 'well');
  doneElsewhere();
  const made = entry.name === 'customer.create' ? Customer.safeParse(value) : undefined;
  if (made?.success !== true || entry.callId === undefined) return;
  owed.set(entry.callId, made.data.id);
  void payLinks();
}

/** Another window has written: what this one shows is read again. */
export function doneElsewhere(): void {
  void records.invalidateQueries();
}

/** Links what is owed, at once or when the desk is connected again. Whoever was linked meanwhile stays linked. */
export async function payLinks(): Promise<void> {
  for (const [callId, customerId] of Array.from(owed)) {
    const call = deskCallNow(callId);
    // The desk does not know its calls before it is open.
    if (meNow() === null) return;
    owed.delete(callId);
    if (call === null || call.customerId !== null) continue;
    const answer = await linkCall(callId, customerId);
    if (!answer.ok && answer.error.code === 'UNAVAILABLE') owed.set(callId, customerId);
  }
}

/** What one person owes is not for the next one at this desk. */
export function linksForgotten(): void {
  owed.clear();
}
