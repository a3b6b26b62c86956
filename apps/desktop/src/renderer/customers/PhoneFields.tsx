import { mostPhones, PhoneKind } from '@ringdesk/shared';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './CustomerForm.module.css';
import type { DraftPhone, Problems } from './customer-draft.ts';
import { formMessages as say } from './form.messages.ts';

const kinds = PhoneKind.options.map((value) => ({ value, label: say.phoneKinds[value] }));

export interface PhoneFieldsProps {
  readonly phones: readonly DraftPhone[];
  readonly problems: Problems;
  readonly onChange: (phones: DraftPhone[]) => void;
  readonly children?: ReactNode;
}

/** The numbers of somebody, each with its kind. */
export function PhoneFields({ phones, problems, onChange, children }: PhoneFieldsProps) {
  const change = (place: number, over: Partial<DraftPhone>) =>
    onChange(phones.map((phone, i) => (i === place ? { ...phone, ...over } : phone)));
  return (
    <div className={styles.part}>
      {phones.map((phone, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place while it is typed
        <div key={place} className={styles.phone}>
          <TextField
            label={say.phone(place)}
            isLabelHidden={place > 0}
            name={`phones.${place}`}
            type="tel"
            autoComplete="off"
            value={phone.number}
            problem={problems[`phones.${place}`]}
            onChange={(event) => change(place, { number: event.target.value })}
          />
          <SelectField
            label={say.phoneKind(place)}
            isLabelHidden
            value={phone.kind}
            choices={kinds}
            onChange={(kind) => change(place, { kind })}
          />
          {place === 0 ? (
            <IconButton
              icon={Plus}
              label={say.addPhone}
              disabled={phones.length >= mostPhones}
              onClick={() => onChange([...phones, { kind: 'mobile', number: '' }])}
            />
          ) : (
            <IconButton
              icon={X}
              label={say.removePhone(place)}
              onClick={() => onChange(phones.filter((_, i) => i !== place))}
            />
          )}
        </div>
      ))}
      {phones.length === 0 ? (
        <Button look="quiet" onClick={() => onChange([{ kind: 'mobile', number: '' }])}>
          {say.addPhone}
        </Button>
      ) : null}
      {children}
    </div>
  );
}
