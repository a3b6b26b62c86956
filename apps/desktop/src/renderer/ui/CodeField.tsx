import {
  type ChangeEvent,
  type ClipboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './CodeField.module.css';
import { classes } from './classes.ts';
import { digitsOf, sixDigitsIn } from './six-digits.ts';

const places = [0, 1, 2, 3, 4, 5];

export interface CodeFieldProps {
  readonly label: string;
  /** For a field under a heading that says the same. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Runs when the sixth digit is there, once for each whole code. */
  readonly onComplete?: ((code: string) => void) | undefined;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  /** Typing waits while the code is being judged; the focus stays. */
  readonly isBusy?: boolean;
}

/** Six boxes for the eyes, one field for hands, ears and password managers. A code that is pasted anywhere on the page lands here. */
export function CodeField(props: CodeFieldProps) {
  const { label, isLabelHidden = false, value, onChange, onComplete, problem, hint, isBusy = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { range, follow, forget } = useRange(input);

  function take(next: string): void {
    if (isBusy || next === value) return;
    onChange(next);
    if (next.length === places.length) onComplete?.(next);
  }
  function pasted(event: ClipboardEvent): void {
    event.preventDefault();
    const text = event.clipboardData.getData('text');
    // Of a text without a code only a part of one is taken, never some digits of something else.
    const part = /^\d{1,5}$/.test(text.trim()) ? digitsOf(text) : value;
    take(sixDigitsIn(text) ?? part);
  }
  usePasteAnywhere((code) => {
    input.current?.focus();
    take(code);
  });

  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`];
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'only-heard' : styles.label}>
        {label}
      </label>
      <div className={classes(styles.boxes, problem !== undefined && styles.wrong, isBusy && styles.busy)}>
        <input
          ref={input}
          id={id}
          className={styles.input}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]*"
          spellCheck={false}
          readOnly={isBusy}
          value={value}
          aria-invalid={problem !== undefined}
          aria-describedby={described.join(' ').trim() || undefined}
          onChange={(event: ChangeEvent<HTMLInputElement>) => take(digitsOf(event.target.value))}
          onPaste={pasted}
          onFocus={follow}
          onBlur={forget}
        />
        {places.map((place) => (
          <span
            key={place}
            aria-hidden
            className={classes(styles.box, isMarked(place, range) && styles.here)}
          >
            {value[place] ?? ''}
          </span>
        ))}
      </div>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

type Range = readonly [start: number, end: number];

/** The box of the caret, or every box of what is selected. */
function isMarked(place: number, range: Range | null): boolean {
  if (range === null) return false;
  const [start, end] = range;
  return start === end ? place === Math.min(start, places.length - 1) : place >= start && place < end;
}

/** What is selected in the field; null while it is not focused. */
function useRange(input: RefObject<HTMLInputElement | null>) {
  const [range, setRange] = useState<Range | null>(null);
  const follow = useCallback(() => {
    const field = input.current;
    if (field === null || document.activeElement !== field) return;
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    setRange((now) => (now?.[0] === start && now[1] === end ? now : [start, end]));
  }, [input]);
  useEffect(() => {
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [follow]);
  return { range, follow, forget: () => setRange(null) };
}

/** Hears a code that is pasted while the focus is elsewhere; what is pasted into another field stays there. */
function usePasteAnywhere(take: (code: string) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    function pasted(event: globalThis.ClipboardEvent): void {
      const isElsewhere = event.target instanceof Element && event.target.closest('input, textarea') !== null;
      const code = isElsewhere ? null : sixDigitsIn(event.clipboardData?.getData('text') ?? '');
      if (code === null) return;
      event.preventDefault();
      latest.current(code);
    }
    window.addEventListener('paste', pasted);
    return () => window.removeEventListener('paste', pasted);
  }, []);
}
