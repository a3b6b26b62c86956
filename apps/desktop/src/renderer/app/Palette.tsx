// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and points at the options
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field handles the keys for all options
import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { findActions } from './find-actions.ts';
import { appMessages } from './messages.ts';
import styles from './Palette.module.css';
import { shortcutOf, useReadyShortcuts } from './shortcuts.ts';

/** Every action that can be done right now, found by its words. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={appMessages.palette}
      closeLabel={appMessages.close}
      isBare
    >
      <Actions onClose={onClose} />
    </Dialog>
  );
}

function Actions({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const ready = useReadyShortcuts();
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(0);
  const actions = ready
    .filter((it) => it.id !== 'palette.open')
    .map((it) => ({ ...it, ...shortcutOf(it.id) }));
  const found = findActions(actions, words);
  const chosen = Math.min(place, found.length - 1);

  function run(index: number): void {
    const action = found[index];
    if (action === undefined) return;
    onClose();
    // The focus goes back to where it was first: an action that moves it must come last.
    setTimeout(action.run, 0);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setPlace((chosen + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <div className={styles.search}>
        <input
          // biome-ignore lint/a11y/noAutofocus: a palette is opened to type at once
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={found.length === 0 ? undefined : `${id}-${chosen}`}
          aria-label={appMessages.palette}
          placeholder={appMessages.palettePlaceholder}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setPlace(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div role="listbox" id={id} aria-label={appMessages.palette} className={styles.list}>
        {found.map(({ id: action, label, keys, group }, index) => (
          <div
            key={action}
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === chosen}
            className={styles.item}
            onPointerMove={() => setPlace(index)}
            onClick={() => run(index)}
          >
            <span className={styles.label}>{label}</span>
            <span className={styles.group}>{appMessages.groups[group]}</span>
            {keys === null ? null : <Kbd keys={keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className={styles.empty}>{appMessages.paletteEmpty(words)}</p> : null}
    </>
  );
}
