import type { Address, Customer } from '@ringdesk/shared';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { AddressFields } from './AddressFields.tsx';
import styles from './CallerPanel.module.css';
import { callerMessages as say } from './caller.messages.ts';
import { type AddressDraft, addressLine, emptyAddress, type Problems } from './customer-draft.ts';
import { addressDrafts } from './customer-drafts.store.ts';
import { deleteAddress, saveAddress } from './customer-records.ts';
import { formMessages } from './form.messages.ts';

/** The addresses of a customer, each changed where it stands. */
export function AddressList({
  customer,
  isReadOnly,
}: {
  readonly customer: Customer;
  readonly isReadOnly: boolean;
}) {
  const [edited, setEdited] = useState<string | null>(null);
  // An address that was begun, or heard and taken, is open by itself.
  const begun = addressDrafts.useDraft(customer.id) !== null;
  const isAdding = edited === 'new' || begun;
  const close = () => setEdited(null);
  return (
    <div className={styles.row}>
      <span className={styles.label}>{say.addresses}</span>
      <div className={styles.addresses}>
        {customer.addresses.map((address) =>
          edited === address.id ? (
            <AddressEditor key={address.id} customer={customer} address={address} onDone={close} />
          ) : (
            <AddressRow
              key={address.id}
              address={address}
              onEdit={isReadOnly ? null : () => setEdited(address.id)}
            />
          ),
        )}
        {isAdding && !isReadOnly ? <AddressEditor customer={customer} address={null} onDone={close} /> : null}
        {isReadOnly || isAdding ? null : (
          <button type="button" className={styles.address} onClick={() => setEdited('new')}>
            <span className={styles.label}>{say.addAddress}</span>
          </button>
        )}
      </div>
    </div>
  );
}

function AddressRow({
  address,
  onEdit,
}: {
  readonly address: Address;
  readonly onEdit: (() => void) | null;
}) {
  const line = plainText(addressLine(address));
  const inside = (
    <>
      <bdi>{line}</bdi>
      {address.kind === 'billing' ? <span className={styles.label}>{say.billing}</span> : null}
    </>
  );
  if (onEdit === null) return <div className={styles.address}>{inside}</div>;
  return (
    <button type="button" className={styles.address} aria-label={say.editAddress(line)} onClick={onEdit}>
      {inside}
    </button>
  );
}

export interface AddressEditorProps {
  readonly customer: Pick<Customer, 'id' | 'name'>;
  /** Null: a new one. */
  readonly address: Address | null;
  readonly onDone: (saved: Address | null) => void;
}

/** An address as it is typed, kept over a reload until it is saved or given up. */
export function AddressEditor({ customer, address, onDone }: AddressEditorProps) {
  const place = address === null ? customer.id : `${customer.id}.${address.id}`;
  const draft = addressDrafts.useDraft(place) ?? draftOf(address);
  const [problems, setProblems] = useState<Problems>({});
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);

  function leave(saved: Address | null): void {
    addressDrafts.drop(place);
    onDone(saved);
    document.querySelector<HTMLElement>('[data-focus-home]')?.focus({ preventScroll: true });
  }
  async function save(): Promise<void> {
    const saved = await saveAddress(customer, draft, address);
    if (saved.kind === 'refused') setProblems(saved.problems);
    else leave(saved.kind === 'done' ? saved.value : null);
  }
  async function remove(of: Address): Promise<void> {
    const trouble = await deleteAddress(customer, of.id);
    if (trouble === null) leave(null);
    else setProblems({ form: trouble });
  }
  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') leave(null);
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void save();
    else return;
    event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Escape of its fields, as its buttons do
    <div ref={box} className={styles.editor} onKeyDown={pressed}>
      <AddressFields
        draft={draft}
        problems={problems}
        onChange={(change) => addressDrafts.keep(place, { ...draft, ...change })}
      />
      {problems['form'] === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problems['form']}
        </p>
      )}
      <div className={styles.actions}>
        <Button look="primary" keys="Enter" onClick={() => void save()}>
          {formMessages.save}
        </Button>
        <Button look="quiet" onClick={() => leave(null)}>
          {formMessages.cancel}
        </Button>
        {address === null ? null : (
          <Button look="danger" onClick={() => void remove(address)}>
            {say.removeAddress}
          </Button>
        )}
      </div>
    </div>
  );
}

function draftOf(address: Address | null): AddressDraft {
  if (address === null) return emptyAddress;
  const { street, unit, city, state, zip } = address;
  return { street, unit: unit ?? '', city: city ?? '', state: state ?? '', zip: zip ?? '' };
}
