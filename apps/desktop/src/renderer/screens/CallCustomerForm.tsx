import type { Call, Suggestion } from '@ringdesk/shared';
import { useState } from 'react';
import { CustomerForm } from '../customers/CustomerForm.tsx';
import { newDraft, type Problems } from '../customers/customer-draft.ts';
import { customerDrafts } from '../customers/customer-drafts.store.ts';
import { saveNewCustomer } from '../customers/customer-records.ts';
import { formMessages as say } from '../customers/form.messages.ts';
import { heardFor } from '../customers/heard.ts';
import { clearDraft } from '../outbox/clear-draft.ts';
import { notice } from '../ui/notices.store.ts';
import styles from './DeskScreen.module.css';
import { heardInForm } from './heard-in-form.tsx';
import type { useCallSide } from './use-call-side.ts';

export interface CallFormProps {
  readonly call: Call;
  readonly side: ReturnType<typeof useCallSide>;
  readonly heard: readonly Suggestion[];
  readonly onTake: (one: Suggestion) => void;
  readonly onDismiss: (one: Suggestion) => void;
}

/** A new customer from within the call: saved and linked in one go, typed words kept until then. */
export function CallCustomerForm({ call, side, heard, onTake, onDismiss }: CallFormProps) {
  const draft = customerDrafts.useDraft(call.id) ?? newDraft(call.from);
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setIsBusy] = useState(false);
  const offered = heardFor(draft, heard);

  async function save(): Promise<void> {
    setIsBusy(true);
    const saved = await saveNewCustomer(draft, call.id);
    setIsBusy(false);
    if (saved.kind === 'refused') return setProblems(saved.problems);
    customerDrafts.drop(call.id);
    side.close();
    if (saved.kind === 'kept') notice(say.kept, 'careful');
    else await side.link(saved.value);
  }
  return (
    <section className={styles.form} aria-label={say.title}>
      <h3>{say.title}</h3>
      <CustomerForm
        draft={draft}
        onChange={(next) => customerDrafts.keep(call.id, next)}
        problems={problems}
        isBusy={isBusy}
        saveLabel={say.saveAndLink}
        onSave={() => void save()}
        onClose={side.close}
        onClear={() => {
          clearDraft(customerDrafts, call.id, say);
          setProblems({});
        }}
        heard={offered}
        {...heardInForm(offered, { onTake, onDismiss })}
      />
    </section>
  );
}
