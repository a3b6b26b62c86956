import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './TextLink.module.css';

/** A button that reads as a part of the text around it. */
export function TextLink({ className, children, ...rest }: ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={classes(styles.link, className)}>
      {children}
    </button>
  );
}
