import type { Customer } from '@ringdesk/shared';
import { AddressEditor } from '../customers/AddressEditor.tsx';
import { BeginningJob } from '../jobs/BeginningJob.tsx';
import { formMessages as say } from '../jobs/form.messages.ts';
import { JobForm } from '../jobs/JobForm.tsx';
import { emptyJob, type JobDraft } from '../jobs/job-draft.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import { clearDraft } from '../outbox/clear-draft.ts';
import type { CallFormProps } from './CallCustomerForm.tsx';
import styles from './DeskScreen.module.css';
import { heardInForm } from './heard-in-form.tsx';

/** A new job from within the call, for the customer who is linked to it; null while they are on their way. */
export function CallJobForm({
  call,
  side,
  heard,
  onTake,
  onDismiss,
  customer,
}: CallFormProps & { readonly customer: Customer | null }) {
  const draft = jobDrafts.useDraft(call.id) ?? emptyJob;
  const offered = {
    problem: heard.findLast(({ value }) => value.field === 'problem'),
    wishedDate: heard.findLast(({ value }) => value.field === 'wishedDate'),
  };
  const keep = (next: JobDraft) => jobDrafts.keep(call.id, next);
  if (customer === null)
    return (
      <section className={styles.form} aria-label={say.title}>
        <h3>{say.title}</h3>
        <BeginningJob draft={draft} onChange={keep} onClose={side.close} />
      </section>
    );
  return (
    <section className={styles.form} aria-label={say.title}>
      <h3>{say.title}</h3>
      <JobForm
        customer={customer}
        callId={call.id}
        draft={draft}
        onChange={keep}
        onBooked={() => {
          jobDrafts.drop(call.id);
          side.close();
        }}
        onClose={side.close}
        onClear={() => clearDraft(jobDrafts, call.id, say)}
        addressEditor={(done) => <AddressEditor customer={customer} address={null} onDone={done} />}
        heard={offered}
        {...heardInForm(offered, { onTake, onDismiss })}
      />
    </section>
  );
}
