import { type KeyboardEvent, useId } from 'react';
import styles from './InPlace.module.css';
import { type Edit, type Keeper, useEditInPlace } from './use-edit-in-place.ts';

export interface InPlaceProps {
  readonly label: string;
  readonly value: string;
  /** Shown where there is nothing yet. */
  readonly placeholder: string;
  /**
   * `was` is what stood there when the typing began: it may be something else by now. Settles with whether it is in good
   * hands: saved, or kept to be sent.
   */
  readonly onSave: (text: string, was: string) => Promise<boolean>;
  /** Keeps what is being typed over a crash. */
  readonly keeper?: Keeper;
  readonly problem?: string | undefined;
  readonly isMultiline?: boolean;
  readonly isReadOnly?: boolean;
  readonly type?: 'text' | 'email' | 'tel';
  /** The label is heard only: the row above says enough to the eye. */
  readonly isLabelHidden?: boolean;
}

/** A value that reads as text and is a field: saved on leaving it, put back by Escape. What is refused stays to be put right. */
export function InPlace(props: InPlaceProps) {
  const { label, placeholder, problem, isMultiline = false, isReadOnly = false, type = 'text' } = props;
  const { text, isFound, edit } = useEditInPlace({ ...props, isRefused: problem !== undefined });
  const below = problem ?? (isFound ? props.keeper?.foundLabel : undefined);
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
    'aria-describedby': below === undefined ? undefined : `${id}-below`,
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
        {below === undefined ? null : (
          <p
            id={`${id}-below`}
            className={problem === undefined ? styles.found : styles.problem}
            role={problem === undefined ? 'status' : 'alert'}
          >
            {below}
          </p>
        )}
      </div>
    </div>
  );
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
