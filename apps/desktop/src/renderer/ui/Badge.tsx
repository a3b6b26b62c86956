import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { classes } from './classes.ts';

export interface BadgeProps {
  readonly tone: 'grey' | 'green' | 'blue' | 'amber' | 'red';
  readonly children: ReactNode;
}

/** One or two words about a record. The words say it all; the colour only helps the eye. */
export function Badge({ tone, children }: BadgeProps) {
  return <span className={classes(styles.badge, styles[tone])}>{children}</span>;
}
