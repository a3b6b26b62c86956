import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useSteadyField } from '../ui/use-steady-field.ts';
import { AddressFields } from './AddressFields.tsx';
import styles from './CustomerForm.module.css';
import type { CustomerDraft, Problems } from './customer-draft.ts';
import { formMessages as say } from './form.messages.ts';
import { type Heard, type HeardPart, mayComplete, partOf } from './heard.ts';
import { PhoneFields } from './PhoneFields.tsx';

export interface CustomerFormProps {
  readonly draft: CustomerDraft;
  readonly onChange: (draft: CustomerDraft) => void;
  readonly problems: Problems;
  readonly isBusy: boolean;
  readonly saveLabel: string;
  readonly onSave: () => void;
  /** Closes the form; what was typed stays with whoever keeps the draft. */
  readonly onClose: () => void;
  readonly onClear?: () => void;
  /** What was heard for the parts of the form, how it is shown there, and what taking it does. */
  readonly heard?: Heard;
  readonly showHeard?: (part: HeardPart) => ReactNode;
  readonly onTake?: (part: HeardPart) => void;
}

const lines = ['firstName', 'lastName', 'company', 'email'] as const;

/** A customer as they are typed: problems beside their fields, Ctrl+Enter saves, Escape closes and loses nothing. */
export function CustomerForm(props: CustomerFormProps) {
  const { draft, onChange, problems, isBusy, heard = {}, showHeard = () => null, onTake } = props;
  const form = useRef<HTMLFormElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  useFocusOnProblem(form, problems);
  useSteadyField(fields);
  useShortcut('form.save', () => (isBusy ? undefined : props.onSave()));

  const field = (name: (typeof lines)[number]) => ({
    label: say[name],
    name,
    value: draft[name],
    problem: problems[name],
    autoComplete: 'off',
    spellCheck: false,
    dir: 'auto' as const,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ ...draft, [name]: event.target.value }),
  });
  function pressed(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      props.onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!isBusy) props.onSave();
    } else if (event.key === 'Tab' && !event.shiftKey && event.target instanceof HTMLInputElement) {
      const { name, value } = event.target;
      const part = partOf(name);
      if (part === null || onTake === undefined || !mayComplete(heard[part], name, value)) return;
      event.preventDefault();
      onTake(part);
    }
  }
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) props.onSave();
      }}
    >
      <div ref={fields} className={styles.fields}>
        <div className={styles.part}>
          <div className={styles.pair}>
            <TextField {...field('firstName')} autoFocus />
            <TextField {...field('lastName')} />
          </div>
          {showHeard('name')}
        </div>
        <TextField {...field('company')} />
        <PhoneFields
          phones={draft.phones}
          problems={problems}
          onChange={(phones) => onChange({ ...draft, phones })}
        >
          {showHeard('phone')}
        </PhoneFields>
        <div className={styles.part}>
          <TextField {...field('email')} type="email" inputMode="email" />
          {showHeard('email')}
        </div>
        <AddressFields
          draft={draft}
          problems={problems}
          onChange={(change) => onChange({ ...draft, ...change })}
        >
          {showHeard('address')}
        </AddressFields>
        <TextArea
          label={say.notes}
          name="notes"
          value={draft.notes}
          problem={problems['notes']}
          maxLength={20_000}
          onChange={(event) => onChange({ ...draft, notes: event.target.value })}
        />
      </div>
      <FormFoot {...props} />
    </form>
  );
}

/** The fields that show what is wrong with them; anything else is said at the foot. */
const shownAtField = /^(firstName|lastName|company|email|street|unit|city|state|zip|notes|phones\.\d+)$/;

function FormFoot({ problems, isBusy, saveLabel, onClose, onClear }: CustomerFormProps) {
  const elsewhere = Object.entries(problems).filter(([field]) => !shownAtField.test(field));
  return (
    <footer className={styles.foot}>
      {elsewhere.map(([field, words]) => (
        <Banner key={field} tone="trouble" isBoxed>
          {words}
        </Banner>
      ))}
      <Button type="submit" look="primary" keys={keysOf('form.save')} aria-busy={isBusy}>
        {isBusy ? say.saving : saveLabel}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {say.cancel}
      </Button>
      {onClear === undefined ? null : (
        <Button look="quiet" className={styles.end} onClick={onClear}>
          {say.discard}
        </Button>
      )}
    </footer>
  );
}

/** The first field with a problem has the focus, so that it is read and can be put right. */
function useFocusOnProblem(form: React.RefObject<HTMLFormElement | null>, problems: Problems): void {
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, problems]);
}
