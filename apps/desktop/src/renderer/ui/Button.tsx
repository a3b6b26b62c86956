import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` at most once in a group; `danger` for what cannot be taken back. */
  readonly look?: 'primary' | 'outlined' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'large';
  /** The key that does the same, shown behind the label. */
  readonly keys?: string | undefined;
}

/** A button that is safe inside a form: it submits only when its type says so. */
export function Button({
  look = 'outlined',
  size = 'normal',
  keys,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(styles.button, styles[look], size === 'large' && styles.large, className)}
    >
      {children}
      {keys === undefined ? null : <Kbd keys={keys} isOnAccent={look === 'primary'} />}
    </button>
  );
}
