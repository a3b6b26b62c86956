import type { CallId } from '@ringdesk/shared';
import { type KeyboardEvent, useState } from 'react';
import type { QueueRow, QueueSection } from './queue.ts';

/** What a row is called while the arrow keys stand on it: the call or the section. */
export function rowKey(row: QueueRow): string {
  if (row.kind === 'call') return row.id;
  return row.kind === 'head' ? row.section : 'earlier';
}

export interface QueueKeyActions {
  readonly show: (index: number) => void;
  readonly enter: (id: CallId) => void;
  readonly pick: (id: CallId) => void;
  readonly fold: (section: QueueSection) => void;
}

const pageRows = 10;

/** Moves through the queue by arrows, Page, Home and End. The place is kept by call, so it moves along with its row. */
export function useQueueKeys(rows: readonly QueueRow[], actions: QueueKeyActions) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const index = rows.findIndex((row) => rowKey(row) === activeKey);

  function go(to: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row === undefined) return;
    setActiveKey(rowKey(row));
    actions.show(rows.indexOf(row));
  }
  function use(key: 'Enter' | ' '): void {
    const row = rows[index];
    if (row?.kind === 'head') actions.fold(row.section);
    if (row?.kind === 'call') (key === 'Enter' ? actions.enter : actions.pick)(row.id);
  }
  function moveFor(key: string): (() => void) | null {
    if (key === 'ArrowDown') return () => go(index + 1);
    if (key === 'ArrowUp') return () => go(index === -1 ? 0 : index - 1);
    if (key === 'PageDown') return () => go(index + pageRows);
    if (key === 'PageUp') return () => go(index - pageRows);
    if (key === 'Home') return () => go(0);
    if (key === 'End') return () => go(rows.length - 1);
    return index !== -1 && (key === 'Enter' || key === ' ') ? () => use(key) : null;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const move = moveFor(event.key);
    if (move === null) return;
    event.preventDefault();
    move();
  }
  return {
    activeKey,
    onKeyDown,
    onFocus: () => {
      if (index === -1) go(rows.findIndex((row) => row.kind === 'call'));
    },
    onBlur: () => setActiveKey(null),
    /** A click moves the place as well, so that the arrows go on from there. */
    moveTo: setActiveKey,
  };
}
