import type { Address, Customer } from '@ringdesk/shared';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { plainText } from '../ui/plain-text.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { formMessages as say } from './form.messages.ts';
import styles from './JobForm.module.css';
import { usualAddress } from './job-draft.ts';

export interface AddressChoiceProps {
  readonly customer: Customer;
  /** Empty: the usual one. */
  readonly addressId: string;
  readonly problem: string | undefined;
  readonly onChange: (addressId: string) => void;
  /** The fields of another address; `done` is called with it once it is there, or with null when it is given up. */
  readonly editor: (done: (saved: Pick<Address, 'id'> | null) => void) => ReactNode;
}

/** Where the job is: one of the customer's addresses, or one that is added on the way. */
export function AddressChoice({ customer, addressId, problem, onChange, editor }: AddressChoiceProps) {
  const [isAdding, setIsAdding] = useState(false);
  const { addresses } = customer;
  const [isBack, setIsBack] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isBack) box.current?.querySelector<HTMLElement>('select, button')?.focus();
  }, [isBack]);
  if (isAdding)
    return editor((saved) => {
      setIsAdding(false);
      setIsBack(true);
      if (saved !== null) onChange(saved.id);
    });
  return (
    <div ref={box} className={styles.where}>
      {addresses.length === 0 ? (
        <p className={styles.quiet}>{say.noAddress}</p>
      ) : (
        <SelectField
          label={say.where}
          value={addressId === '' ? (usualAddress(addresses)?.id ?? '') : addressId}
          choices={addresses.map((address) => ({
            value: String(address.id),
            label: plainText([address.street, address.unit, address.city].filter(Boolean).join(', ')),
          }))}
          onChange={onChange}
        />
      )}
      <Button
        look="quiet"
        onClick={() => {
          setIsBack(false);
          setIsAdding(true);
        }}
      >
        {say.newAddress}
      </Button>
      {problem === undefined ? null : (
        <p className={classes(styles.hard, styles.wide)} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
