import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { plainText } from '../ui/plain-text.ts';
import styles from './CallerPanel.module.css';
import { callerMessages as say } from './caller.messages.ts';

export interface TagListProps {
  readonly tags: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (tags: string[]) => void;
}

const longestTag = 40;

/** Tags, each taken off with its cross; Enter or a comma adds the one that is typed. */
export function TagList({ tags, isReadOnly, onChange }: TagListProps) {
  const [typed, setTyped] = useState('');
  if (isReadOnly && tags.length === 0) return null;

  function add(): void {
    const tag = typed.trim();
    setTyped('');
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
  }
  function pressed(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' && event.key !== ',') return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    add();
  }
  return (
    <div className={styles.row}>
      <span className={styles.label}>{say.tags}</span>
      <div className={styles.tags}>
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            <bdi title={plainText(tag)}>{plainText(tag)}</bdi>
            {isReadOnly ? (
              <span aria-hidden>&nbsp;</span>
            ) : (
              <button
                type="button"
                aria-label={say.removeTag(tag)}
                onClick={() => onChange(tags.filter((one) => one !== tag))}
              >
                <X size={12} strokeWidth={2} aria-hidden />
              </button>
            )}
          </span>
        ))}
        {isReadOnly ? null : (
          <input
            className={styles.addTag}
            aria-label={say.addTag}
            placeholder={say.addTag}
            value={typed}
            maxLength={longestTag}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={pressed}
            onBlur={add}
          />
        )}
      </div>
    </div>
  );
}
