import { fewestPasswordCharacters, mostPasswordCharacters } from '@ringdesk/shared';
import { classes } from '../ui/classes.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import { doorMessages } from './door.messages.ts';
import styles from './NewPasswordField.module.css';
import { type Strength, strengthOf } from './password-strength.ts';

const say = doorMessages.strength;
const bars: readonly Strength[] = ['easy', 'fair', 'strong'];

export interface NewPasswordFieldProps {
  readonly label: string;
  readonly value: string;
  /** Name and address of the owner, which make bad passwords. */
  readonly known: readonly string[];
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A password to be kept: its rule is said before it is broken, and how good it is while it is typed. */
export function NewPasswordField({ label, value, known, problem, onChange }: NewPasswordFieldProps) {
  const strength = strengthOf(value, known);
  return (
    <PasswordField
      label={label}
      showLabel={doorMessages.showPassword}
      capsLockHint={doorMessages.capsLock}
      name="new-password"
      autoComplete="new-password"
      maxLength={mostPasswordCharacters}
      size="large"
      value={value}
      problem={problem}
      onChange={(event) => onChange(event.target.value)}
      hint={
        <span className={styles.hint}>
          <span className={classes(styles.bars, styles[strength])} aria-hidden>
            {bars.map((bar) => (
              <span key={bar} />
            ))}
          </span>
          {sayStrength(strength, value)}
        </span>
      }
    />
  );
}

function sayStrength(strength: Strength, value: string): string {
  return strength === 'short' ? say.short(fewestPasswordCharacters - value.length) : say[strength];
}
