import { Customer } from '@ringdesk/shared';
import { linkCall } from '../calls/commands.ts';
import { records } from '../http/records.ts';
import type { Entry } from '../outbox/outbox.ts';
import { notice } from '../ui/notices.store.ts';
import { appMessages } from './messages.ts';

/** What the desk does once a write is done that had to wait: it says so, reads anew, and links the call it was typed in. */
export function doneLater(entry: Entry, value: unknown): void {
  notice(appMessages.doneLater(entry.label), 'well');
  void records.invalidateQueries();
  const made = entry.name === 'customer.create' ? Customer.safeParse(value) : undefined;
  if (made?.success === true && entry.callId !== undefined) void linkCall(entry.callId, made.data.id);
}
