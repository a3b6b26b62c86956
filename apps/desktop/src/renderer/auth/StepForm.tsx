import type { ReactNode } from 'react';
import { SubmitButton } from '../ui/SubmitButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { doorMessages } from './door.messages.ts';
import styles from './StepCard.module.css';
import type { StepState } from './use-step.ts';

export interface StepFormProps {
  readonly step: StepState;
  readonly submitLabel: string;
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}

/** The fields of a step and its one button; Enter in any field is the button. */
export function StepForm({ step: { form, isBusy }, submitLabel, onSubmit, children }: StepFormProps) {
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
      <SubmitButton isBusy={isBusy}>{submitLabel}</SubmitButton>
    </form>
  );
}

export interface EmailFieldProps {
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onChange: (email: string) => void;
}

/** The address of an account, as password managers look for it. */
export function EmailField({ value, problem, onChange }: EmailFieldProps) {
  return (
    <TextField
      label={doorMessages.email}
      type="email"
      name="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      size="large"
      value={value}
      problem={problem}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
