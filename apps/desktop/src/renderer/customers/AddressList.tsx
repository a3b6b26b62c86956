import type { Address, Customer } from '@ringdesk/shared';
import { useState } from 'react';
import { plainText } from '../ui/plain-text.ts';
import { AddressEditor } from './AddressEditor.tsx';
import styles from './CallerPanel.module.css';
import { callerMessages as say } from './caller.messages.ts';
import { addressLine } from './customer-draft.ts';
import { addressDrafts } from './customer-drafts.store.ts';
import { addressPlace } from './use-address-edit.ts';

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
  const [wasBegun] = useState(begun);
  const close = () => setEdited(null);
  return (
    <div className={styles.row}>
      <span className={styles.label}>{say.addresses}</span>
      <div className={styles.addresses}>
        {customer.addresses.map((address) => (
          <OneAddress
            key={address.id}
            customer={customer}
            address={address}
            isEdited={!isReadOnly && edited === address.id}
            isReadOnly={isReadOnly}
            onEdit={(isEdited) => setEdited(isEdited ? address.id : null)}
          />
        ))}
        {isAdding && !isReadOnly ? (
          <AddressEditor
            customer={customer}
            address={null}
            onDone={close}
            isQuiet={wasBegun && edited === null}
          />
        ) : null}
        {isReadOnly || isAdding ? null : (
          <button type="button" className={styles.address} onClick={() => setEdited('new')}>
            <span className={styles.label}>{say.addAddress}</span>
          </button>
        )}
      </div>
    </div>
  );
}

interface OneAddressProps {
  readonly customer: Customer;
  readonly address: Address;
  readonly isEdited: boolean;
  readonly isReadOnly: boolean;
  readonly onEdit: (isEdited: boolean) => void;
}

/** An address, or its fields; one in which something was typed has them open again after a reload. */
function OneAddress({ customer, address, isEdited, isReadOnly, onEdit }: OneAddressProps) {
  const isBegun = addressDrafts.useDraft(addressPlace(customer.id, address)) !== null;
  if (isEdited || (isBegun && !isReadOnly))
    return (
      <AddressEditor customer={customer} address={address} onDone={() => onEdit(false)} isQuiet={!isEdited} />
    );
  return <AddressRow address={address} onEdit={isReadOnly ? null : () => onEdit(true)} />;
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
