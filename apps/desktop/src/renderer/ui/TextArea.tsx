import { type ComponentProps, useId } from 'react';
import { classes } from './classes.ts';
import styles from './TextField.module.css';

export interface TextAreaProps extends ComponentProps<'textarea'> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly problem?: string | undefined;
}

/** Some lines of text with their label; it grows with what is typed. */
export function TextArea({ label, isLabelHidden = false, problem, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'only-heard' : styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        {...rest}
        className={classes(styles.box, styles.area)}
      />
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
