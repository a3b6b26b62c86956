import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { IconButton } from './IconButton.tsx';
import { Kbd } from './Kbd.tsx';
import { TextField } from './TextField.tsx';
import toolbar from './Toolbar.module.css';
import { useTyped } from './use-typed.ts';

/** The server answers a search sooner than this; waiting longer would only be felt. */
const restMs = 120;
const mostLetters = 120;

interface SearchFieldProps {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly say: { readonly search: string; readonly searchPlaceholder: string; readonly clearSearch: string };
  readonly words: string | undefined;
  readonly onWords: (words: string | undefined) => void;
  /** Where the arrow down leads from the search. */
  readonly below: RefObject<HTMLElement | null> | undefined;
}

/** The search above a table: it is asked once the typing rests, and is left by arrow down or Escape. */
export function SearchField({ fieldRef, say, words: asked, onWords, below }: SearchFieldProps) {
  const [words, type] = useTyped(asked ?? '', (typed) => onWords(typed || undefined), restMs);
  return (
    <div className={toolbar.search}>
      <TextField
        ref={fieldRef}
        label={say.search}
        isLabelHidden
        icon={Search}
        type="search"
        maxLength={mostLetters}
        autoComplete="off"
        spellCheck={false}
        placeholder={say.searchPlaceholder}
        value={words}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
          event.preventDefault();
          (below?.current ?? event.currentTarget.closest('main'))?.focus();
        }}
        after={
          words === '' ? (
            <Kbd keys="/" />
          ) : (
            <IconButton icon={X} label={say.clearSearch} onClick={() => onWords(undefined)} />
          )
        }
      />
    </div>
  );
}
