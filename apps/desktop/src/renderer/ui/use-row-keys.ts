import { type KeyboardEvent, useState } from 'react';

const pageRows = 10;

export interface RowKeyActions {
  readonly show: (index: number) => void;
  readonly open: (index: number) => void;
}

/** Moves through the rows of a grid by arrows, Page, Home and End; Enter opens. The place is kept by key, so it moves with its row. */
export function useRowKeys(keys: readonly string[], begin: string | null, actions: RowKeyActions) {
  const [activeKey, setActiveKey] = useState<string | null>(begin);
  const index = activeKey === null ? -1 : keys.indexOf(activeKey);

  function go(to: number): void {
    const next = Math.max(0, Math.min(keys.length - 1, to));
    const key = keys[next];
    if (key === undefined) return;
    setActiveKey(key);
    actions.show(next);
  }
  function moveFor(key: string): (() => void) | null {
    if (key === 'ArrowDown') return () => go(index + 1);
    if (key === 'ArrowUp') return () => go(index === -1 ? 0 : index - 1);
    if (key === 'PageDown') return () => go(index + pageRows);
    if (key === 'PageUp') return () => go(index - pageRows);
    if (key === 'Home') return () => go(0);
    if (key === 'End') return () => go(keys.length - 1);
    return index !== -1 && key === 'Enter' ? () => actions.open(index) : null;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const move = moveFor(event.key);
    if (move === null) return;
    event.preventDefault();
    move();
  }
  return {
    activeKey: index === -1 ? null : activeKey,
    onKeyDown,
    /** The place begins where somebody looks; nothing scrolls, so that a click lands on what was clicked. */
    onFocus: (inSight: number) => {
      const key = keys[inSight];
      if (index === -1 && key !== undefined) setActiveKey(key);
    },
    /** A click moves the place as well, so that the arrows go on from there. */
    moveTo: setActiveKey,
  };
}
