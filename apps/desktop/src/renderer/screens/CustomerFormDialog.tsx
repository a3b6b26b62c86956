import { useState } from 'react';
import { CustomerForm } from '../customers/CustomerForm.tsx';
import { newDraft, type Problems } from '../customers/customer-draft.ts';
import { customerDrafts } from '../customers/customer-drafts.store.ts';
import { saveNewCustomer } from '../customers/customer-records.ts';
import { formMessages as words } from '../customers/form.messages.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { deskMessages as say } from './messages.ts';

export interface CustomerFormDialogProps {
  /** Where what is typed is kept. */
  readonly place: string;
  readonly onSaved?: () => void;
  readonly onClose: () => void;
}

/** A customer that was typed before, over whatever is there; what is typed stays until it is saved. */
export function CustomerFormDialog({ place, onSaved, onClose }: CustomerFormDialogProps) {
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
    if (saved.kind === 'kept') notice(words.kept, 'careful');
    else notice(say.leftSaved(plainText(saved.value.name)), 'well');
  }
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={say.close} widthPx={560}>
      <CustomerForm
        draft={draft}
        onChange={(next) => customerDrafts.keep(place, next)}
        problems={problems}
        isBusy={isBusy}
        saveLabel={words.save}
        onSave={() => void save()}
        onClose={onClose}
      />
    </Dialog>
  );
}
