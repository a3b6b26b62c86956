import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Offered.module.css';

export interface OfferedProps {
  /** What it would fill, such as `Email`. */
  readonly field: string;
  /** The field is only heard: it stands right above. */
  readonly isFieldHidden: boolean;
  readonly value: string;
  /** Where it comes from, in its own words. */
  readonly words: string;
  /** How sure it is, in a word. */
  readonly sureness: string;
  readonly isSure: boolean;
  /** What pressing does, for those who hear it, before the rest. */
  readonly takeLabel: string;
  readonly dismissLabel: string;
  /** The key that takes it now; none where the key belongs to another one. */
  readonly keys?: string | undefined;
  readonly onTake: () => void;
  readonly onDismiss: () => void;
  readonly children?: ReactNode;
}

/** A value that may be taken, never more than that: what it says, where it comes from, and one press to take it. */
export function Offered(props: OfferedProps) {
  const {
    field,
    isFieldHidden,
    value,
    words,
    sureness,
    isSure,
    takeLabel,
    dismissLabel,
    keys,
    onTake,
    onDismiss,
  } = props;
  return (
    <div className={styles.offered}>
      <button type="button" className={styles.take} onClick={onTake}>
        <span className={styles.line}>
          <span className="only-heard">{takeLabel} </span>
          <span className={isFieldHidden ? 'only-heard' : styles.field}>{field} </span>
          <bdi className={styles.value} title={value}>
            {value}
          </bdi>
          {keys === undefined ? null : <Kbd keys={keys} />}
        </span>
        <span className={styles.meta}>
          <span className={classes(styles.sureness, isSure && styles.sure)}>{sureness}</span>
          <q className={styles.words} dir="auto" title={words}>
            {words}
          </q>
        </span>
      </button>
      <button
        type="button"
        className={styles.dismiss}
        aria-label={dismissLabel}
        title={dismissLabel}
        onClick={onDismiss}
      >
        <X size={14} strokeWidth={2} aria-hidden />
      </button>
    </div>
  );
}
