import { type ReactNode, useId } from 'react';
import { TextField } from '../ui/TextField.tsx';
import styles from './CustomerForm.module.css';
import type { AddressDraft, Problems } from './customer-draft.ts';
import { formMessages as say } from './form.messages.ts';

export interface AddressFieldsProps {
  readonly draft: AddressDraft;
  readonly onChange: (change: Partial<AddressDraft>) => void;
  readonly problems: Problems;
  /** Under the fields, such as an address that was heard. */
  readonly children?: ReactNode;
  readonly title?: string;
}

/** Where somebody lives, as it is typed. */
export function AddressFields({
  draft,
  onChange,
  problems,
  children,
  title = say.address,
}: AddressFieldsProps) {
  const id = useId();
  const field = (name: keyof AddressDraft) => ({
    label: say[name],
    name,
    value: draft[name],
    problem: problems[name],
    autoComplete: 'off',
    spellCheck: false,
    dir: 'auto' as const,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ [name]: event.target.value }),
  });
  return (
    <fieldset className={styles.address} aria-labelledby={id}>
      <legend id={id} className="only-heard">
        {title}
      </legend>
      <div className={styles.street}>
        <TextField {...field('street')} />
        <TextField {...field('unit')} />
      </div>
      <div className={styles.town}>
        <TextField {...field('city')} />
        <TextField {...field('state')} />
        <TextField {...field('zip')} inputMode="numeric" />
      </div>
      {children}
    </fieldset>
  );
}
