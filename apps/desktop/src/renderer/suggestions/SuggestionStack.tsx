import type { Suggestion } from '@ringdesk/shared';
import { useEffect, useRef, useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { announce } from '../ui/announcements.store.ts';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { TextLink } from '../ui/TextLink.tsx';
import { HeardValue } from './HeardValue.tsx';
import { suggestionMessages as say } from './messages.ts';
import styles from './SuggestionStack.module.css';

export interface SuggestionStackProps {
  /** Everything that may be taken now. */
  readonly open: readonly Suggestion[];
  /** Those of them that stand at no field of an open form. */
  readonly shown: readonly Suggestion[];
  readonly onTake: (one: Suggestion) => void;
  readonly onDismiss: (one: Suggestion) => void;
  readonly onTakeAll: () => void;
  /** The rep types in a form, where Tab is for its fields. */
  readonly isTyping: boolean;
  /** What came of taking all, where something is left. */
  readonly news: string | null;
}

const few = 3;
/** Beside a form the room is the form's: what fits it stands at its fields. */
const fewBesideForm = 1;

/** What was heard, in the order it was said. Tab takes the first, Backspace dismisses it; nothing is taken by itself. */
export function SuggestionStack({
  open,
  shown,
  onTake,
  onDismiss,
  onTakeAll,
  isTyping,
  news,
}: SuggestionStackProps) {
  const [isLong, setIsLong] = useState(false);
  const [first] = shown;
  useAnnounced(open);
  useShortcut('suggestion.take', () => first && onTake(first), first !== undefined);
  useShortcut('suggestion.dismiss', () => first && onDismiss(first), first !== undefined);
  useShortcut('suggestion.take-all', onTakeAll, open.length > 0);
  if (open.length === 0) return null;
  const seen = isLong ? shown : shown.slice(0, isTyping ? fewBesideForm : few);
  const hidden = shown.length - seen.length;
  return (
    <section className={styles.stack} aria-label={say.title}>
      <div className={styles.head}>
        <h3>{say.title}</h3>
        <Button look="quiet" keys={keysOf('suggestion.take-all')} onClick={onTakeAll}>
          {say.takeAll}
        </Button>
      </div>
      {news === null ? null : (
        <p className={styles.news} role="status">
          {news}
        </p>
      )}
      {seen.length === 0 ? null : (
        <ul className={styles.list}>
          {seen.map((one) => (
            <li key={one.id}>
              <HeardValue
                one={one}
                hasField
                keys={one === first && !isTyping ? keysOf('suggestion.take') : undefined}
                onTake={onTake}
                onDismiss={onDismiss}
              />
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 || isLong ? (
        <TextLink className={styles.more} onClick={() => setIsLong(!isLong)}>
          {isLong ? say.fewer : say.more(hidden)}
        </TextLink>
      ) : null}
    </section>
  );
}

/** Each is said once to those who listen, politely. */
function useAnnounced(open: readonly Suggestion[]): void {
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = open.filter(({ id, text }) => !told.current.has(`${id} ${text}`));
    if (fresh.length === 0) return;
    for (const { id, text } of fresh) told.current.add(`${id} ${text}`);
    announce(fresh.map(({ value, text }) => say.heard(say.fields[value.field], plainText(text))).join(' '));
  }, [open]);
}
