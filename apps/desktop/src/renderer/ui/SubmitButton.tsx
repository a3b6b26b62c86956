import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './SubmitButton.module.css';

export interface SubmitButtonProps {
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

/** The one button of a form. While its answer is awaited it keeps focus and place; after 300 ms it shows that it waits. */
export function SubmitButton({ isBusy, children }: SubmitButtonProps) {
  return (
    <Button type="submit" look="primary" size="large" aria-busy={isBusy} className={styles.submit}>
      <span className={styles.label}>{children}</span>
      {isBusy ? <span className={styles.ring} aria-hidden /> : null}
    </Button>
  );
}
