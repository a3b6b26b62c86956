import { type Call, type Customer, CustomerId } from '@ringdesk/shared';
import { type ReactNode, useState } from 'react';
import { AddressEditor } from '../customers/AddressEditor.tsx';
import { CustomerForm } from '../customers/CustomerForm.tsx';
import type { CustomerDraft, Problems } from '../customers/customer-draft.ts';
import { customerDrafts } from '../customers/customer-drafts.store.ts';
import { saveNewCustomer } from '../customers/customer-records.ts';
import { formMessages as customerWords } from '../customers/form.messages.ts';
import { useRecord } from '../http/records.ts';
import { formMessages as jobWords } from '../jobs/form.messages.ts';
import { JobForm } from '../jobs/JobForm.tsx';
import type { JobDraft } from '../jobs/job-draft.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import { clearDraft } from '../outbox/clear-draft.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import styles from './DeskScreen.module.css';
import { deskMessages as say } from './messages.ts';

/** What was typed in a call that is over, or another's now, and is not saved: nobody has to type it again. */
export function LeftForms({ call }: { readonly call: Call }) {
  const customerDraft = customerDrafts.useDraft(call.id);
  const jobDraft = jobDrafts.useDraft(call.id);
  const linked = CustomerId.safeParse(call.customerId);
  const { data: customer } = useRecord(
    'customer.read',
    { id: linked.data ?? CustomerId.parse('cus_0') },
    { enabled: linked.success && jobDraft !== null },
  );
  return (
    <>
      {customerDraft === null ? null : (
        <Left words={say.leftCustomer} onDrop={() => clearDraft(customerDrafts, call.id, customerWords)}>
          {(close) => <LeftCustomer call={call} draft={customerDraft} onClose={close} />}
        </Left>
      )}
      {jobDraft === null || customer === undefined ? null : (
        <Left words={say.leftJob} onDrop={() => clearDraft(jobDrafts, call.id, jobWords)}>
          {(close) => <LeftJob call={call} draft={jobDraft} customer={customer} onClose={close} />}
        </Left>
      )}
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

interface FormProps<Draft> {
  readonly call: Call;
  readonly draft: Draft;
  readonly onClose: () => void;
}

function LeftCustomer({ call, draft, onClose }: FormProps<CustomerDraft>) {
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setIsBusy] = useState(false);
  async function save(): Promise<void> {
    setIsBusy(true);
    const saved = await saveNewCustomer(draft, null);
    setIsBusy(false);
    if (saved.kind === 'refused') return setProblems(saved.problems);
    customerDrafts.drop(call.id);
    if (saved.kind === 'kept') notice(customerWords.kept, 'careful');
    else notice(say.leftSaved(plainText(saved.value.name)), 'well');
  }
  return (
    <Dialog isOpen onClose={onClose} title={customerWords.title} closeLabel={say.close} widthPx={560}>
      <CustomerForm
        draft={draft}
        onChange={(next) => customerDrafts.keep(call.id, next)}
        problems={problems}
        isBusy={isBusy}
        saveLabel={customerWords.save}
        onSave={() => void save()}
        onClose={onClose}
      />
    </Dialog>
  );
}

function LeftJob({ call, draft, customer, onClose }: FormProps<JobDraft> & { readonly customer: Customer }) {
  return (
    <Dialog isOpen onClose={onClose} title={jobWords.title} closeLabel={say.close} widthPx={640}>
      <JobForm
        customer={customer}
        callId={call.id}
        draft={draft}
        onChange={(next) => jobDrafts.keep(call.id, next)}
        onBooked={() => jobDrafts.drop(call.id)}
        onClose={onClose}
        addressEditor={(done) => <AddressEditor customer={customer} address={null} onDone={done} />}
      />
    </Dialog>
  );
}
