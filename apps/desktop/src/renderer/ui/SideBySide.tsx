import { useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { plainText } from './plain-text.ts';
import styles from './SideBySide.module.css';

export interface SideBySideProps {
  /** What happened, such as `Email: changed in the meantime`. */
  readonly title: string;
  readonly rows: readonly { readonly field: string; readonly mine: string; readonly theirs: string }[];
  readonly labels: {
    readonly mine: string;
    readonly theirs: string;
    readonly keepMine: string;
    readonly takeTheirs: string;
  };
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Two values that both want the same place, side by side; a person chooses, neither is lost before that. */
export function SideBySide({ title, rows, labels, onKeepMine, onTakeTheirs }: SideBySideProps) {
  const box = useRef<HTMLDivElement>(null);
  // The field that was left may be further down: what needs a choice is brought before the eyes.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} className={styles.box} role="alert">
      <table className={styles.table}>
        <caption className={styles.title}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="only-heard">{title}</span>
            </th>
            <th scope="col">{labels.mine}</th>
            <th scope="col">{labels.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, mine, theirs }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td dir="auto">{plainText(mine)}</td>
              <td dir="auto">{plainText(theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.choices}>
        <Button onClick={onKeepMine}>{labels.keepMine}</Button>
        <Button onClick={onTakeTheirs}>{labels.takeTheirs}</Button>
      </div>
    </div>
  );
}
