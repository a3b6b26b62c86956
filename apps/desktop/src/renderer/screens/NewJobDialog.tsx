import type { Customer, CustomerId, JobId } from '@ringdesk/shared';
import { useEffect, useRef, useState } from 'react';
import { AddressEditor } from '../customers/AddressEditor.tsx';
import { CustomerPicker } from '../customers/CustomerPicker.tsx';
import { useRecord } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { formMessages as say } from '../jobs/form.messages.ts';
import { JobForm } from '../jobs/JobForm.tsx';
import { emptyJob } from '../jobs/job-draft.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { newJobMessages } from './messages.ts';

/** Two hours, until somebody says otherwise. */
const usualMs = 2 * 60 * 60 * 1000;

export interface NewJobDialogProps {
  /** Null: the customer is picked first. */
  readonly customerId: CustomerId | null;
  /** A time that was picked in the calendar; null: none. */
  readonly startMs: number | null;
  readonly onBooked: (id: JobId) => void;
  readonly onClose: () => void;
}

/** A new job without a call: for whom, then what, where and when. What was typed is there again after a reload. */
export function NewJobDialog({ customerId, startMs, onBooked, onClose }: NewJobDialogProps) {
  const [picked, setPicked] = useState<CustomerId | null>(customerId);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={picked === null ? newJobMessages.forWhom : say.title}
      closeLabel={newJobMessages.close}
      widthPx={640}
    >
      {picked === null ? (
        <Pick onPick={({ id }) => setPicked(id)} onClose={onClose} />
      ) : (
        <For id={picked} startMs={startMs} onBooked={onBooked} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Pick({
  onPick,
  onClose,
}: {
  readonly onPick: (customer: Customer) => void;
  readonly onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return <CustomerPicker phone={null} field={field} onPick={onPick} onClose={onClose} />;
}

function For({ id, ...rest }: Omit<FormProps, 'customer'> & { readonly id: CustomerId }) {
  const { data: customer, error, refetch } = useRecord('customer.read', { id });
  if (error !== null)
    return (
      <Trouble againLabel={newJobMessages.again} onAgain={() => void refetch()}>
        {sayRefusal(error.refusal)}
      </Trouble>
    );
  return customer === undefined ? null : <Form customer={customer} {...rest} />;
}

interface FormProps extends Pick<NewJobDialogProps, 'startMs' | 'onBooked' | 'onClose'> {
  readonly customer: Customer;
}

function Form({ customer, startMs, onBooked, onClose }: FormProps) {
  const place = `page ${customer.id}`;
  const draft = jobDrafts.useDraft(place) ?? emptyJob;
  // A time that was picked stands in the form at once, over one that was typed before.
  useEffect(() => {
    if (startMs === null) return;
    const [start, end] = [startMs, startMs + usualMs].map((ms) => new Date(ms).toISOString());
    const before = jobDrafts.now(place) ?? emptyJob;
    jobDrafts.keep(place, { ...before, typed: '', wish: null, start: start ?? null, end: end ?? null });
  }, [startMs, place]);
  return (
    <JobForm
      customer={customer}
      callId={null}
      draft={draft}
      onChange={(next) => jobDrafts.keep(place, next)}
      onBooked={(job) => {
        jobDrafts.drop(place);
        onClose();
        if (job === null) return;
        notice(newJobMessages.booked(job.number, plainText(job.title)), 'well');
        onBooked(job.id);
      }}
      onClose={onClose}
      onClear={() => jobDrafts.drop(place)}
      addressEditor={(done) => <AddressEditor customer={customer} address={null} onDone={done} />}
    />
  );
}
