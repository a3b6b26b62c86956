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

export interface NewCustomerDialogProps {
  /** Where what is typed is kept. */
  readonly place: string;
  /** What is told once the customer is made, or kept until the server is back. */
  readonly told: { readonly made: (name: string) => string; readonly kept: string };
  readonly canClear?: boolean;
  /** It is made, or kept and made later. */
  readonly onSaved?: () => void;
  readonly onMade?: (id: CustomerId) => void;
  readonly onClose: () => void;
}

/** A new customer over whatever is there; what was typed is there again after a reload, and stays until it is saved. */
export function NewCustomerDialog(props: NewCustomerDialogProps) {
  const { place, told, canClear = false, onSaved, onMade, onClose } = props;
  const draft = customerDrafts.useDraft(place) ?? newDraft(null);
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setIsBusy] = useState(false);

  async function save(): Promise<void> {
    setIsBusy(true);
    const saved = await saveNewCustomer(draft, null);
    setIsBusy(false);
    if (saved.kind === 'refused') return setProblems(saved.problems);
    customerDrafts.drop(place);
    onSaved?.();
    onClose();
    if (saved.kind === 'kept') return notice(told.kept, 'careful');
    notice(told.made(plainText(saved.value.name)), 'well');
    onMade?.(saved.value.id);
  }
  return (
    <Dialog isOpen onClose={onClose} title={formMessages.title} closeLabel={listMessages.close} widthPx={560}>
      <CustomerForm
        draft={draft}
        onChange={(next) => customerDrafts.keep(place, next)}
        problems={problems}
        isBusy={isBusy}
        saveLabel={formMessages.save}
        onSave={() => void save()}
        onClose={onClose}
        {...(canClear && {
          onClear: () => {
            customerDrafts.drop(place);
            setProblems({});
          },
        })}
      />
    </Dialog>
  );
}
