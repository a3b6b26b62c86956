import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './FindBar.module.css';
import { transcriptMessages as say } from './messages.ts';
import type { Find } from './use-find.ts';

export interface FindBarProps {
  readonly find: Find;
  readonly isLive: boolean;
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly onLook: (query: string) => void;
  readonly onGo: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** Finds words in the transcript: Enter goes on, Shift-Enter back, Escape closes. */
export function FindBar({ find, isLive, fieldRef, onLook, onGo, onClose }: FindBarProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const hasNone = find.matches.length === 0;

  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) onGo(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search ref={box} className={styles.bar} onKeyDown={pressed}>
      <div className={styles.field}>
        <TextField
          ref={fieldRef}
          label={say.find}
          isLabelHidden
          icon={Search}
          placeholder={say.findPlaceholder}
          value={find.query}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onLook(event.target.value)}
        />
      </div>
      <span className={styles.count} role="status">
        {find.query.trim() === ''
          ? ''
          : hasNone
            ? nothing(isLive)
            : say.found(find.place + 1, find.matches.length)}
      </span>
      <IconButton
        icon={ChevronUp}
        label={say.previous}
        keys="Shift+Enter"
        disabled={hasNone}
        onClick={() => onGo(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={say.next}
        keys="Enter"
        disabled={hasNone}
        onClick={() => onGo(1)}
      />
      <IconButton icon={X} label={say.closeFind} keys="Escape" onClick={onClose} />
    </search>
  );
}

function nothing(isLive: boolean): string {
  return isLive ? say.foundNothing : say.foundNothingEnded;
}
