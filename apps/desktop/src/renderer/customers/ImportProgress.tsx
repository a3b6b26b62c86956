import { Button } from '../ui/Button.tsx';
import styles from './Import.module.css';
import { importMessages } from './import.messages.ts';
import { stop } from './import.store.ts';

const say = importMessages;

export interface ImportProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly isRunning: boolean;
  readonly onGoOn: () => void;
}

/** How far the rows are, and the way to stop and to go on. */
export function ImportProgress({ label, done, total, isRunning, onGoOn }: ImportProgressProps) {
  return (
    <div className={styles.progress}>
      <progress value={done} max={total} aria-label={label} />
      <span className="tabular" aria-hidden>
        {say.progress(done, total)}
      </span>
      {isRunning ? (
        <Button onClick={stop}>{say.stop}</Button>
      ) : (
        <>
          <Button look="primary" onClick={onGoOn}>
            {say.goOn}
          </Button>
          <span className={styles.quiet} role="status">
            {say.stopped}
          </span>
        </>
      )}
    </div>
  );
}
