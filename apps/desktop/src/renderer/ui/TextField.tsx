import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './TextField.module.css';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'size'> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly icon?: LucideIcon;
  /** Behind the text: a key, a clear button. */
  readonly after?: ReactNode;
  /** What is wrong and what would be right; announced with the field. */
  readonly problem?: string | undefined;
  /** What helps to fill it in, told with the field before anything is wrong. */
  readonly hint?: ReactNode;
  readonly size?: 'normal' | 'large';
  /** A lighter edge, for search fields in a panel. */
  readonly isQuiet?: boolean;
}

/** One line of text with its label. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    isLabelHidden = false,
    icon: Icon,
    after,
    problem,
    hint,
    size = 'normal',
    isQuiet = false,
    ...rest
  } = props;
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`];
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'only-heard' : styles.label}>
        {label}
      </label>
      <div className={classes(styles.box, size === 'large' && styles.large, isQuiet && styles.quiet)}>
        {Icon === undefined ? null : <Icon size={14} strokeWidth={2} aria-hidden />}
        <input
          id={id}
          aria-invalid={problem !== undefined}
          aria-describedby={described.join(' ').trim() || undefined}
          {...rest}
          className={styles.input}
        />
        {after}
      </div>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
