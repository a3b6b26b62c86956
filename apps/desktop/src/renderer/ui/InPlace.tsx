import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './InPlace.module.css';

export interface InPlaceProps {
  readonly label: string;
  readonly value: string;
  /** Shown where there is nothing yet. */
  readonly placeholder: string;
  /** `was` is what stood there when the typing began: it may be something else by now. Settles once it is saved or not. */
  readonly onSave: (text: string, was: string) => Promise<void>;
  readonly problem?: string | undefined;
  readonly isMultiline?: boolean;
  readonly isReadOnly?: boolean;
  readonly type?: 'text' | 'email' | 'tel';
  /** The label is heard only: the row above says enough to the eye. */
  readonly isLabelHidden?: boolean;
}

/** A value that reads as text and is a field: saved on leaving it, put back by Escape. What is refused stays to be put right. */
export function InPlace(props: InPlaceProps) {
  const {
    label,
    value,
    placeholder,
    problem,
    isMultiline = false,
    isReadOnly = false,
    type = 'text',
  } = props;
  const { text, edit } = useEdit(value, problem !== undefined, props.onSave);
  const id = useId();
  const shared = {
    id,
    className: styles.input,
    value: text,
    placeholder,
    readOnly: isReadOnly,
    dir: 'auto' as const,
    spellCheck: isMultiline,
    autoComplete: 'off',
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
    onBlur: edit.leave,
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        <span className={props.isLabelHidden === true ? 'only-heard' : undefined}>{label}</span>
      </label>
      <div className={styles.box}>
        {isMultiline ? (
          <textarea
            {...shared}
            rows={1}
            onChange={(event) => edit.type(event.target.value)}
            onKeyDown={(event) => keyed(event, edit, false)}
          />
        ) : (
          <input
            {...shared}
            type={type}
            onChange={(event) => edit.type(event.target.value)}
            onKeyDown={(event) => keyed(event, edit, true)}
          />
        )}
        {problem === undefined ? null : (
          <p id={`${id}-problem`} className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}

interface Edit {
  readonly type: (text: string) => void;
  readonly leave: () => void;
  readonly undo: () => void;
}

interface Typed {
  readonly text: string;
  readonly was: string;
}

/** What is typed over a value, until it is saved; what comes in meanwhile stands there only then. */
function useEdit(
  value: string,
  isRefused: boolean,
  onSave: InPlaceProps['onSave'],
): { readonly text: string; readonly edit: Edit } {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [sent, setSent] = useState<{ readonly text: string; readonly isSaving: boolean } | null>(null);
  const latest = useRef({ typed, value, onSave });
  useEffect(() => {
    latest.current = { typed, value, onSave };
  });
  function leave(): void {
    const now = latest.current;
    latest.current = { ...now, typed: null };
    setTyped(null);
    if (now.typed === null) return;
    const text = now.typed.text.trim();
    const isSame = text === now.value || text === now.typed.was;
    setSent(isSame ? null : { text, isSaving: true });
    if (!isSame) void now.onSave(text, now.typed.was).then(() => setSent({ text, isSaving: false }));
  }
  // A field that goes while it is typed in has been left, also with the whole window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it goes
  useEffect(() => {
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const type = (text: string) => setTyped((before) => ({ text, was: before?.was ?? value }));
  function undo(): void {
    setTyped(null);
    setSent(null);
  }
  const shown = sent !== null && (sent.isSaving || isRefused) ? sent.text : value;
  return { text: typed?.text ?? shown, edit: { type, leave, undo } };
}

function keyed(event: KeyboardEvent<HTMLElement>, edit: Edit, isLine: boolean): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    edit.undo();
    requestAnimationFrame(() => leaveField(event.target));
  }
  if (event.key === 'Enter' && (isLine || event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    leaveField(event.target);
  }
}

function leaveField(field: EventTarget): void {
  if (!(field instanceof HTMLElement)) return;
  field.blur();
  // The single keys of the desk work again.
  document.querySelector<HTMLElement>('[data-focus-home]')?.focus({ preventScroll: true });
}
