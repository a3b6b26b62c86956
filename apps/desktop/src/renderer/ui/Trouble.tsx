import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import styles from './Trouble.module.css';

export interface TroubleProps {
  /** What happened and what is safe. */
  readonly children: string;
  readonly againLabel: string;
  readonly onAgain: () => void;
}

/** In place of records that could not be read. */
export function Trouble({ children, againLabel, onAgain }: TroubleProps) {
  return (
    <div className={styles.trouble}>
      <Banner tone="trouble" isBoxed action={<Button onClick={onAgain}>{againLabel}</Button>}>
        {children}
      </Banner>
    </div>
  );
}
