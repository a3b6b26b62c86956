import { type Call, type Customer, CustomerId, type Job } from '@ringdesk/shared';
import { useState } from 'react';
import { linkCall } from '../calls/commands.ts';
import { deskCallNow } from '../calls/desk.store.ts';
import { rescueFocus } from '../calls/focus-home.ts';
import { forgiveLink, oweLink } from '../calls/owed-links.store.ts';
import { callerMessages } from '../customers/caller.messages.ts';
import { itemsOf, useRecord, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { announce } from '../ui/announcements.store.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { type Form, openForms } from './open-form.store.ts';

const noJobs: readonly Job[] = [];
const mostJobs = 50;

/** What is known beside a call, and what can be done there. */
export function useCallSide(call: Call) {
  const form = openForms.useDraft(call.id);
  const linked = CustomerId.safeParse(call.customerId);
  const customer = useRecord(
    'customer.read',
    { id: linked.data ?? CustomerId.parse('cus_0') },
    { enabled: linked.success },
  );
  const jobs = useRecords(
    'jobs.list',
    { callId: call.id, sort: '-createdAt', limit: mostJobs },
    { enabled: call.jobIds.length > 0 },
  );
  const [isLinking, setIsLinking] = useState(false);
  async function linkTo(to: Linkable | null): Promise<void> {
    setIsLinking(to !== null);
    await link(call, to);
    setIsLinking(false);
  }
  function close(): void {
    openForms.drop(call.id);
    rescueFocus(null);
  }
  return {
    form,
    /** A customer is linked, or just being linked. */
    isLinked: linked.success || isLinking,
    isUnreadable: customer.error !== null && customer.data === undefined,
    customer: linked.success ? (customer.data ?? null) : null,
    jobs: call.jobIds.length === 0 ? noJobs : itemsOf(jobs.data),
    open: (next: Form) => openForms.keep(call.id, next),
    close,
    link: linkTo,
  };
}

type Linkable = Pick<Customer, 'id' | 'name'> | Pick<Customer, 'id'>;

/** Links a customer to the call, or nobody, now or once the server is back; says how it went. */
async function link(call: Call, to: Linkable | null): Promise<void> {
  const answer = await linkCall(call.id, to?.id ?? null);
  rescueFocus(null);
  if (!answer.ok && answer.error.code === 'UNAVAILABLE') {
    const over = CustomerId.nullable().parse(deskCallNow(call.id)?.customerId ?? null);
    oweLink(call.id, { customerId: to?.id ?? null, over });
    return notice(callerMessages.linkKept, 'careful');
  }
  forgiveLink(call.id);
  if (!answer.ok) return notice(sayRefusal(answer.error), 'trouble');
  if (to === null) announce(callerMessages.unlinked);
  else if ('name' in to) announce(callerMessages.linked(plainText(to.name)));
}
