import { CallId, Customer } from '@ringdesk/shared';
import { linkCall } from '../calls/commands.ts';
import { deskCallNow, deskCallsNow, meNow } from '../calls/desk.store.ts';
import { forgiveLink, owedLinkNow, oweLink } from '../calls/owed-links.store.ts';
import { records } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import type { Entry } from '../outbox/entry.ts';
import { retryOutbox } from '../outbox/outbox.store.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { appMessages } from './messages.ts';

/** What the desk does once a write is done that had to wait: it says so, reads anew, and links the call it was typed in. */
export function doneLater(entry: Entry, value: unknown): void {
  notice(appMessages.doneLater(plainText(entry.label)), 'well');
  doneElsewhere();
  const made = entry.name === 'customer.create' ? Customer.safeParse(value) : undefined;
  if (made?.success !== true || entry.callId === undefined) return;
  oweLink(entry.callId, { customerId: made.data.id, over: null });
  void payLinks();
}

/** Another window has written: what this one shows is read again. */
export function doneElsewhere(): void {
  void records.invalidateQueries();
}

/** Links what is owed, at once or when the desk is connected again. Whoever was linked meanwhile stays linked. */
export async function payLinks(): Promise<void> {
  // The desk does not know its calls before it is open.
  for (const { id, customerId } of deskCallsNow()) {
    const owed = owedLinkNow(id);
    if (owed === null) continue;
    if (owed.over !== customerId) forgiveLink(id);
    else await payLink(id, owed.customerId);
  }
}

async function payLink(...[callId, customerId]: Parameters<typeof linkCall>): Promise<void> {
  const answer = await linkCall(callId, customerId);
  if (!answer.ok && answer.error.code === 'UNAVAILABLE') return;
  forgiveLink(callId);
  retryOutbox();
  if (!answer.ok) notice(sayRefusal(answer.error), 'trouble');
}

/** A job that was booked in a call waits until that call is linked, which was asked for before. */
export function isHeld({ input }: Pick<Entry, 'input'>): boolean {
  const callId = CallId.safeParse(input['callId']);
  if (!callId.success || owedLinkNow(callId.data) === null) return false;
  // Of a call that is not at this desk any more no link is made: the server says what is wrong.
  return meNow() === null || deskCallNow(callId.data) !== null;
}
