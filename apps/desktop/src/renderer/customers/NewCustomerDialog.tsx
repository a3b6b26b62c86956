import type { CustomerId } from '@ringdesk/shared';
import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { CustomerForm } from './CustomerForm.tsx';
import { newDraft, type Problems } from './customer-draft.ts';
import { customerDrafts } from './customer-drafts.store.ts';
import { saveNewCustomer } from './customer-records.ts';
import { formMessages } from './form.messages.ts';
import { listMessages } from './list.messages.ts';
import { pageMessages } from './page.messages.ts';

/** Drafts of the page stand beside those of the calls. */
const draftPlace = 'customers-page';

export interface NewCustomerDialogProps {
  readonly onMade: (id: CustomerId) => void;
  readonly onClose: () => void;
}

/** A new customer without a call; what was typed is there again after a reload. */
export function NewCustomerDialog({ onMade, onClose }: NewCustomerDialogProps) {
  const draft = customerDrafts.useDraft(draftPlace) ?? newDraft(null);
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setIsBusy] = useState(false);

  async function save(): Promise<void> {
    setIsBusy(true);
    const saved = await saveNewCustomer(draft, null);
    setIsBusy(false);
    if (saved.kind === 'refused') return setProblems(saved.problems);
    customerDrafts.drop(draftPlace);
    onClose();
    if (saved.kind === 'kept') return notice(pageMessages.keptForLater, 'careful');
    notice(pageMessages.isMade(plainText(saved.value.name)), 'well');
    onMade(saved.value.id);
  }
  return (
    <Dialog isOpen onClose={onClose} title={formMessages.title} closeLabel={listMessages.close} widthPx={560}>
      <CustomerForm
        draft={draft}
        onChange={(next) => customerDrafts.keep(draftPlace, next)}
        problems={problems}
        isBusy={isBusy}
        saveLabel={formMessages.save}
        onSave={() => void save()}
        onClose={onClose}
        onClear={() => {
          customerDrafts.drop(draftPlace);
          setProblems({});
        }}
      />
    </Dialog>
  );
}
