import { operations } from '@ringdesk/shared';
import { useState } from 'react';
import { draftFrom as customerFrom } from '../customers/customer-draft.ts';
import { customerDrafts } from '../customers/customer-drafts.store.ts';
import { formMessages as customerWords } from '../customers/form.messages.ts';
import { NewCustomerDialog } from '../customers/NewCustomerDialog.tsx';
import { draftFrom as jobFrom } from '../jobs/job-draft.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import type { Entry } from '../outbox/entry.ts';
import { OutboxTray } from '../outbox/OutboxTray.tsx';
import { dropWrite } from '../outbox/outbox.store.ts';
import { JobFormDialog } from './JobFormDialog.tsx';
import { deskMessages as say } from './messages.ts';

/** What waits for the server or was not taken; a new record that was not taken comes back into its form. */
export function UndoneWrites() {
  const [changed, setChanged] = useState<Entry | null>(null);
  const close = () => setChanged(null);
  function change(entry: Entry): void {
    keepDraft(entry);
    setChanged(entry);
  }
  const job = operations['job.create'].input.safeParse(changed?.input);
  // It stays among those that were not taken until what is typed now is saved in its place.
  const saved = () => (changed === null ? undefined : dropWrite(changed.id));
  return (
    <>
      <OutboxTray onChange={change} />
      {changed?.name === 'customer.create' ? (
        <NewCustomerDialog
          place={placeOf(changed)}
          told={{ made: say.leftSaved, kept: customerWords.kept }}
          onSaved={saved}
          onClose={close}
        />
      ) : null}
      {changed?.name === 'job.create' && job.success ? (
        <JobFormDialog
          place={placeOf(changed)}
          callId={job.data.callId ?? null}
          customerId={job.data.customerId}
          onBooked={saved}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function placeOf({ id }: Entry): string {
  return `again ${id}`;
}

/** Lays what was asked for into the form, unless it lies there from an earlier look. */
function keepDraft(entry: Entry): void {
  const place = placeOf(entry);
  if (entry.name === 'customer.create' && customerDrafts.now(place) === null) {
    const asked = operations['customer.create'].input.safeParse(entry.input);
    if (asked.success) customerDrafts.keep(place, customerFrom(asked.data));
  }
  if (entry.name === 'job.create' && jobDrafts.now(place) === null) {
    const asked = operations['job.create'].input.safeParse(entry.input);
    if (asked.success) jobDrafts.keep(place, jobFrom(asked.data));
  }
}
