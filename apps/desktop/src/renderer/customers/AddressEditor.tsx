import type { Address, Customer } from '@ringdesk/shared';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { AddressFields } from './AddressFields.tsx';
import { addressDraftOf } from './address-records.ts';
import styles from './CallerPanel.module.css';
import { callerMessages as say } from './caller.messages.ts';
import type { AddressDraft } from './customer-draft.ts';
import { formMessages } from './form.messages.ts';
import { useAddressEdit } from './use-address-edit.ts';

export interface AddressEditorProps {
  readonly customer: Pick<Customer, 'id' | 'name'>;
  /** Null: a new one. */
  readonly address: Address | null;
  readonly onDone: (saved: Address | null) => void;
  /** It is there because it was begun before: nobody has asked for it now, and the focus stays where it is. */
  readonly isQuiet?: boolean;
}

/** An address as it is typed, kept over a reload until it is saved or given up. */
export function AddressEditor(props: AddressEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const edit = useAddressEdit({
    ...props,
    onDone: (saved) => {
      // Inside another form the focus is that form's to place.
      const isAlone = box.current?.closest('form') === null;
      props.onDone(saved);
      if (isAlone) document.querySelector<HTMLElement>('[data-focus-home]')?.focus({ preventScroll: true });
    },
  });
  const { draft, problems, theirs, isBusy } = edit;
  const [isQuiet] = useState(props.isQuiet === true);
  useEffect(() => {
    if (!isQuiet) box.current?.querySelector('input')?.focus();
  }, [isQuiet]);
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') edit.giveUp();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) edit.save();
    else return;
    event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Escape of its fields, as its buttons do
    <div ref={box} className={styles.editor} onKeyDown={pressed}>
      <AddressFields draft={draft} problems={problems} onChange={edit.change} />
      {problems['form'] === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problems['form']}
        </p>
      )}
      {theirs === null ? null : (
        <SideBySide
          title={say.conflict}
          rows={differences(draft, theirs)}
          labels={say}
          onKeepMine={edit.keepMine}
          onTakeTheirs={edit.takeTheirs}
        />
      )}
      <div className={styles.actions}>
        <Button look="primary" keys="Enter" aria-busy={isBusy} onClick={edit.save}>
          {isBusy ? formMessages.saving : formMessages.save}
        </Button>
        <Button look="quiet" onClick={edit.giveUp}>
          {formMessages.cancel}
        </Button>
        {props.address === null ? null : (
          <Button look="danger" onClick={edit.remove}>
            {say.removeAddress}
          </Button>
        )}
      </div>
    </div>
  );
}

const parts = ['street', 'unit', 'city', 'state', 'zip'] as const;

function differences(mine: AddressDraft, theirs: Address) {
  const now = addressDraftOf(theirs);
  return parts
    .filter((part) => mine[part].trim() !== now[part])
    .map((part) => ({ field: formMessages[part], mine: mine[part] || '–', theirs: now[part] || '–' }));
}
