import { type Call, CustomerId } from '@ringdesk/shared';
import { type ReactNode, useState } from 'react';
import { customerDrafts } from '../customers/customer-drafts.store.ts';
import { formMessages as customerWords } from '../customers/form.messages.ts';
import { NewCustomerDialog } from '../customers/NewCustomerDialog.tsx';
import { formMessages as jobWords } from '../jobs/form.messages.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import { clearDraft } from '../outbox/clear-draft.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './DeskScreen.module.css';
import { JobFormDialog } from './JobFormDialog.tsx';
import { deskMessages as say } from './messages.ts';

/** What was typed in a call that is over, or another's now, and is not saved: nobody has to type it again. */
export function LeftForms({ call }: { readonly call: Call }) {
  const hasCustomer = customerDrafts.useDraft(call.id) !== null;
  const hasJob = jobDrafts.useDraft(call.id) !== null;
  const linked = CustomerId.safeParse(call.customerId);
  return (
    <>
      {hasCustomer ? (
        <Left words={say.leftCustomer} onDrop={() => clearDraft(customerDrafts, call.id, customerWords)}>
          {(close) => (
            <NewCustomerDialog
              place={call.id}
              told={{ made: say.leftSaved, kept: customerWords.kept }}
              onClose={close}
            />
          )}
        </Left>
      ) : null}
      {hasJob && linked.success ? (
        <Left words={say.leftJob} onDrop={() => clearDraft(jobDrafts, call.id, jobWords)}>
          {(close) => (
            <JobFormDialog place={call.id} callId={call.id} customerId={linked.data} onClose={close} />
          )}
        </Left>
      ) : null}
    </>
  );
}

interface LeftProps {
  readonly words: string;
  readonly onDrop: () => void;
  /** The form, to be closed by what it is given. */
  readonly children: (close: () => void) => ReactNode;
}

function Left({ words, onDrop, children }: LeftProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.left}>
      <Banner
        tone="careful"
        isBoxed
        action={
          <span className={styles.leftActions}>
            <Button onClick={() => setIsOpen(true)}>{say.goOn}</Button>
            <Button look="quiet" onClick={onDrop}>
              {customerWords.discard}
            </Button>
          </span>
        }
      >
        {words}
      </Banner>
      {isOpen ? children(() => setIsOpen(false)) : null}
    </div>
  );
}
