import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import styles from './ConfirmDialog.module.css';
import { Dialog } from './Dialog.tsx';
import { TextField } from './TextField.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and what will not. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly closeLabel: string;
  /** For what cannot be taken back: this word is typed first. */
  readonly typed?: { readonly label: string; readonly word: string };
  /** `danger` for what takes something away. */
  readonly look?: 'danger' | 'primary';
  /** Fields of the caller are filled well enough to go on. */
  readonly isReady?: boolean;
  /** Does it; a sentence when it could not be done, null when it is done. */
  readonly onConfirm: () => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks before something that is hard to take back. Enter confirms, Escape leaves all as it is. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, cancelLabel, closeLabel, typed } = props;
  const { isReady = true, look = 'danger' } = props;
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isTyped = typed === undefined || word.trim() === typed.word;

  async function confirm(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || !isTyped || !isReady) return;
    setIsBusy(true);
    setProblem(null);
    const trouble = await props.onConfirm();
    setIsBusy(false);
    setProblem(trouble);
    if (trouble === null) props.onClose();
  }
  return (
    <Dialog isOpen onClose={props.onClose} title={title} closeLabel={closeLabel} widthPx={460}>
      <form className={styles.form} onSubmit={(event) => void confirm(event)}>
        <div className={styles.words}>{children}</div>
        {typed === undefined ? null : (
          <TextField
            label={typed.label}
            value={word}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setWord(event.target.value)}
          />
        )}
        {problem === null ? null : (
          <Banner tone="trouble" isBoxed>
            {problem}
          </Banner>
        )}
        <footer className={styles.foot}>
          <Button size="large" onClick={props.onClose}>
            {cancelLabel}
          </Button>
          <Button type="submit" size="large" look={look} aria-busy={isBusy} disabled={!isTyped || !isReady}>
            {confirmLabel}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
