import { Role } from '@ringdesk/shared';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './DemoPeople.module.css';
import { authMessages } from './messages.ts';

export interface SomebodyElseProps {
  readonly isBusy: boolean;
  readonly onEnter: (role: Role, name: string) => Promise<void>;
}

/** A demo person under a typed name, in a role of choice. */
export function SomebodyElse({ isBusy, onEnter }: SomebodyElseProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('rep');
  const [isMissing, setIsMissing] = useState(false);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(name.trim() === '');
        if (name.trim() !== '') void onEnter(role, name.trim());
      }}
    >
      <fieldset className={styles.roles}>
        <legend className="only-heard">{authMessages.role}</legend>
        {Role.options.map((option) => (
          <label key={option} className={styles.role}>
            <input
              type="radio"
              name="role"
              className="only-heard"
              checked={role === option}
              onChange={() => setRole(option)}
            />
            {authMessages.asRole[option]}
          </label>
        ))}
      </fieldset>
      <div className={styles.submit}>
        <TextField
          label={authMessages.another}
          placeholder={authMessages.namePlaceholder}
          maxLength={80}
          autoComplete="off"
          size="large"
          value={name}
          problem={isMissing ? authMessages.nameMissing : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" size="large" disabled={isBusy}>
          {authMessages.signIn}
        </Button>
      </div>
    </form>
  );
}
