import type { Customer } from '@ringdesk/shared';
import { keysOf } from '../app/shortcuts.ts';
import { AddressEditor } from '../customers/AddressList.tsx';
import { formMessages as say } from '../jobs/form.messages.ts';
import { JobForm } from '../jobs/JobForm.tsx';
import { emptyJob } from '../jobs/job-draft.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import { HeardValue } from '../suggestions/HeardValue.tsx';
import type { CallFormProps } from './CallCustomerForm.tsx';
import styles from './DeskScreen.module.css';

/** A new job from within the call, for the customer who is linked to it. */
export function CallJobForm({
  call,
  side,
  heard,
  onTake,
  onDismiss,
  customer,
}: CallFormProps & { readonly customer: Customer }) {
  const draft = jobDrafts.useDraft(call.id) ?? emptyJob;
  const offered = {
    problem: heard.findLast(({ value }) => value.field === 'problem'),
    wishedDate: heard.findLast(({ value }) => value.field === 'wishedDate'),
  };
  return (
    <section className={styles.form} aria-label={say.title}>
      <h3>{say.title}</h3>
      <JobForm
        customer={customer}
        callId={call.id}
        draft={draft}
        onChange={(next) => jobDrafts.keep(call.id, next)}
        onBooked={() => {
          jobDrafts.drop(call.id);
          side.close();
        }}
        onClose={side.close}
        onClear={() => jobDrafts.drop(call.id)}
        addressEditor={(done) => <AddressEditor customer={customer} address={null} onDone={done} />}
        heard={offered}
        onTake={(part) => {
          const one = offered[part];
          if (one !== undefined) onTake(one);
        }}
        showHeard={(part) => {
          const one = offered[part];
          return one === undefined ? null : (
            <HeardValue one={one} keys={keysOf('suggestion.take')} onTake={onTake} onDismiss={onDismiss} />
          );
        }}
      />
    </section>
  );
}
