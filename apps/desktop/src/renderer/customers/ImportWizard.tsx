import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './Import.module.css';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportResults } from './ImportResults.tsx';
import { ImportSource } from './ImportSource.tsx';
import { importMessages } from './import.messages.ts';
import { type ImportState, useImport } from './import.store.ts';

const say = importMessages;
const places: Readonly<Record<ImportState['step'], number>> = { file: 0, columns: 1, check: 2, import: 3 };

/** From a file to customers: what its columns mean, what would become of each row, and only then the import. */
export function ImportWizard({ showMade }: { readonly showMade: ReactNode }) {
  const state = useImport();
  const here = places[state.step];
  const wizard = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // The button that led to this step is gone; whoever works by key goes on from here.
    if (here > 0 && document.activeElement === document.body) wizard.current?.focus();
  }, [here]);
  return (
    <section ref={wizard} tabIndex={-1} className={styles.wizard} aria-label={say.steps[here]}>
      <ol className={styles.steps}>
        {say.steps.map((name, place) => (
          <li
            key={name}
            className={classes(styles.step, place === here && styles.here, place < here && styles.past)}
            aria-current={place === here ? 'step' : undefined}
          >
            {say.step(place + 1, name)}
          </li>
        ))}
      </ol>
      {state.step === 'file' ? <ImportSource why={state.why} reading={state.reading} /> : null}
      {state.step === 'columns' ? <ImportColumns {...state} /> : null}
      {state.step === 'check' || state.step === 'import' ? (
        <ImportResults key={state.step} state={state} showMade={showMade} />
      ) : null}
    </section>
  );
}
